package io.github.easel.settings;

import io.github.easel.generation.Draft;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a person was when the program ended, so that it goes on there. Missing parts become their
 * defaults, so that a file edited by hand does no harm.
 *
 * @param window the window's size
 * @param layout which panels show, and how wide
 * @param draft what is typed and chosen
 * @param history prompts that were drawn, newest first, at most {@value #MOST_PROMPTS}
 * @param shown the file of the picture last looked at; empty for none
 * @param desk what lies open on the desk
 */
public record Session(
    WindowSize window, Layout layout, Draft draft, List<String> history, String shown, Desk desk) {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** So many prompts are remembered. */
  public static final int MOST_PROMPTS = 200;

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
   * The panels. Widths and heights are in pixels; 0 for the usual.
   *
   * @param left the left column
   * @param right the right column
   * @param drawer the drawer at the bottom
   * @param drawerTab which of the drawer's pages shows; empty for the first
   * @param folded names of the parts that are folded away, such as {@code negative}
   * @param unfolded names of the parts that are not, where they would be
   */
  public record Layout(
      Panel left,
      Panel right,
      Panel drawer,
      String drawerTab,
      List<String> folded,
      List<String> unfolded,
      double tile) {

    /** With pictures of the gallery in their usual size. */
    public Layout(
        Panel left,
        Panel right,
        Panel drawer,
        String drawerTab,
        List<String> folded,
        List<String> unfolded) {
      this(left, right, drawer, drawerTab, folded, unfolded, 0);
    }

    /** What a first start finds: both columns open, the drawer shut. */
    public static final Layout USUAL =
        new Layout(
            new Panel(0, true), new Panel(0, true), new Panel(0, false), "", List.of(), List.of());

    /** Takes the default for a part that is missing. */
    public Layout {
      left = Objects.requireNonNullElse(left, new Panel(0, true));
      right = Objects.requireNonNullElse(right, new Panel(0, true));
      drawer = Objects.requireNonNullElse(drawer, new Panel(0, false));
      drawerTab = Objects.requireNonNullElse(drawerTab, "");
      folded = list(folded);
      unfolded = list(unfolded);
    }

    // here and not outside, since this class may be loaded first
    private static List<String> list(List<String> texts) {
      return Objects.requireNonNullElse(texts, List.<String>of()).stream()
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /**
   * One panel.
   *
   * @param size its width or height in pixels; 0 for the usual
   * @param open whether it shows
   */
  public record Panel(double size, boolean open) {

    /** Takes the usual size for one that no screen has. */
    public Panel {
      size = size >= 1 && size <= LONGEST_SIDE ? size : 0;
    }
  }

  /**
   * What lies open: pictures that are to be decided of, and where copies go.
   *
   * @param undecided the batches with pictures neither kept nor discarded, in the order of making
   * @param savedIn the folder that the last copy was saved to; empty for none yet
   * @param staged results that wait over the canvas: each with its own picture, and where it
   *     belongs
   * @param overlay how the canvas's mask is shown
   */
  public record Desk(
      List<Batch> undecided, String savedIn, List<Draft.Start> staged, Overlay overlay) {

    /** What a first start finds. */
    public static final Desk CLEAR = new Desk(List.of(), "");

    /** Takes the default for a part that is missing. */
    public Desk {
      undecided =
          Objects.requireNonNullElse(undecided, List.<Batch>of()).stream()
              .filter(Objects::nonNull)
              .toList();
      savedIn = Objects.requireNonNullElse(savedIn, "");
      staged =
          Objects.requireNonNullElse(staged, List.<Draft.Start>of()).stream()
              .filter(Objects::nonNull)
              .toList();
      overlay = Objects.requireNonNullElse(overlay, new Overlay("", 0));
    }

    /** A desk with nothing over the canvas. */
    public Desk(List<Batch> undecided, String savedIn) {
      this(undecided, savedIn, List.of(), new Overlay("", 0));
    }

    /** The same with another canvas: the results over it, and how its mask is shown. */
    public Desk with(List<Draft.Start> results, Overlay mask) {
      return new Desk(undecided, savedIn, results, mask);
    }
  }

  /**
   * How the mask is shown over the pictures.
   *
   * @param colour {@code #rrggbb}; empty for the usual
   * @param opacity where the mask is full, above 0 to 1; 0 for the usual
   * @param rests whether it is not seen until something is done with it
   */
  public record Overlay(String colour, double opacity, boolean rests) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** Takes the usual for what is no colour and for what cannot be seen. */
    public Overlay {
      colour = colour != null && COLOUR.matcher(colour).matches() ? colour : "";
      opacity = opacity > 0 && opacity <= 1 ? opacity : 0;
    }

    /** One that is seen. */
    public Overlay(String colour, double opacity) {
      this(colour, opacity, false);
    }
  }

  /**
   * Undecided pictures that were asked for at once.
   *
   * @param job the id of the job that made them
   * @param files where they are kept, in the order of making
   */
  public record Batch(String job, List<String> files) {

    /** Takes the default for a part that is missing. */
    public Batch {
      job = Objects.requireNonNullElse(job, "");
      files = Layout.list(files);
    }
  }

  /** What a first start finds. */
  public static final Session NEW =
      new Session(WindowSize.DEFAULT, Layout.USUAL, Draft.EMPTY, List.of(), "");

  /** A session with nothing on the desk. */
  public Session(
      WindowSize window, Layout layout, Draft draft, List<String> history, String shown) {
    this(window, layout, draft, history, shown, Desk.CLEAR);
  }

  /** Takes the default for a part that is missing. */
  public Session {
    window = Objects.requireNonNullElse(window, WindowSize.DEFAULT);
    layout = Objects.requireNonNullElse(layout, Layout.USUAL);
    draft = Objects.requireNonNullElse(draft, Draft.EMPTY);
    history = Layout.list(history);
    history = history.subList(0, Math.min(history.size(), MOST_PROMPTS));
    shown = Objects.requireNonNullElse(shown, "");
    desk = Objects.requireNonNullElse(desk, Desk.CLEAR);
  }

  /** The file of the picture last looked at; nothing for none or for what is no path here. */
  public Optional<Path> shownFile() {
    return path(shown);
  }

  /**
   * A file or folder that was remembered; nothing for an empty name or for what is no path here.
   */
  public static Optional<Path> path(String remembered) {
    try {
      return remembered.isEmpty() ? Optional.empty() : Optional.of(Path.of(remembered));
    } catch (InvalidPathException e) {
      LOG.warn("What was remembered is no file here: {}", e.toString());
      return Optional.empty();
    }
  }
}
