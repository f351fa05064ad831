package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Brush;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Ink;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Pictures;
import io.github.easel.canvas.Raster;
import io.github.easel.canvas.Raster.At;
import io.github.easel.canvas.Stroke;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import javafx.scene.image.PixelFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class) // parts of images are drawn on its thread alone
class TileImagesTest {

  private static final Area ALL = new Area(0, 0, 1024, 1024);

  private final Queue<Runnable> aside = new ArrayDeque<>();
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, aside::add);
  private final TileImages tiles = new TileImages(workers, () -> {});
  private final Canvas blank = Canvas.empty("Mask", ALL);

  private static Canvas painted(Canvas below, String layer, int side) {
    return LayersViewModel.with(
        below,
        new Layer(
            layer,
            layer,
            Layer.Kind.PICTURE,
            true,
            1,
            Pictures.placed(FakeServices.gradient(side, side), 0, 0)));
  }

  private void develop(TileImages images) {
    images.develop(ALL);
    while (!aside.isEmpty()) {
      aside.remove().run();
      images.develop(ALL);
    }
  }

  private boolean shown(At at) {
    TileImage tile = tiles.images().get(at);
    return tile != null && tile.image().getPixelReader().getArgb(128, 128) != 0;
  }

  @Test
  void whatTheWorkerStillDrewOfTheCanvasBeforeDoesNotStay() {
    tiles.show(painted(blank, "sea", 1024), Veil.USUAL, 0);
    tiles.develop(ALL);
    assertThat(aside).as("the worker is at it").hasSize(1);
    tiles.show(blank, Veil.USUAL, 0);
    develop(tiles);
    assertThat(tiles.settled(ALL)).isTrue();
    assertThat(tiles.images().keySet()).isNotEmpty().noneMatch(this::shown);
  }

  @Test
  void onlyWhatLooksDifferentIsDrawnAnewWhenALayerComes() {
    Canvas sea = painted(blank, "sea", 1024);
    tiles.show(sea, Veil.USUAL, 0);
    develop(tiles);
    TileImage far = tiles.images().get(new At(3, 3));
    TileImage near = tiles.images().get(new At(0, 0));
    tiles.show(painted(sea, "boat", 256), Veil.USUAL, 0);
    develop(tiles);
    assertThat(tiles.images().get(new At(3, 3))).isSameAs(far);
    assertThat(tiles.images().get(new At(0, 0))).isNotSameAs(near);
  }

  @Test
  void aTileThatCouldNotBeDrawnIsTriedAgainWithTheNextCanvas() {
    boolean[] fails = {true};
    At broken = new At(1, 1);
    TileImages images =
        new TileImages(
            workers,
            () -> {},
            (canvas, at, veil, halvings) -> {
              if (fails[0] && at.equals(broken)) {
                throw new IllegalStateException("its file is gone");
              }
              return TileLook.image(canvas, at, veil, halvings);
            });
    Canvas sea = painted(blank, "sea", 1024);
    images.show(sea, Veil.USUAL, 0);
    develop(images);
    assertThat(images.settled(ALL)).as("it is not tried for ever").isTrue();
    assertThat(images.images()).hasSize(15).doesNotContainKey(broken);
    fails[0] = false;
    images.show(sea.framed(new Area(0, 0, 64, 64)), Veil.USUAL, 0);
    develop(images);
    assertThat(images.images()).containsKey(broken);
  }

  /** A hash of what is seen: arrays of so many pixels say nothing to people. */
  private static int look(@Nullable TileImage tile) {
    if (tile == null) {
      throw new AssertionError("no image");
    }
    int side = (int) tile.image().getWidth();
    int[] pixels = new int[side * side];
    tile.image()
        .getPixelReader()
        .getPixels(0, 0, side, side, PixelFormat.getIntArgbPreInstance(), pixels, 0, side);
    return Arrays.hashCode(pixels);
  }

  private static void onWindow(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, task);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5})
  void aStrokeIsDrawnIntoTheImagesThatAreThere(int halvings) {
    Canvas sea = LayersViewModel.with(painted(blank, "sea", 1024), layer(Raster.CLEAR));
    tiles.show(sea, Veil.USUAL, halvings);
    develop(tiles);
    TileImage before = tiles.images().get(new At(0, 0));
    tiles.fresh();
    Stroke stroke = Stroke.begin(sea.layer("boat").raster(), Brush.of(90, 0.4, Ink.of(0xFF0000)));
    stroke.to(100, 120, 1);
    tiles.show(sea.with(layer(stroke.raster())), Veil.USUAL, halvings);
    develop(tiles); // the layer's first pixels there: all of the tile
    Canvas now = sea;
    for (int i = 1; i < 6; i++) {
      stroke.to(100 + 41 * i, 120 + 33 * i, 1);
      now = sea.with(layer(stroke.raster()));
      Canvas shown = now;
      onWindow(
          () -> {
            tiles.show(shown, Veil.USUAL, halvings);
            develop(tiles);
          });
    }
    TileImage after = tiles.images().get(new At(0, 0));
    assertThat(after).isNotSameAs(before);
    assertThat(look(after))
        .isEqualTo(look(TileLook.image(now, new At(0, 0), Veil.USUAL, halvings)));
    assertThat(look(tiles.images().get(new At(1, 1))))
        .isEqualTo(look(TileLook.image(now, new At(1, 1), Veil.USUAL, halvings)));
    assertThat(tiles.fresh()).contains(new At(0, 0), new At(1, 1)).doesNotContain(new At(3, 3));
  }

  @Test
  void aStrokeDoesNotWaitForTheWorker() {
    Canvas sea = LayersViewModel.with(painted(blank, "sea", 1024), layer(Raster.CLEAR));
    Stroke stroke = Stroke.begin(sea.layer("boat").raster(), Brush.of(30, 1, Ink.of(0xFF0000)));
    stroke.to(100, 120, 1);
    tiles.show(sea.with(layer(stroke.raster())), Veil.USUAL, 0);
    tiles.develop(new Area(0, 0, 256, 256)); // the one where somebody paints
    tiles.develop(ALL);
    assertThat(aside).as("the worker is at the others").hasSize(1);
    int before = look(tiles.images().get(new At(0, 0)));
    stroke.to(180, 160, 1);
    Canvas now = sea.with(layer(stroke.raster()));
    onWindow(
        () -> {
          tiles.show(now, Veil.USUAL, 0);
          tiles.develop(ALL);
        });
    assertThat(aside).as("the worker is still at them").hasSize(1);
    assertThat(look(tiles.images().get(new At(0, 0))))
        .isNotEqualTo(before)
        .isEqualTo(look(TileLook.image(now, new At(0, 0), Veil.USUAL, 0)));
  }

  private static Layer layer(Raster raster) {
    return new Layer("boat", "boat", Layer.Kind.PAINT, true, 1, raster);
  }
}
