package io.github.easel.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  /** In pixels; more than the largest screens have. */
  private static final double LONGEST_SIDE = 16_384;

  /**
   * The size of the window's content in pixels, without the system's frame.
   *
   * @param width 1 to 16384
   * @param height 1 to 16384
   */
  public record WindowSize(double width, double height) {

    /** What a first start finds. */
    public static final WindowSize DEFAULT = new WindowSize(1440, 900);

    /** Takes the default for a side that no screen has. */
    public WindowSize {
      width = side(width, 1440);
      height = side(height, 900);
    }

    private static double side(double wanted, double otherwise) {
      if (wanted >= 1 && wanted <= LONGEST_SIDE) {
        return wanted;
      }
      LOG.warn("A window's side of {} pixels cannot be, so it becomes {}", wanted, otherwise);
      return otherwise;
    }
  }

  /**
   * What was last typed and chosen, so that nothing typed is lost.
   *
   * @param prompt the prompt
   * @param negative the negative prompt
   * @param model the model's name; empty when none was chosen yet, and then the six values after it
   *     mean nothing
   * @param width pixels
   * @param height pixels
   * @param steps sampling steps
   * @param guidance guidance scale
   * @param sampler the sampler's label
   * @param schedule the schedule's label; empty for the model's own
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
      String schedule,
      String seed) {

    /** Nothing typed, nothing chosen. */
    public static final Compose EMPTY = new Compose("", "", "", 0, 0, 0, 0, "", "", "");

    /** Takes an empty text for one that a hand-edited file left out. */
    public Compose {
      prompt = orEmpty(prompt);
      negative = orEmpty(negative);
      model = orEmpty(model);
      sampler = orEmpty(sampler);
      schedule = orEmpty(schedule);
      seed = orEmpty(seed);
    }
  }

  /** What a first start finds. */
  public static final Settings DEFAULTS =
      new Settings("", "light", WindowSize.DEFAULT, Compose.EMPTY);

  /** Takes the default for a part that a hand-edited file left out. */
  @SuppressWarnings("ConstantValue")
  public Settings {
    language = orEmpty(language);
    theme = "dark".equals(theme) ? "dark" : "light";
    window = window == null ? WindowSize.DEFAULT : window;
    compose = compose == null ? Compose.EMPTY : compose;
  }

  @SuppressWarnings("ConstantValue")
  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
