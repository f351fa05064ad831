package io.github.easel.prompt;

import java.util.List;

/**
 * A prompt as it was understood for a number of steps.
 *
 * @param parts what AND stood between, at least one
 * @param extras networks that were asked for in angle brackets, in their order; their tags are no
 *     longer in the text
 * @param partsLeftOut how many parts there were beyond those that are followed
 */
public record PromptScript(List<Part> parts, List<ExtraNetwork> extras, int partsLeftOut) {

  public PromptScript {
    parts = List.copyOf(parts);
    extras = List.copyOf(extras);
  }

  /** A prompt of which every part is followed. */
  public PromptScript(List<Part> parts, List<ExtraNetwork> extras) {
    this(parts, extras, 0);
  }

  /**
   * One prompt of several that are followed at once (Liu et al. 2022, "Compositional visual
   * generation with composable diffusion models").
   *
   * @param weight its share of the guidance; 1 by default, may be negative
   * @param phases what it says as the steps go on, the last phase ending with the last step
   */
  public record Part(double weight, List<Phase> phases) {

    public Part {
      phases = List.copyOf(phases);
    }
  }

  /**
   * A stretch of steps with one wording.
   *
   * @param lastStep the last step it holds for, from 1
   * @param wording what the text encoder reads
   */
  public record Phase(int lastStep, Wording wording) {}

  /**
   * A network that was asked for in the prompt: {@code <lora:name:0.8>}.
   *
   * @param type the word before the first colon, for example {@code lora}
   * @param arguments what follows, split at colons
   */
  public record ExtraNetwork(String type, List<String> arguments) {

    public ExtraNetwork {
      arguments = List.copyOf(arguments);
    }

    /** As it is written in a prompt, for example {@code <lora:name:0.8>}. */
    @Override
    public String toString() {
      return "<" + type + ":" + String.join(":", arguments) + ">";
    }
  }
}
