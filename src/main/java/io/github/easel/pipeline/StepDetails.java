package io.github.easel.pipeline;

import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Optional;

/** Tells a call of the network in full. */
final class StepDetails {

  private final Conditioning conditioning;
  private final int firstCall;

  StepDetails(Conditioning conditioning, int firstCall) {
    this.conditioning = conditioning;
    this.firstCall = firstCall;
  }

  /**
   * A call's detail.
   *
   * @param latents the sample before the step
   * @param prediction of each of the batch, without the negative ones in steps without guidance
   * @param clean x_0 by the guided prediction
   */
  StepDetail of(
      Sampler sampler, int call, FloatTensor latents, FloatTensor prediction, FloatTensor clean) {
    int step = call - firstCall + 1;
    FloatTensor seen = FloatTensor.zeros(latents.shape());
    sampler.scaleModelInput(call, latents, seen);
    return new StepDetail(
        step,
        sampler.calls() - firstCall,
        sampler.timestep(call),
        share(sampler, call, 1, 0),
        share(sampler, call, 0, 1),
        tell(step, seen),
        tell(step, clean),
        guidance(sampler, call, latents, prediction));
  }

  private Optional<StepDetail.Guidance> guidance(
      Sampler sampler, int call, FloatTensor latents, FloatTensor prediction) {
    boolean unguided = prediction.shape().axis(0) < conditioning.batch();
    if (conditioning.negative().isEmpty() || unguided) {
      return Optional.empty();
    }
    int step = call - firstCall + 1;
    FloatTensor[] sides = new FloatTensor[2];
    for (int scale = 0; scale < sides.length; scale++) {
      FloatTensor output = FloatTensor.zeros(latents.shape());
      new Guidance(conditioning, scale).combine(prediction, output);
      sides[scale] = FloatTensor.zeros(latents.shape());
      sampler.predictClean(call, output, latents, sides[scale]);
    }
    return Optional.of(new StepDetail.Guidance(tell(step, sides[0]), tell(step, sides[1])));
  }

  /** How much of a picture or of noise the network sees, told from how the sampler noises one. */
  private static double share(Sampler sampler, int call, float clean, float noise) {
    FloatTensor mixed = FloatTensor.of(Shape.of(1), clean);
    sampler.addNoise(call, mixed, FloatTensor.of(Shape.of(1), noise), mixed);
    FloatTensor seen = FloatTensor.zeros(mixed.shape());
    sampler.scaleModelInput(call, mixed, seen);
    return seen.get(0);
  }

  /** Latents as listeners are told them: without a copy. */
  static StepLatents tell(int step, FloatTensor latents) {
    Shape shape = latents.shape();
    return new StepLatents(
        step,
        (int) shape.axis(1),
        (int) shape.axis(2),
        (int) shape.axis(3),
        latents.buffer().asReadOnlyBuffer());
  }
}
