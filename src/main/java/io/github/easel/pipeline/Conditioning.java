package io.github.easel.pipeline;

import io.github.easel.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the denoiser attends to while a picture is made, step by step.
 *
 * @param negative what guidance leads away from; nothing without guidance
 * @param parts what it leads to, at least one
 * @param steps steps of the picture, that the stretches count
 * @param pictureScale how much a model that changes pictures keeps to the one that it is shown;
 *     then, with guidance, there is a first sample that sees neither text nor picture
 */
record Conditioning(
    Optional<Strand> negative, List<Strand> parts, int steps, OptionalDouble pictureScale) {

  Conditioning {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || steps < 1) {
      throw new IllegalArgumentException(parts.size() + " parts, " + steps + " steps");
    }
  }

  /** Of a model that is guided by text alone. */
  Conditioning(Optional<Strand> negative, List<Strand> parts, int steps) {
    this(negative, parts, steps, OptionalDouble.empty());
  }

  /** Likewise, of a model that changes pictures. */
  Conditioning keepingToPicture(double scale) {
    return new Conditioning(negative, parts, steps, OptionalDouble.of(scale));
  }

  /**
   * One prompt of those that are followed at once.
   *
   * @param weight its share of the guidance
   * @param stretches in their order, at least one; the last one holds to the end
   */
  record Strand(double weight, List<Stretch> stretches) {

    Strand {
      stretches = List.copyOf(stretches);
      if (stretches.isEmpty()) {
        throw new IllegalArgumentException("a strand without text");
      }
    }

    /** One text from the first step to the last. */
    static Strand of(TextCondition text) {
      return new Strand(1, List.of(new Stretch(Integer.MAX_VALUE, text)));
    }

    private TextCondition at(int step) {
      for (Stretch stretch : stretches) {
        if (step <= stretch.lastStep()) {
          return stretch.text();
        }
      }
      return stretches.get(stretches.size() - 1).text();
    }
  }

  /**
   * Steps with one text.
   *
   * @param lastStep the last one, from 1
   * @param text of as many tokens in all stretches of all strands
   */
  record Stretch(int lastStep, TextCondition text) {}

  /** One text and, if there is guidance, one negative text for all steps. */
  static Conditioning of(Optional<TextCondition> negative, TextCondition positive) {
    return new Conditioning(negative.map(Strand::of), List.of(Strand.of(positive)), 1);
  }

  /** The same without a negative text. */
  Conditioning unguided() {
    return new Conditioning(Optional.empty(), parts, steps, pictureScale);
  }

  /** How many predictions a call needs. */
  int batch() {
    return against() + parts.size();
  }

  /** How many of them, the first ones, have the negative text. */
  int against() {
    return negative.isEmpty() ? 0 : pictureScale.isEmpty() ? 1 : 2;
  }

  /** The texts of a step, from 1: the negative one if there is one, then those of the parts. */
  List<TextCondition> at(int step) {
    List<TextCondition> texts = new ArrayList<>(batch());
    for (int i = 0; i < against(); i++) {
      negative.ifPresent(strand -> texts.add(strand.at(step)));
    }
    parts.forEach(part -> texts.add(part.at(step)));
    return texts;
  }

  /** What each sample sees beside its latents, where the model sees anything there. */
  List<FloatTensor> beside(Optional<FloatTensor> seen) {
    List<FloatTensor> each = new ArrayList<>();
    for (int i = 0; seen.isPresent() && i < batch(); i++) {
      boolean blind = i + 1 < against();
      each.add(blind ? FloatTensor.zeros(seen.get().shape()) : seen.get());
    }
    return each;
  }

  /**
   * The step that a call of the sampler belongs to. Samplers that call the model twice a step make
   * about twice as many calls; prompts count steps.
   *
   * @param call from 0
   * @param calls in all
   */
  int step(int call, int calls) {
    return (int) ((long) call * steps / calls) + 1;
  }
}
