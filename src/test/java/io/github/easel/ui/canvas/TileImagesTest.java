package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Pictures;
import io.github.easel.canvas.Raster.At;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.util.ArrayDeque;
import java.util.Queue;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

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
    Image image = tiles.images().get(at);
    return image != null && image.getPixelReader().getArgb(128, 128) != 0;
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
    Image far = tiles.images().get(new At(3, 3));
    Image near = tiles.images().get(new At(0, 0));
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
}
