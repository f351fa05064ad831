package io.github.easel.generation;

/**
 * What the picture should show.
 *
 * @param positive what to draw; may be empty, which asks for any picture
 * @param negative what to keep away from; empty by default. It acts only while guidance is above 1
 */
public record Prompt(String positive, String negative) {

  /** A prompt without a negative part. */
  public static Prompt of(String positive) {
    return new Prompt(positive, "");
  }
}
