package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Moving, cropping, masks, steps back, and how large all may become. */
class EditsTest {

  private static final Area ALL = new Area(-512, -512, 1024, 1024);

  private static Failure failure(Runnable attempt) {
    return catchThrowableOfType(attempt::run, GenerationException.class).failure();
  }

  @Property(tries = 30)
  void movesThereAndBack(
      @ForAll long seed,
      @ForAll @IntRange(min = -900, max = 900) int right,
      @ForAll @IntRange(min = -900, max = 900) int down) {
    Raster raster = Paintings.stroke(Raster.CLEAR, new Random(seed));
    Raster moved = Moving.moved(raster, right, down);
    assertThat(moved.pixels(ALL.moved(right, down))).isEqualTo(raster.pixels(ALL));
    assertThat(Paintings.same(Moving.moved(moved, -right, -down), raster)).isTrue();
  }

  @Test
  void movesByWholeTilesWithoutCopies() {
    Raster raster = Raster.CLEAR.painted(Shapes.ellipse(0, 0, 300, 300), Ink.of(9));
    Raster moved = Moving.moved(raster, 512, -256);
    assertThat(moved.tiles().values()).containsExactlyInAnyOrderElementsOf(raster.tiles().values());
  }

  @Test
  void movesNothingOffTheSheet() {
    Raster raster = Raster.CLEAR.painted(Shapes.rectangle(0, 0, 9, 9), Ink.of(9));
    assertThat(Moving.moved(raster, 16_384 - 9, 0).painted().right()).isEqualTo(16_384);
    assertThat(failure(() -> Moving.moved(raster, 16_384 - 8, 0)))
        .isEqualTo(Failure.CANVAS_TOO_LARGE);
  }

  @Property(tries = 10)
  void cropsToTheFrame(@ForAll long seed) {
    Canvas canvas = Paintings.history(10, seed).present();
    Canvas cropped = Cropping.toFrame(canvas);
    for (Layer layer : canvas.layers()) {
      Raster raster = cropped.layer(layer.id()).raster();
      assertThat(canvas.frame().holds(raster.painted())).isTrue();
      assertThat(raster.pixels(canvas.frame())).isEqualTo(layer.raster().pixels(canvas.frame()));
    }
  }

  @Property(tries = 10)
  void invertsAMaskTwiceToItself(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] values = new byte[90 * 70];
    random.nextBytes(values);
    Area area = new Area(-20, 30, 90, 70);
    Raster mask = Masks.placed(Raster.CLEAR, Mask.of(90, 70, values), -20, 30);
    Raster inverted = Masks.inverted(mask, area);
    assertThat(Masks.of(inverted, area).at(3, 4)).isEqualTo(255 - (values[4 * 90 + 3] & 255));
    assertThat(Paintings.same(Masks.inverted(inverted, area), mask)).isTrue();
  }

  @Test
  void growsAndShrinksAMaskAtTilesEdgesToo() {
    Raster mask = Raster.CLEAR.painted(Shapes.rectangle(0, 0, 256, 256), Ink.MASK);
    assertThat(Masks.grown(mask, 10).painted()).isEqualTo(new Area(-10, -10, 276, 276));
    assertThat(Masks.grown(mask, -10).painted()).isEqualTo(new Area(10, 10, 236, 236));
    assertThat(Masks.grown(Raster.CLEAR, 10).clear()).isTrue();
  }

  @Test
  void feathersAMaskAcrossTilesEdges() {
    Raster mask = Raster.CLEAR.painted(Shapes.rectangle(0, 0, 256, 256), Ink.MASK);
    Raster soft = Masks.feathered(mask, 8);
    assertThat(soft.at(128, 128)).isEqualTo(0xFF000000);
    assertThat(soft.at(0, 128) >>> 24).isBetween(115, 145);
    assertThat(soft.at(-1, 128) >>> 24).isBetween(110, 140);
    assertThat(soft.at(-60, 128)).isZero();
  }

  @Property(tries = 20)
  void undoesAndRedoesToTheSame(@ForAll @IntRange(min = 1, max = 300) int steps) {
    History history = History.of(Paintings.blank());
    for (int i = 1; i <= steps; i++) {
      history = history.push(history.present().framed(new Area(i, 0, 8, 8)));
    }
    int kept = Math.min(steps, History.MOST_STEPS);
    History back = history;
    for (int i = 0; i < kept; i++) {
      assertThat(back.canUndo()).isTrue();
      assertThat(back.undo().redo().present()).isSameAs(back.present());
      back = back.undo();
    }
    assertThat(back.canUndo()).isFalse();
    assertThat(back.undo()).isSameAs(back);
    while (back.canRedo()) {
      back = back.redo();
    }
    assertThat(back.present()).isSameAs(history.present());
    assertThat(history.push(history.present())).isSameAs(history);
    assertThat(history.undo().push(Paintings.blank()).canRedo()).isFalse();
  }

  @Test
  void replacesThePresentWithoutAStep() {
    Canvas canvas = Paintings.blank();
    History history = History.of(canvas).push(canvas.framed(ALL)).undo();
    History changed = history.instead(canvas.painting(Canvas.MASK));
    assertThat(changed.present().active()).isEqualTo(Canvas.MASK);
    assertThat(changed.canUndo()).isFalse();
    assertThat(changed.redo().present().frame()).isEqualTo(ALL);
  }

  @Test
  void refusesPicturesOffTheSheetAndTooManyLayers() {
    PixelImage picture = PixelImage.of(2, 2, new byte[12]);
    assertThat(failure(() -> Pictures.placed(picture, 16_383, 0)))
        .isEqualTo(Failure.CANVAS_TOO_LARGE);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      layers.add(new Layer("l" + i, "l", Layer.Kind.PAINT, true, 1, Raster.CLEAR));
    }
    layers.add(Paintings.blank().mask());
    Canvas many = new Canvas(layers, "l0", ALL);
    assertThat(failure(() -> Limits.check(many))).isEqualTo(Failure.TOO_MANY_LAYERS);
    layers.remove(0);
    assertThat(Limits.check(new Canvas(layers, "l1", ALL)).layers()).hasSize(64);
  }
}
