package io.github.easel.ui.canvas;

import io.github.easel.app.SourcePictures;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.FrameContent;
import io.github.easel.canvas.FrameCut;
import io.github.easel.canvas.Layer;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Draft.Start;
import io.github.easel.generation.Fit;
import io.github.easel.generation.UnderMask;
import io.github.easel.ui.compose.Verb;
import java.nio.file.Path;

/** Takes the frame out of the canvas, so that pictures begin with what is in it. */
final class CanvasStart {

  /** What people see in the place of a source's file name. */
  private static final String NAME = "canvas";

  /** Standard deviations from a soft edge to where it is as good as full: over 99 percent. */
  private static final double SOFT_REACH = 2.5;

  /** As of {@link io.github.easel.generation.MaskShape}. */
  private static final int MOST_GROW = 256;

  private final Canvas canvas;
  private final Verb verb;
  private final SourcePictures sources;

  CanvasStart(Canvas canvas, Verb verb, SourcePictures sources) {
    this.canvas = canvas;
    this.verb = verb;
    this.sources = sources;
  }

  /** The draft with its start. It composites pixels and writes files: do it on a worker. */
  Draft in(Draft typed) {
    return new Draft(
        typed.words(),
        typed.model(),
        typed.format(),
        typed.way(),
        typed.chance(),
        start(typed.start()));
  }

  private Start start(Start typed) {
    String fit = Fit.STRETCH.label();
    return switch (verb) {
      case GENERATE -> new Start("", "", fit, typed.touch(), Draft.Masked.NONE, place());
      case REFINE ->
          new Start(
              keep(sources.keep(Compositor.flattened(canvas, canvas.frame()))),
              NAME,
              fit,
              typed.touch(),
              Draft.Masked.NONE,
              place());
      case FILL, EXPAND -> masked(typed, fit);
      case CHANGE -> throw new IllegalArgumentException("no canvas asks for that");
    };
  }

  private Start masked(Start typed, String fit) {
    FrameCut cut = FrameCut.of(canvas);
    boolean expands = verb == Verb.EXPAND;
    Draft.Masked part = expands ? extended(typed.masked()) : typed.masked();
    Draft.Touch touch =
        expands
            ? wholly(typed.touch())
            : new Draft.Touch(
                part.strength(),
                typed.touch().noise(),
                typed.touch().keepsLuminance(),
                typed.touch().style());
    return new Start(
        keep(sources.keep(cut.picture())),
        NAME,
        fit,
        touch,
        new Draft.Masked(
            keep(sources.keep(cut.mask())),
            false,
            part.grow(),
            part.blur(),
            part.content(),
            part.padding(),
            typed.masked().strength()),
        place());
  }

  /** What was never there keeps nothing, and has no lightness to keep. */
  private static Draft.Touch wholly(Draft.Touch typed) {
    return new Draft.Touch(1, 1, false, typed.style());
  }

  /**
   * What was never there is only a filler of the frame. The mask goes so far into the picture that
   * its soft edge is full where the filler begins, and so none of that shows through; under it lie
   * the colours round about, since a sharp filler would be gone on from.
   */
  private static Draft.Masked extended(Draft.Masked typed) {
    int reach = (int) Math.ceil(SOFT_REACH * typed.blur());
    return new Draft.Masked(
        "",
        false,
        Math.min(MOST_GROW, Math.max(typed.grow(), reach)),
        typed.blur(),
        UnderMask.FILL.label(),
        -1);
  }

  private static String keep(Path copy) {
    return copy.toString();
  }

  private Draft.Place place() {
    Area frame = canvas.frame();
    return new Draft.Place(canvas.id(), frame.x(), frame.y(), frame.width(), frame.height());
  }

  /** What the frame's pixels ask for; a rough drawing with holes is refined, not extended. */
  static Verb verb(Canvas canvas, FrameContent content, double strength) {
    if (!content.painted()) {
      return Verb.GENERATE;
    }
    if (content.clear() && pictured(canvas)) {
      return Verb.EXPAND;
    }
    if (content.masked()) {
      return Verb.FILL;
    }
    return strength < 1 ? Verb.REFINE : Verb.GENERATE;
  }

  /** Whether a picture reaches into the frame, as far as its tiles tell. */
  private static boolean pictured(Canvas canvas) {
    return canvas.layers().stream()
        .anyMatch(
            layer ->
                layer.kind() == Layer.Kind.PICTURE
                    && layer.visible()
                    && !layer.raster().extent().and(canvas.frame()).empty());
  }
}
