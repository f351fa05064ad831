package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.ui.viewer.ZoomModel.Place;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Where the picture lies, without a window. */
class ZoomModelTest {

  private final ZoomModel zoom = new ZoomModel();

  private void given(int width, int height, double roomWidth, double roomHeight, double density) {
    zoom.room(roomWidth, roomHeight, density);
    zoom.picture(width, height);
  }

  @Property(tries = 300)
  void keepsThePointUnderThePointerWhereItIs(
      @ForAll @IntRange(min = 64, max = 4096) int width,
      @ForAll @IntRange(min = 64, max = 4096) int height,
      @ForAll @DoubleRange(min = 200, max = 2000) double room,
      @ForAll @DoubleRange(min = 1, max = 2) double density,
      @ForAll @DoubleRange(min = 0.1, max = 16) double from,
      @ForAll @DoubleRange(min = 0.1, max = 16) double to,
      @ForAll @DoubleRange(min = 0, max = 1) double x,
      @ForAll @DoubleRange(min = 0, max = 1) double y) {
    ZoomModel model = new ZoomModel();
    model.room(room, room, density);
    model.picture(width, height);
    model.to(from);
    double shareX = model.shareX(x * room);
    double shareY = model.shareY(y * room);
    model.to(to, x * room, y * room);
    assertStaysOrIsAtTheEdge(shareX, model.shareX(x * room), width * to / density, x, room);
    assertStaysOrIsAtTheEdge(shareY, model.shareY(y * room), height * to / density, y, room);
  }

  /** It may move only as far as the picture would else leave the room bare, or be off centre. */
  private static void assertStaysOrIsAtTheEdge(
      double before, double after, double drawn, double at, double room) {
    double edge = at * room - before * drawn;
    boolean free = edge <= 0 && edge + drawn >= room;
    if (free) {
      assertThat(after).isCloseTo(before, within(1e-6));
    } else if (drawn >= room) {
      double left = at * room - after * drawn;
      assertThat(left < 1e-6 && left + drawn > room - 1e-6).isTrue();
      assertThat(Math.abs(left) < 1e-6 || Math.abs(left + drawn - room) < 1e-6).isTrue();
    } else {
      assertThat(at * room - after * drawn).isCloseTo((room - drawn) / 2, within(1e-6));
    }
  }

  @Property(tries = 300)
  void neverLeavesTheRoomBareWhereThePictureCouldFillIt(
      @ForAll @IntRange(min = 64, max = 4096) int width,
      @ForAll @DoubleRange(min = 200, max = 2000) double room,
      @ForAll @DoubleRange(min = 0.1, max = 16) double scale,
      @ForAll @DoubleRange(min = -5000, max = 5000) double right,
      @ForAll @DoubleRange(min = -5000, max = 5000) double down) {
    ZoomModel model = new ZoomModel();
    model.room(room, room, 1);
    model.picture(width, width);
    model.to(scale);
    Assume.that(model.larger());
    model.pan(right, down);
    Place place = model.place().get();
    assertThat(place.x()).isLessThanOrEqualTo(0.5);
    assertThat(place.x() + place.width()).isGreaterThanOrEqualTo(room - 0.5);
    assertThat(place.y()).isLessThanOrEqualTo(0.5);
    assertThat(place.y() + place.height()).isGreaterThanOrEqualTo(room - 0.5);
  }

  @Test
  void growsSmallPicturesByWholeFactorsOnly() {
    assertThat(ZoomModel.fitting(128, 128, 500, 500, 1)).isEqualTo(3);
    assertThat(ZoomModel.fitting(128, 128, 5000, 5000, 1)).isEqualTo(6);
    assertThat(ZoomModel.fitting(128, 128, 5000, 5000, 2)).isEqualTo(12);
    assertThat(ZoomModel.fitting(512, 768, 2000, 2000, 1)).isEqualTo(1);
  }

  @Test
  void shrinksLargePicturesUntilAllIsSeen() {
    given(4096, 2048, 848, 848, 1);
    Place place = zoom.place().get();
    assertThat(place.width()).isCloseTo(800, within(1e-9));
    assertThat(place.x()).isEqualTo(24);
    assertThat(place.y()).isEqualTo(224);
    assertThat(zoom.larger()).isFalse();
  }

  @Test
  void fitsAgainWhenTheRoomChangesUntilSomebodyZooms() {
    given(1000, 1000, 548, 548, 1);
    assertThat(zoom.scale().get()).isEqualTo(0.5);
    zoom.room(298, 298, 1);
    assertThat(zoom.scale().get()).isEqualTo(0.25);
    zoom.to(2);
    zoom.room(548, 548, 1);
    assertThat(zoom.scale().get()).isEqualTo(2);
    assertThat(zoom.fitted().get()).isFalse();
    zoom.fit();
    assertThat(zoom.scale().get()).isEqualTo(0.5);
  }

  @Test
  void drawsAPixelOnAPixelOfADenseScreen() {
    given(1000, 1000, 400, 400, 2);
    zoom.to(1);
    assertThat(zoom.place().get().width()).isEqualTo(500);
    zoom.pan(13.3, 7.1);
    double x = zoom.place().get().x() * 2;
    assertThat(x).isEqualTo(Math.rint(x));
  }

  @Test
  void goesThroughTheUsualScales() {
    given(1000, 1000, 500, 500, 1);
    zoom.to(1);
    zoom.in();
    assertThat(zoom.scale().get()).isEqualTo(1.5);
    zoom.in();
    assertThat(zoom.scale().get()).isEqualTo(2);
    zoom.out();
    zoom.out();
    zoom.out();
    assertThat(zoom.scale().get()).isEqualTo(0.67);
    zoom.to(1000);
    assertThat(zoom.scale().get()).isEqualTo(ZoomModel.MOST);
    zoom.in();
    assertThat(zoom.scale().get()).isEqualTo(ZoomModel.MOST);
  }

  @Test
  void togglesBetweenAllOfItAndItsOwnSize() {
    given(1000, 1000, 548, 548, 1);
    zoom.toggle(274, 274);
    assertThat(zoom.scale().get()).isEqualTo(1);
    zoom.toggle(0, 0);
    assertThat(zoom.fitted().get()).isTrue();
    zoom.picture(500, 500); // which fits at its own size
    zoom.toggle(274, 274);
    assertThat(zoom.scale().get()).isEqualTo(2);
  }

  @Test
  void preparesAnImageWithinTwiceOfWhatIsDrawn() {
    assertThat(Rendition.of(4096, 4096, 0.19)).isEqualTo(new Rendition(-4));
    assertThat(Rendition.of(4096, 4096, 0.5)).isEqualTo(new Rendition(-2));
    assertThat(Rendition.of(1024, 1024, 0.7)).isEqualTo(Rendition.PLAIN);
    assertThat(Rendition.of(1024, 1024, 1)).isEqualTo(Rendition.PLAIN);
    assertThat(Rendition.of(128, 128, 5)).isEqualTo(new Rendition(5));
    assertThat(Rendition.of(128, 128, 5.2)).isEqualTo(new Rendition(6));
    assertThat(Rendition.of(128, 128, 32)).isEqualTo(new Rendition(12));
    assertThat(Rendition.of(4096, 4096, 4)).isEqualTo(Rendition.PLAIN);
  }
}
