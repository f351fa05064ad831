package io.github.easel.generation;

/**
 * What the picture should show.
 *
 * @param positive what to draw; may be empty, which asks for any picture
 * @param negative what to keep away from; empty by default. It acts only while guidance is above 1
 * @param reading how both are read
 */
public record Prompt(String positive, String negative, PromptReading reading) {

  /** A prompt read as usual. */
  public Prompt(String positive, String negative) {
    this(positive, negative, PromptReading.usual());
  }

  /** A prompt without a negative part. */
  public static Prompt of(String positive) {
    return new Prompt(positive, "");
  }
}
