package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.BoundRun;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Several samples that the UNet sees at one time of the sampling: all in one run, or where the
 * graph takes fewer at once, in groups one after another.
 */
final class DenoiserBatch {

  /**
   * Names of the graph's ports.
   *
   * @param sample input of noisy latents
   * @param timestep input of the time
   * @param states input of text embeddings
   * @param prediction output
   */
  record Names(String sample, String timestep, String states, String prediction) {}

  private final BoundRun run;
  private final Names names;
  private final int count;
  private final int group;
  private final FloatTensor input;
  private final FloatTensor states;
  private final FloatTensor prediction;

  /**
   * A batch over buffers for a group.
   *
   * @param run for {@code group} samples at once
   * @param count samples in all
   * @param beside what the network sees beside each sample, [1, channels, height, width]
   */
  DenoiserBatch(BoundRun run, Names names, int count, Optional<FloatTensor> beside) {
    this.run = run;
    this.names = names;
    this.count = count;
    FloatTensor ownInput = run.input(names.sample());
    FloatTensor ownStates = run.input(names.states());
    FloatTensor ownPrediction = run.output(names.prediction());
    group = (int) ownInput.shape().axis(0);
    boolean whole = group == count;
    input = whole ? ownInput : all(ownInput);
    states = whole ? ownStates : all(ownStates);
    prediction = whole ? ownPrediction : all(ownPrediction);
    beside.ifPresent(more -> put(more, input.size() / count - more.size()));
  }

  private FloatTensor all(FloatTensor ofGroup) {
    Shape shape = ofGroup.shape().withFirst(count);
    return FloatTensor.zeros(shape);
  }

  /** What the samples attend to from now on: one [1, tokens, width] for each. */
  void attend(List<FloatTensor> textEmbeddings) {
    int each = states.size() / count;
    for (int i = 0; i < count; i++) {
      states.copy(i * each, textEmbeddings.get(i), 0, each);
    }
  }

  /** What the network sees, [count, channels, height, width]. */
  FloatTensor input() {
    return input;
  }

  /** Shows a sample, [1, 4, height, width], in every place; to be called before a prediction. */
  void show(FloatTensor sample) {
    put(sample, 0);
  }

  private void put(FloatTensor values, int start) {
    int each = input.size() / count;
    for (int i = 0; i < count; i++) {
      input.copy(i * each + start, values, 0, values.size());
    }
  }

  /** Predicts for all samples: [count, 4, height, width], the same tensor each time. */
  FloatTensor predict(double time, Cancellation cancellation) {
    run.fill(names.timestep(), time);
    if (group == count) {
      run.execute(cancellation);
      return prediction;
    }
    for (int first = 0; first < count; first += group) {
      int some = Math.min(group, count - first);
      give(input, first, some, run.input(names.sample()));
      give(states, first, some, run.input(names.states()));
      run.execute(cancellation);
      int each = prediction.size() / count;
      prediction.copy(first * each, run.output(names.prediction()), 0, some * each);
    }
    return prediction;
  }

  /** Nanoseconds spent in the network's own runs over these buffers. */
  long engineNanos() {
    return run.engineNanos();
  }

  /** A group that is not full has what it had before in its other places; nobody reads them. */
  private void give(FloatTensor all, int first, int some, FloatTensor target) {
    int each = all.size() / count;
    target.copy(0, all, first * each, some * each);
  }
}
