package io.github.easel.ui.canvas;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.SourcePictures;
import io.github.easel.app.SourceSize;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.FrameContent;
import io.github.easel.generation.Draft;
import io.github.easel.generation.ImageSize;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Verb;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The frame that is generated, and what is composed for it: while the canvas lies in the middle of
 * the window the pictures' size follows the frame and the button's verb what is in it.
 *
 * <p>A frame that the model can draw is drawn as it is. A larger or a much smaller one is drawn in
 * a size of its shape that suits the model, and the result stretched to the frame.
 */
public final class FrameViewModel {

  private final Sheet sheet;
  private final ComposeViewModel compose;
  private final Workers workers;
  private final BooleanProperty inFront = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<FrameContent> content =
      new ReadOnlyObjectWrapper<>(new FrameContent(false, true, false));

  /** Counts the questions for what is in the frame: only the last one's answer counts. */
  private volatile int asked;

  /** The model that the size was last adjusted to. */
  private @Nullable ModelSummary suited;

  private boolean adjusting;

  FrameViewModel(Sheet sheet, ComposeViewModel compose, Workers workers) {
    this.sheet = sheet;
    this.compose = compose;
    this.workers = workers;
    // listeners of changes, since those of invalidation would come before the model's size
    sheet.history().addListener((property, old, now) -> look());
    sheet.canvas().addListener((property, old, now) -> followFrame(old.frame(), now.frame()));
    compose.size().addListener((property, old, now) -> followSize());
    compose.model().addListener((property, old, now) -> adjust());
    compose.format().multiple().addListener((property, old, now) -> adjust());
    compose.start().strength().addListener((property, old, now) -> speak());
    inFront.addListener(
        (property, old, now) -> {
          adjust();
          look();
          speak();
        });
  }

  /** What is in the frame is found out by a worker; meanwhile the last answer holds. */
  private void look() {
    if (!inFront.get()) {
      return;
    }
    Canvas now = sheet.settled();
    int question = asked + 1;
    asked = question;
    workers
        .aside()
        .execute(
            () -> {
              if (question == asked) { // else it has changed again
                FrameContent found = FrameContent.of(now);
                workers.window().execute(() -> found(question, found));
              }
            });
  }

  private void found(int question, FrameContent found) {
    if (question == asked) {
      content.set(found);
      speak();
    }
  }

  private void speak() {
    compose.ground().set(inFront.get() ? verb() : null);
  }

  private Verb verb() {
    return CanvasStart.verb(sheet.settled(), content.get(), compose.start().strength().get());
  }

  private void followFrame(Area old, Area now) {
    if (!old.equals(now)) {
      adjust();
    }
  }

  private void adjust() {
    ModelSummary model = compose.model().get();
    if (inFront.get() && !adjusting && model != null) {
      suited = model;
      adjusting = true;
      compose.format().choose(drawn(sheet.canvas().get().frame()));
      adjusting = false;
    }
  }

  /** The size in which the frame is drawn. */
  ReadOnlyObjectProperty<ImageSize> drawn() {
    return compose.size();
  }

  private ImageSize drawn(Area frame) {
    return SourceSize.of(
        frame.width(),
        frame.height(),
        compose.model().get().size(),
        Math.max(1, compose.format().multiple().get()));
  }

  /**
   * Somebody chose another size for the pictures: the frame takes it. A size that comes with
   * another model, or that the frame is drawn in anyway, is nobody's choice of a frame.
   */
  private void followSize() {
    ModelSummary model = compose.model().get();
    if (!inFront.get() || adjusting || model == null) {
      return;
    }
    if (sheet.busy().get()) {
      sheet.then(this::followSize); // the frame may be another one then
      return;
    }
    if (!model.equals(suited)) {
      adjust();
      return;
    }
    ImageSize size = compose.size().get();
    Area frame = sheet.settled().frame();
    if (!size.equals(drawn(frame))) {
      adjusting = true;
      place(new Area(frame.x(), frame.y(), size.width(), size.height()));
      adjusting = false;
    }
  }

  /** Places the frame there. */
  public void place(Area area) {
    sheet.commit(now -> now.framed(area));
  }

  /** What a draft begins with as the canvas is now; its answer is for a worker. */
  UnaryOperator<Draft> beginning(SourcePictures sources) {
    if (!inFront.get()) {
      return UnaryOperator.identity();
    }
    Canvas now = sheet.settled();
    double strength = compose.start().strength().get();
    // looked at anew, since the last answer may not have come yet
    return draft ->
        new CanvasStart(now, CanvasStart.verb(now, FrameContent.of(now), strength), sources)
            .in(draft);
  }

  /** Whether the canvas lies in the middle of the window. */
  public BooleanProperty inFront() {
    return inFront;
  }

  /** Whether the picture would be extended and something masked of it made anew as well. */
  public BooleanBinding expandsMasked() {
    return Bindings.createBooleanBinding(
        () -> compose.ground().get() == Verb.EXPAND && content.get().masked(),
        compose.ground(),
        content);
  }

  /** What is in the frame. */
  public ReadOnlyObjectProperty<FrameContent> content() {
    return content.getReadOnlyProperty();
  }
}
