package io.github.easel.app.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.canvas.Area;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RefusedValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutpaintPlanTest {

  private static final ImageSize TILE = new ImageSize(256, 192);

  /** Every pixel is drawn, no window is too large, and each sees what it has to continue. */
  @Property(tries = 300)
  void windowsCoverTheMarginsAndSeeWhatTheyContinue(
      @ForAll @IntRange(min = 16, max = 700) int width,
      @ForAll @IntRange(min = 16, max = 700) int height,
      @ForAll @IntRange(max = 500) int left,
      @ForAll @IntRange(max = 500) int right,
      @ForAll @IntRange(max = 500) int top,
      @ForAll @IntRange(min = 1, max = 500) int bottom,
      @ForAll @IntRange(min = 8, max = 96) int overlap) {
    OutpaintPlan plan =
        OutpaintPlan.of(width, height, new Margins(left, right, top, bottom), TILE, overlap);
    Area target = plan.target();
    boolean[] known = new boolean[target.width() * target.height()];
    cover(known, target, plan.picture());
    for (OutpaintPlan.Window window : plan.windows()) {
      Area area = window.area();
      assertThat(target.holds(area)).isTrue();
      assertThat(area.width()).isLessThanOrEqualTo(TILE.width());
      assertThat(area.height()).isLessThanOrEqualTo(TILE.height());
      int seen = count(known, target, area);
      int across = window.side().horizontal() ? area.height() : area.width();
      int extent = window.side().horizontal() ? width : height;
      assertThat(seen).isGreaterThanOrEqualTo(across * Math.min(overlap, extent));
      assertThat(seen).isLessThan(area.width() * area.height());
      cover(known, target, area);
    }
    for (boolean pixel : known) {
      if (!pixel) {
        throw new AssertionError("a hole");
      }
    }
  }

  private static void cover(boolean[] known, Area target, Area area) {
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        known[y * target.width() + x] = true;
      }
    }
  }

  private static int count(boolean[] known, Area target, Area area) {
    int count = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        count += known[y * target.width() + x] ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aPictureOfTheModelsSizeDoublesInTwoWindows() {
    ImageSize tile = new ImageSize(256, 256);
    OutpaintPlan plan = OutpaintPlan.of(256, 256, new Margins(0, 256, 0, 0), tile, 128);
    assertThat(plan.windows())
        .containsExactly(
            new OutpaintPlan.Window(new Area(128, 0, 256, 256), Side.RIGHT),
            new OutpaintPlan.Window(new Area(256, 0, 256, 256), Side.RIGHT));
  }

  @Test
  void refusesWhatMakesNoSense() {
    Margins none = new Margins(0, 0, 0, 0);
    assertThatThrownBy(() -> OutpaintPlan.of(64, 64, none, TILE, 32))
        .isInstanceOf(RefusedValue.class);
    Margins some = new Margins(1, 0, 0, 0);
    assertThatThrownBy(() -> OutpaintPlan.of(64, 64, some, TILE, 97))
        .isInstanceOf(RefusedValue.class)
        .hasMessageContaining("from 8 to 96");
    assertThatThrownBy(() -> OutpaintPlan.of(16_384, 64, some, TILE, 32))
        .isInstanceOf(RefusedValue.class)
        .hasMessageContaining("16385x64");
    assertThatThrownBy(() -> new Margins(-1, 0, 0, 0)).isInstanceOf(RefusedValue.class);
  }
}
