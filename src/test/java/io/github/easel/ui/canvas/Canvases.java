package io.github.easel.ui.canvas;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.settings.Session;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;

/** Canvases without a window, and results that wait over them. */
final class Canvases {

  private Canvases() {}

  /** A canvas in English over which those results wait. */
  static CanvasViewModel canvas(
      ComposeViewModel compose,
      Workers workers,
      Consumer<GenerationException> onFailure,
      Draft.Start... staged) {
    CanvasViewModel made =
        new CanvasViewModel(
            compose,
            new QueueViewModel(workers, onFailure),
            workers,
            Messages.of("canvas", new SimpleObjectProperty<>(Language.ENGLISH)),
            onFailure);
    made.take(Session.Desk.CLEAR.with(List.of(staged), new Session.Overlay("", 0)));
    return made;
  }

  /** A result of 64 x 64 pixels that waits right of the first ones of the first canvas. */
  static Draft.Start waiting(FakeServices services, PixelImage result) {
    return new Draft.Start(
        services.sources.keep(result).toString(),
        "canvas",
        "stretch",
        Draft.Touch.USUAL,
        Draft.Masked.NONE,
        new Draft.Place("canvas", 64, 0, 64, 64));
  }
}
