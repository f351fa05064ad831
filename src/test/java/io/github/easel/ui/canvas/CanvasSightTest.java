package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Masks;
import io.github.easel.canvas.Raster;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Mask;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of the canvas: all of it, the frame, the mask's colour, the names of layers. */
class CanvasSightTest {

  private static final Workers AT_ONCE =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);

  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
  private final Messages messages = Messages.of("canvas", language);
  private CanvasViewModel canvas;

  @BeforeEach
  void make() {
    canvas =
        new CanvasViewModel(
            new ComposeViewModel(Draft.EMPTY, List.of(), AT_ONCE, failure -> {}),
            new QueueViewModel(AT_ONCE, failure -> {}),
            AT_ONCE,
            messages,
            failure -> {});
    canvas.viewport().room(600, 500, 1);
    canvas.edit(FakeServices.gradient(320, 200), "sea");
  }

  private static Raster masked(Canvas now) {
    return now.mask().raster();
  }

  private void mask(Area area) {
    canvas.layers().choose(Canvas.MASK);
    canvas.tools().tool().set(Tool.RECTANGLE);
    canvas.draw(area.x(), area.y(), area.right(), area.bottom());
  }

  @Test
  void allOfItIsWhatIsPaintedAndTheFrame() {
    assertThat(canvas.whole()).isEqualTo(new Area(0, 0, 320, 200));
    canvas.fit();
    Viewport.View view = canvas.viewport().view().get();
    assertThat(view.column(300)).isEqualTo(160);
    assertThat(view.row(250)).isEqualTo(100);
  }

  @Test
  void aFrameThatLeavesComesBackIntoView() {
    canvas.fit();
    canvas.tools().tool().set(Tool.FRAME);
    double before = canvas.viewport().view().get().scale();
    canvas.nudge(1, 0, false, false);
    assertThat(canvas.viewport().holds(canvas.canvas().get().frame())).isTrue();
    for (int i = 0; i < 12; i++) {
      canvas.nudge(1, 0, false, false);
    }
    assertThat(canvas.viewport().holds(canvas.whole())).isTrue();
    assertThat(canvas.viewport().view().get().scale()).isLessThanOrEqualTo(before);
  }

  @Test
  void aMaskTurnedRoundTwiceIsWhatItWasBeyondThePictureToo() {
    mask(new Area(400, 0, 60, 200)); // as high as the picture, beside it
    Area all = new Area(0, 0, 600, 300);
    Mask before = Masks.of(masked(canvas.canvas().get()), all);
    canvas.mask().invert();
    assertThat(masked(canvas.canvas().get()).at(10, 10) >>> 24).isEqualTo(255);
    assertThat(masked(canvas.canvas().get()).at(430, 100)).isZero();
    canvas.mask().invert();
    assertThat(Masks.of(masked(canvas.canvas().get()), all).values()).isEqualTo(before.values());
  }

  @Test
  void aMaskThatRestsIsNotSeenUntilSomethingIsDoneWithIt() {
    mask(new Area(10, 10, 60, 60));
    double seen = canvas.mask().veil().get().opacity();
    assertThat(seen).isPositive();
    canvas.mask().rest();
    assertThat(canvas.mask().veil().get().opacity()).isZero();
    assertThat(canvas.mask().hidden().get()).isTrue();
    canvas.layers().toggleMask();
    assertThat(canvas.mask().hidden().get()).isTrue();
    canvas.layers().toggleMask();
    assertThat(canvas.mask().veil().get().opacity()).isEqualTo(seen);
    canvas.mask().rest();
    canvas.draw(100, 100, 140, 140);
    assertThat(canvas.mask().hidden().get()).isFalse();
    canvas.mask().rest();
    canvas.mask().show();
    assertThat(canvas.mask().hidden().get()).isFalse();
    canvas.mask().rest();
    canvas.mask().clear();
    assertThat(canvas.mask().hidden().get()).isFalse();
  }

  @Test
  void namesOfTheProgramFollowTheLanguageAndThoseOfPeopleStay() {
    canvas.addLayer();
    Layer paint = canvas.canvas().get().layer(canvas.canvas().get().active());
    Layer mask = canvas.canvas().get().mask();
    assertThat(LayerNames.shown(paint, messages)).isEqualTo("Paint 1");
    language.set(Language.GEORGIAN);
    assertThat(LayerNames.shown(paint, messages)).isEqualTo("ნახატი 1");
    assertThat(LayerNames.shown(mask, messages)).isEqualTo("ნიღაბი");
    assertThat(LayerNames.shown(paint.named("Result"), messages)).isEqualTo("შედეგი");
    assertThat(LayerNames.shown(paint.named("sea 12"), messages)).isEqualTo("sea 12");
    language.set(Language.ENGLISH);
    assertThat(LayerNames.shown(paint.named("ნახატი 12"), messages)).isEqualTo("Paint 12");
  }
}
