package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.canvas.Area;
import io.github.easel.ui.canvas.FrameGesture.Grip;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameGestureTest {

  private static final Area FRAME = new Area(64, 128, 512, 256);

  @Test
  void aFrameMovesByTheGridAndKeepsItsSize() {
    assertThat(FrameGesture.dragged(FRAME, Grip.INSIDE, 30, -90, 64))
        .isEqualTo(new Area(64, 64, 512, 256));
    assertThat(FrameGesture.dragged(FRAME, Grip.INSIDE, 30, -90, 8))
        .isEqualTo(new Area(96, 40, 512, 256));
  }

  @Test
  void aCornerMovesTwoEdgesAndLeavesTheOthers() {
    assertThat(FrameGesture.dragged(FRAME, Grip.TOP_LEFT, -70, -70, 64))
        .isEqualTo(Area.between(0, 64, FRAME.right(), FRAME.bottom()));
    assertThat(FrameGesture.dragged(FRAME, Grip.RIGHT, 60, 999, 64))
        .isEqualTo(new Area(64, 128, 576, 256));
  }

  @Property
  void everyFrameCanBeDrawnByAModel(
      @ForAll Grip grip,
      @ForAll @IntRange(min = -3000, max = 3000) int right,
      @ForAll @IntRange(min = -3000, max = 3000) int down,
      @ForAll boolean fine) {
    int grid = fine ? FrameGesture.FINE_GRID : FrameGesture.GRID;
    Area dragged = FrameGesture.dragged(FRAME, grip, right, down, grid);
    assertThat(dragged.width()).isGreaterThanOrEqualTo(grid);
    assertThat(dragged.height()).isGreaterThanOrEqualTo(grid);
    assertThat(dragged.width() % grid).isZero();
    assertThat(dragged.height() % grid).isZero();
  }
}
