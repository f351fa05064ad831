package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several samples that the UNet sees at one time of the sampling: all in one run, or where the
 * graph takes fewer at once, in groups one after another.
 */
final class DenoiserBatch {

  private final BoundRun run;
  private final DenoiserPorts ports;
  private final int count;
  private final int group;
  private final FloatTensor input;
  private final FloatTensor states;
  private final Optional<FloatTensor> pooled;
  private final FloatTensor prediction;
  private final List<Share> shares = new ArrayList<>();

  /**
   * An input of which a group sees a part at a time.
   *
   * @param all for all samples
   * @param own the network's, for a group
   */
  private record Share(FloatTensor all, FloatTensor own) {}

  /**
   * A batch over buffers for a group.
   *
   * @param run for some samples at once
   * @param count samples in all
   */
  DenoiserBatch(BoundRun run, DenoiserPorts ports, int count) {
    this.run = run;
    this.ports = ports;
    this.count = count;
    group = (int) run.input(ports.sample().name()).shape().axis(0);
    input = shared(ports.sample());
    states = shared(ports.states());
    pooled = ports.pooled().map(this::shared);
    FloatTensor own = run.output(ports.prediction().name());
    prediction = group == count ? own : all(own);
  }

  private FloatTensor shared(Port port) {
    FloatTensor own = run.input(port.name());
    if (group == count) {
      return own;
    }
    FloatTensor all = all(own);
    shares.add(new Share(all, own));
    return all;
  }

  private FloatTensor all(FloatTensor ofGroup) {
    Shape shape = ofGroup.shape().withFirst(count);
    return FloatTensor.zeros(shape);
  }

  /** Tells the samples what holds for all steps. */
  void tell(Circumstances told) {
    for (int i = 0; i < told.beside().size(); i++) {
      FloatTensor more = told.beside().get(i);
      put(more, i, input.size() / count - more.size(), input);
    }
    ports.stride().ifPresent(port -> run.fill(port.name(), told.tokenStride()));
    ports.numbers().map(this::shared).ifPresent(numbers -> tellNumbers(told, numbers));
    ports.guidance().map(this::shared).ifPresent(target -> tellGuidance(told, target));
  }

  private void tellNumbers(Circumstances told, FloatTensor target) {
    int each = target.size() / count;
    for (int i = 0; i < count; i++) {
      float[] numbers = MicroConditions.of(each, told.size(), i < told.against());
      put(FloatTensor.of(Shape.of(each), numbers), i, 0, target);
    }
  }

  private void tellGuidance(Circumstances told, FloatTensor target) {
    int each = target.size() / count;
    float[] embedding = GuidanceEmbedding.of(told.guidanceScale(), each);
    for (int i = 0; i < count; i++) {
      put(FloatTensor.of(Shape.of(each), embedding), i, 0, target);
    }
  }

  /** What the samples attend to from now on: one text for each. */
  void attend(List<TextCondition> texts) {
    for (int i = 0; i < count; i++) {
      TextCondition text = texts.get(i);
      put(text.states(), i, 0, states);
      if (pooled.isPresent()) {
        put(text.pooled().orElseThrow(), i, 0, pooled.get());
      }
    }
  }

  /** What the network sees, [count, channels, height, width]. */
  FloatTensor input() {
    return input;
  }

  /** Shows a sample, [1, 4, height, width], in every place; to be called before a prediction. */
  void show(FloatTensor sample) {
    for (int i = 0; i < count; i++) {
      put(sample, i, 0, input);
    }
  }

  private void put(FloatTensor values, int place, int start, FloatTensor target) {
    int each = target.size() / count;
    target.copy(place * each + start, values, 0, values.size());
  }

  /** Predicts for all samples: [count, 4, height, width], the same tensor each time. */
  FloatTensor predict(double time, Cancellation cancellation) {
    run.fill(ports.timestep().name(), time);
    if (group == count) {
      run.execute(cancellation);
      return prediction;
    }
    FloatTensor own = run.output(ports.prediction().name());
    for (int first = 0; first < count; first += group) {
      int some = Math.min(group, count - first);
      for (Share share : shares) {
        give(share, first, some);
      }
      run.execute(cancellation);
      int each = prediction.size() / count;
      prediction.copy(first * each, own, 0, some * each);
    }
    return prediction;
  }

  /** Nanoseconds spent in the network's own runs over these buffers. */
  long engineNanos() {
    return run.engineNanos();
  }

  /** A group that is not full has what it had before in its other places; nobody reads them. */
  private void give(Share share, int first, int some) {
    int each = share.all().size() / count;
    share.own().copy(0, share.all(), first * each, some * each);
  }
}
