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
   * @param economy the label of what is left out to draw sooner
   */
  public record Way(
      String sampler,
      String schedule,
      int steps,
      double guidance,
      int clipSkip,
      Fine fine,
      String economy) {

    static final Way UNKNOWN = new Way("", "", 0, 0, 1);

    /** Takes the default for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    public Way {
      sampler = Missing.orEmpty(sampler);
      schedule = Missing.orEmpty(schedule);
      clipSkip = Math.max(1, clipSkip);
      fine = fine == null ? Fine.USUAL : fine;
      economy = Missing.orEmpty(economy);
    }

    /** A way that leaves nothing out. */
    public Way(
        String sampler, String schedule, int steps, double guidance, int clipSkip, Fine fine) {
      this(sampler, schedule, steps, guidance, clipSkip, fine, "");
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
   * @param fit the fit's label
   * @param touch how much becomes of it
   * @param masked the part that is painted anew
   * @param place where on a canvas it was taken from, and the result belongs
   */
  public record Start(
      String picture, String name, String fit, Touch touch, Masked masked, Place place) {

    /** No picture to begin with. */
    public static final Start NONE = new Start("", "", 0.6, "crop");

    /** Takes the default for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    public Start {
      picture = Missing.orEmpty(picture);
      name = Missing.orEmpty(name);
      fit = Missing.orEmpty(fit);
      touch = touch == null ? Touch.USUAL : touch;
      masked = masked == null ? Masked.NONE : masked;
      place = place == null ? Place.NOWHERE : place;
    }

    /** A picture that all of the result comes of. */
    public Start(String picture, String name, double strength, String fit) {
      this(picture, name, fit, new Touch(strength, 1, false), Masked.NONE, Place.NOWHERE);
    }

    /** The strength, as of {@link Source}. */
    public double strength() {
      return touch.strength();
    }
  }

  /**
   * How much becomes of the picture to begin with.
   *
   * @param strength as of {@link Source}
   * @param noise as of {@link Manner}
   * @param keepsLuminance as of {@link Manner}
   * @param style the picture whose style it is given first, if any
   */
  public record Touch(double strength, double noise, boolean keepsLuminance, StylePicture style) {

    /** As most people want it. */
    public static final Touch USUAL = new Touch(0.6, 1, false);

    /** Takes the default for what is missing or out of range. */
    @SuppressWarnings("ConstantValue")
    public Touch {
      strength = strength > 0 && strength <= 1 ? strength : 0.6;
      noise = noise > 0 && noise <= 2 ? noise : 1;
      style = style == null ? StylePicture.none() : style;
    }

    /** Without the style of another picture. */
    public Touch(double strength, double noise, boolean keepsLuminance) {
      this(strength, noise, keepsLuminance, StylePicture.none());
    }

    /** The same without the style of another picture. */
    public Touch plain() {
      return new Touch(strength, noise, keepsLuminance);
    }
  }

  /**
   * A picture whose style others are given: its colours, and the styles whose words describe it. It
   * has no part in pictures that begin with noise or of which only a part becomes new.
   *
   * @param picture the path of Easel's own copy of it; empty for none
   * @param name what people call it
   * @param styles names of the styles that describe it; empty if they were not found yet
   */
  public record StylePicture(String picture, String name, List<String> styles) {

    /** Takes the default for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    public StylePicture {
      picture = Missing.orEmpty(picture);
      name = Missing.orEmpty(name);
      styles = styles == null ? List.of() : List.copyOf(styles);
    }

    /** No such picture. */
    public static StylePicture none() {
      return new StylePicture("", "", List.of());
    }
  }

  /**
   * The part of the picture that is painted anew.
   *
   * @param mask the path of Easel's own copy of the mask; empty when all of it is
   * @param inverted as of {@link MaskShape}
   * @param grow as of {@link MaskShape}
   * @param blur as of {@link MaskShape}
   * @param content the label of what the part begins with
   * @param padding as of {@link Repaint}; below 0 for the whole picture
   * @param strength the strength as of {@link Source} that is chosen for masked parts of a canvas,
   *     apart from that of whole pictures; what holds for a start is its touch
   */
  public record Masked(
      String mask,
      boolean inverted,
      int grow,
      double blur,
      String content,
      int padding,
      double strength) {

    /** With less the old thing's shape and colour stay, which few want who mask it. */
    public static final double USUAL_STRENGTH = 0.9;

    /** All of the picture. */
    public static final Masked NONE = new Masked("", false, 0, 8, UnderMask.ORIGINAL.label(), -1);

    /** Takes the default for a part that is missing. */
    public Masked {
      strength = strength > 0 && strength <= 1 ? strength : USUAL_STRENGTH;
      mask = Missing.orEmpty(mask);
      content = Missing.orEmpty(content);
    }

    /** A part with the usual strength. */
    public Masked(
        String mask, boolean inverted, int grow, double blur, String content, int padding) {
      this(mask, inverted, grow, blur, content, padding, USUAL_STRENGTH);
    }
  }

  /**
   * A frame on a canvas.
   *
   * @param canvas the canvas's name in its store; empty for none
   * @param x pixels from the canvas's origin, to the right
   * @param y pixels from the canvas's origin, downwards
   * @param width pixels
   * @param height pixels
   */
  public record Place(String canvas, int x, int y, int width, int height) {

    /** No canvas. */
    public static final Place NOWHERE = new Place("", 0, 0, 0, 0);

    /** Takes the default for a part that is missing. */
    public Place {
      canvas = Missing.orEmpty(canvas);
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
