package io.github.easel.generation;

import java.util.List;

/**
 * What was typed and chosen for the next pictures, before anything of it is checked: what the
 * window remembers, and what a job of the queue can be edited by. Missing parts become their
 * defaults, so that a file edited by hand does no harm.
 *
 * @param words what the pictures should show
 * @param model the model's name; empty when none was chosen yet, and then format and way mean
 *     nothing
 * @param format size and number of the pictures
 * @param way how they are drawn
 * @param chance their noise
 * @param start the picture that they begin with, if any
 */
public record Draft(Words words, String model, Format format, Way way, Chance chance, Start start) {

  /** Nothing typed, nothing chosen. */
  public static final Draft EMPTY =
      new Draft(Words.EMPTY, "", Format.UNKNOWN, Way.UNKNOWN, Chance.ANY, Start.NONE);

  /** Takes the default for a part that is missing. */
  @SuppressWarnings("ConstantValue")
  public Draft {
    words = words == null ? Words.EMPTY : words;
    model = Missing.orEmpty(model);
    format = format == null ? Format.UNKNOWN : format;
    way = way == null ? Way.UNKNOWN : way;
    chance = chance == null ? Chance.ANY : chance;
    start = start == null ? Start.NONE : start;
  }

  /**
   * What the pictures should show.
   *
   * @param prompt the prompt as typed
   * @param negative the negative prompt as typed
   * @param styles names of the styles that both are put into, in that order
   * @param dynamic whether <code>{a|b}</code> and {@code __name__} are expanded
   */
  public record Words(String prompt, String negative, List<String> styles, boolean dynamic) {

    static final Words EMPTY = new Words("", "", List.of(), false);

    /** Takes the default for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    public Words {
      prompt = Missing.orEmpty(prompt);
      negative = Missing.orEmpty(negative);
      styles = styles == null ? List.of() : List.copyOf(styles);
    }
  }

  /**
   * Size and number.
   *
   * @param width pixels; 0 for the model's own size
   * @param height pixels; 0 for the model's own size
   * @param count pictures, 1 or more
   */
  public record Format(int width, int height, int count) {

    static final Format UNKNOWN = new Format(0, 0, 1);

    /** A count of less than one becomes one. */
    public Format {
      count = Math.max(1, count);
    }
  }

  /**
   * How the pictures are drawn.
   *
   * @param sampler the sampler's label; empty for the model's own
   * @param schedule the schedule's label; empty for the model's own
   * @param steps denoising steps; 0 for the model's own
   * @param guidance guidance scale
   * @param clipSkip layers of the text encoder left out, plus one; 1 or more
   * @param fine what few ever touch
   */
  public record Way(
      String sampler, String schedule, int steps, double guidance, int clipSkip, Fine fine) {

    static final Way UNKNOWN = new Way("", "", 0, 0, 1);

    /** Takes the default for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    public Way {
      sampler = Missing.orEmpty(sampler);
      schedule = Missing.orEmpty(schedule);
      clipSkip = Math.max(1, clipSkip);
      fine = fine == null ? Fine.USUAL : fine;
    }

    /** A way with nothing unusual. */
    public Way(String sampler, String schedule, int steps, double guidance, int clipSkip) {
      this(sampler, schedule, steps, guidance, clipSkip, Fine.USUAL);
    }
  }

  /**
   * What pictures bring along that were made elsewhere or by the command line, so that they can be
   * drawn again. Each part is empty for what is usual.
   *
   * @param syntax the label of the prompt's grammar
   * @param emphasis the label of what weights do
   * @param random the label of the seed's generator
   * @param noiseSize the size whose noise stands in the middle, as {@code WIDTHxHEIGHT}
   * @param stepSeedDelta added to the seed for the noise of the steps; 0 is usual
   * @param eta the share of fresh noise in each step
   */
  public record Fine(
      String syntax,
      String emphasis,
      String random,
      String noiseSize,
      long stepSeedDelta,
      String eta) {

    /** Nothing unusual. */
    public static final Fine USUAL = new Fine("", "", "", "", 0, "");

    /** Takes the default for a part that is missing. */
    public Fine {
      syntax = Missing.orEmpty(syntax);
      emphasis = Missing.orEmpty(emphasis);
      random = Missing.orEmpty(random);
      noiseSize = Missing.orEmpty(noiseSize);
      eta = Missing.orEmpty(eta);
    }
  }

  /**
   * The noise.
   *
   * @param seed as typed; empty for a new one with every picture
   * @param variationSeed as typed; empty for a new one with every picture
   * @param variationStrength 0 (none) to 1
   */
  public record Chance(String seed, String variationSeed, double variationStrength) {

    static final Chance ANY = new Chance("", "", 0);

    /** Takes the default for a part that is missing. */
    public Chance {
      seed = Missing.orEmpty(seed);
      variationSeed = Missing.orEmpty(variationSeed);
    }
  }

  /**
   * The picture to begin with.
   *
   * @param picture the path of Easel's own copy of it; empty for none
   * @param name what people call it
   * @param strength as of {@link Source}
   * @param fit the fit's label
   */
  public record Start(String picture, String name, double strength, String fit) {

    /** No picture to begin with. */
    public static final Start NONE = new Start("", "", 0.6, "crop");

    /** Takes the default for a part that is missing. */
    public Start {
      picture = Missing.orEmpty(picture);
      name = Missing.orEmpty(name);
      fit = Missing.orEmpty(fit);
      strength = strength > 0 && strength <= 1 ? strength : 0.6;
    }
  }

  /** Apart from the draft, whose own constants need those of its parts: any may be loaded first. */
  private static final class Missing {

    @SuppressWarnings("ConstantValue")
    static String orEmpty(String text) {
      return text == null ? "" : text;
    }
  }
}
