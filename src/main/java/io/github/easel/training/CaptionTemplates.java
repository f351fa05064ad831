package io.github.easel.training;

import java.util.List;

/** Sentences for pictures that bring none; {@code *} stands for what is learned. */
public final class CaptionTemplates {

  private static final List<String> THING =
      List.of(
          "*",
          "a *",
          "a picture of *",
          "one * seen from the front",
          "a close look at *",
          "* on its own",
          "a small *",
          "a drawing of *");

  private static final List<String> STYLE =
      List.of(
          "*",
          "a picture, *",
          "in the manner of *",
          "a scene, *",
          "a thing drawn as *",
          "a place, *");

  private static final List<String> GEORGIAN_THING = List.of("*", "* ახლოდან", "*, ნახატი");
  private static final List<String> GEORGIAN_STYLE = List.of("*", "ნახატი, *", "პეიზაჟი, *");

  private CaptionTemplates() {}

  /**
   * The sentences.
   *
   * @param style whether a style is learned, not a thing
   * @param georgian whether the model knows Georgian as well
   */
  public static List<String> of(boolean style, boolean georgian) {
    List<String> english = style ? STYLE : THING;
    List<String> further = style ? GEORGIAN_STYLE : GEORGIAN_THING;
    return georgian
        ? java.util.stream.Stream.concat(english.stream(), further.stream()).toList()
        : english;
  }
}
