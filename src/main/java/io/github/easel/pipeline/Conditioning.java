package io.github.easel.pipeline;

import io.github.easel.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the denoiser attends to while a picture is made, step by step.
 *
 * @param negative what guidance leads away from; nothing without guidance
 * @param parts what it leads to, at least one
 * @param steps steps of the picture, that the stretches count
 */
record Conditioning(Optional<Strand> negative, List<Strand> parts, int steps) {

  Conditioning {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || steps < 1) {
      throw new IllegalArgumentException(parts.size() + " parts, " + steps + " steps");
    }
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
    static Strand of(FloatTensor states) {
      return new Strand(1, List.of(new Stretch(Integer.MAX_VALUE, states)));
    }

    private FloatTensor at(int step) {
      for (Stretch stretch : stretches) {
        if (step <= stretch.lastStep()) {
          return stretch.states();
        }
      }
      return stretches.get(stretches.size() - 1).states();
    }
  }

  /**
   * Steps with one text.
   *
   * @param lastStep the last one, from 1
   * @param states [1, tokens, width], of as many tokens in all stretches of all strands
   */
  record Stretch(int lastStep, FloatTensor states) {}

  /** One text and, if there is guidance, one negative text for all steps. */
  static Conditioning of(Optional<FloatTensor> negative, FloatTensor positive) {
    return new Conditioning(negative.map(Strand::of), List.of(Strand.of(positive)), 1);
  }

  /** How many predictions a call needs. */
  int batch() {
    return parts.size() + (negative.isPresent() ? 1 : 0);
  }

  /** The texts of a step, from 1: the negative one if there is one, then those of the parts. */
  List<FloatTensor> at(int step) {
    List<FloatTensor> states = new ArrayList<>(batch());
    negative.ifPresent(strand -> states.add(strand.at(step)));
    parts.forEach(part -> states.add(part.at(step)));
    return states;
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
