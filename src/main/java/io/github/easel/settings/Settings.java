package io.github.easel.settings;

/**
 * What Easel remembers between two starts.
 *
 * @param language language tag of the window's texts, {@code en} or {@code ka}; empty for the
 *     system's
 * @param theme {@code light} or {@code dark}
 * @param window the window's size
 * @param compose what was last typed and chosen
 */
public record Settings(String language, String theme, WindowSize window, Compose compose) {

  /**
   * The size of the window's content in pixels, without the system's frame.
   *
   * @param width at least 1
   * @param height at least 1
   */
  public record WindowSize(double width, double height) {

    /** Takes the default for a side that is no size at all. */
    public WindowSize {
      width = width >= 1 ? width : 1440;
      height = height >= 1 ? height : 900;
    }
  }

  /**
   * What was last typed and chosen, so that nothing typed is lost.
   *
   * @param prompt the prompt
   * @param negative the negative prompt
   * @param model the model's name; empty when none was chosen yet, and then the five values after
   *     it mean nothing
   * @param width pixels
   * @param height pixels
   * @param steps sampling steps
   * @param guidance guidance scale
   * @param sampler the sampler's label
   * @param seed as typed; empty for a new one with every picture
   */
  public record Compose(
      String prompt,
      String negative,
      String model,
      int width,
      int height,
      int steps,
      double guidance,
      String sampler,
      String seed) {

    /** Nothing typed, nothing chosen. */
    public static final Compose EMPTY = new Compose("", "", "", 0, 0, 0, 0, "", "");

    /** Takes an empty text for one that a hand-edited file left out. */
    public Compose {
      prompt = orEmpty(prompt);
      negative = orEmpty(negative);
      model = orEmpty(model);
      sampler = orEmpty(sampler);
      seed = orEmpty(seed);
    }
  }

  /** What a first start finds. */
  public static final Settings DEFAULTS =
      new Settings("", "light", new WindowSize(0, 0), Compose.EMPTY);

  /** Takes the default for a part that a hand-edited file left out. */
  @SuppressWarnings("ConstantValue")
  public Settings {
    language = orEmpty(language);
    theme = "dark".equals(theme) ? "dark" : "light";
    window = window == null ? new WindowSize(0, 0) : window;
    compose = compose == null ? Compose.EMPTY : compose;
  }

  @SuppressWarnings("ConstantValue")
  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
