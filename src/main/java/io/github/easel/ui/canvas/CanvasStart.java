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
import io.github.easel.ui.compose.Verb;
import java.nio.file.Path;

/** Takes the frame out of the canvas, so that pictures begin with what is in it. */
final class CanvasStart {

  /** The name of the window's canvas in a {@link Draft.Place}. */
  static final String NAME = "canvas";

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
    Draft.Masked as = typed.masked();
    boolean expands = verb == Verb.EXPAND;
    // what was never there keeps nothing, and its surroundings are needed to go on from
    Draft.Touch touch =
        new Draft.Touch(
            expands ? 1 : as.strength(), typed.touch().noise(), typed.touch().keepsLuminance());
    return new Start(
        keep(sources.keep(cut.picture())),
        NAME,
        fit,
        touch,
        new Draft.Masked(
            keep(sources.keep(cut.mask())),
            false,
            expands ? 0 : as.grow(),
            as.blur(),
            expands ? Draft.Masked.NONE.content() : as.content(),
            expands ? -1 : as.padding(),
            as.strength()),
        place());
  }

  private static String keep(Path copy) {
    return copy.toString();
  }

  private Draft.Place place() {
    Area frame = canvas.frame();
    return new Draft.Place(NAME, frame.x(), frame.y(), frame.width(), frame.height());
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
