package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetouchTest {

  private static final ImageSize SIZE = new ImageSize(64, 48);

  /** A mask of which one rectangle is marked. */
  private static Mask rectangle(int width, int height, Part part) {
    byte[] values = new byte[width * height];
    for (int y = part.y(); y < part.y() + part.height(); y++) {
      Arrays.fill(values, y * width + part.x(), y * width + part.x() + part.width(), (byte) 255);
    }
    return Mask.of(width, height, values);
  }

  private static Source source(
      PixelImage image, Fit fit, Mask mask, MaskShape shape, UnderMask content, int padding) {
    OptionalInt room = padding < 0 ? OptionalInt.empty() : OptionalInt.of(padding);
    return new Source(image, "", 0.5, fit)
        .withRepaint(Optional.of(new Repaint(mask, shape, content, room)));
  }

  /** A picture's size and a rectangle in it. */
  record Scene(int width, int height, Part part) {}

  @Provide
  Arbitrary<Scene> scenes() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(9, 160);
    return Combinators.combine(sides, sides)
        .flatAs(
            (width, height) ->
                Combinators.combine(
                        Arbitraries.integers().between(0, width - 9),
                        Arbitraries.integers().between(0, height - 9),
                        Arbitraries.integers().between(8, 60),
                        Arbitraries.integers().between(8, 60))
                    .as(
                        (x, y, w, h) ->
                            new Scene(
                                width,
                                height,
                                new Part(x, y, Math.min(w, width - x), Math.min(h, height - y)))));
  }

  @Property(tries = 300)
  void onlyMaskedLeavesEveryPixelBeyondTheFeatherAsItIs(
      @ForAll("scenes") Scene scene,
      @ForAll Fit fit,
      @ForAll UnderMask content,
      @ForAll @IntRange(min = 0, max = 6) int grow,
      @ForAll @IntRange(min = 0, max = 5) int blur,
      @ForAll @IntRange(min = 0, max = 40) int padding) {
    PixelImage image = Samples.noise(scene.width(), scene.height(), 3);
    MaskShape shape = new MaskShape(false, grow, blur);
    Mask mask = rectangle(scene.width(), scene.height(), scene.part());
    Retouch retouch = Retouch.of(source(image, fit, mask, shape, content, padding), SIZE);

    PixelImage start = retouch.start();
    PixelImage result = retouch.finish(Samples.noise(SIZE.width(), SIZE.height(), 4));

    assertThat(start.width()).isEqualTo(SIZE.width());
    assertThat(start.height()).isEqualTo(SIZE.height());
    assertKept(image, result, scene.part(), grow + (blur == 0 ? 0 : 3 * blur + 4));
  }

  @Property(tries = 300)
  void theWholePictureKeepsTheFittedSourceBeyondTheFeather(
      @ForAll("scenes") Scene scene, @ForAll Fit fit, @ForAll boolean sameSize) {
    ImageSize size =
        sameSize ? new ImageSize(scene.width() / 8 * 8 + 8, scene.height() / 8 * 8 + 8) : SIZE;
    PixelImage image =
        sameSize
            ? Samples.noise(size.width(), size.height(), 3)
            : Samples.noise(scene.width(), scene.height(), 3);
    Mask mask = rectangle(image.width(), image.height(), scene.part());
    Source source = source(image, fit, mask, MaskShape.AS_IS, UnderMask.ORIGINAL, -1);
    Mask fitted = Resizing.fit(mask, size, fit);
    Retouch retouch;
    try {
      retouch = Retouch.of(source, size);
    } catch (GenerationException nothingLeft) {
      // cropping may cut off all that is marked
      assertThat(fit).isEqualTo(Fit.CROP);
      return;
    }
    PixelImage before = Resizing.fit(image, size, fit);
    PixelImage result = retouch.finish(Samples.noise(size.width(), size.height(), 4));
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        if (fitted.at(x, y) == 0) {
          assertThat(result.argb(x, y)).isEqualTo(before.argb(x, y));
        }
      }
    }
    if (sameSize) {
      assertKept(image, result, scene.part(), 0);
    }
  }

  private static void assertKept(PixelImage before, PixelImage after, Part part, int feather) {
    assertThat(after.width()).isEqualTo(before.width());
    assertThat(after.height()).isEqualTo(before.height());
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        boolean beyond =
            x < part.x() - feather
                || x >= part.x() + part.width() + feather
                || y < part.y() - feather
                || y >= part.y() + part.height() + feather;
        if (beyond) {
          assertThat(after.argb(x, y)).isEqualTo(before.argb(x, y));
        }
      }
    }
  }

  @Test
  void whatIsMarkedIsWhatWasDrawn() {
    PixelImage image = Samples.noise(64, 48, 1);
    PixelImage drawn = Samples.noise(64, 48, 2);
    Mask mask = rectangle(64, 48, new Part(10, 12, 20, 16));
    PixelImage result =
        Retouch.of(source(image, Fit.CROP, mask, MaskShape.AS_IS, UnderMask.ORIGINAL, -1), SIZE)
            .finish(drawn);
    for (int y = 12; y < 28; y++) {
      for (int x = 10; x < 30; x++) {
        assertThat(result.argb(x, y)).isEqualTo(drawn.argb(x, y));
      }
    }
  }

  @Test
  void onlyTheMaskedPartIsDrawnAndComesBackToItsPlace() {
    // What would be drawn is the part itself: put back, nothing may have moved.
    PixelImage image = gradient(200, 160);
    Mask mask = rectangle(200, 160, new Part(70, 50, 40, 30));
    Retouch retouch =
        Retouch.of(
            source(image, Fit.CROP, mask, new MaskShape(false, 0, 3), UnderMask.ORIGINAL, 16),
            SIZE);
    PixelImage result = retouch.finish(retouch.start());
    for (int y = 0; y < 160; y++) {
      for (int x = 0; x < 200; x++) {
        assertThat(result.argb(x, y) >> 16 & 255)
            .isCloseTo(image.argb(x, y) >> 16 & 255, within(2));
        assertThat(result.argb(x, y) >> 8 & 255).isCloseTo(image.argb(x, y) >> 8 & 255, within(2));
      }
    }
  }

  private static PixelImage gradient(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[3 * (y * width + x)] = (byte) x;
        rgb[3 * (y * width + x) + 1] = (byte) y;
      }
    }
    return PixelImage.of(width, height, rgb);
  }

  @Property(tries = 200)
  void thePartLiesInThePictureAndHoldsWhatIsMarked(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 0, max = 200) int padding) {
    Part inner = scene.part();
    Part part = MaskedPart.around(inner, padding, SIZE, scene.width(), scene.height());
    assertThat(part.x()).isBetween(0, inner.x());
    assertThat(part.y()).isBetween(0, inner.y());
    assertThat(part.x() + part.width()).isBetween(inner.x() + inner.width(), scene.width());
    assertThat(part.y() + part.height()).isBetween(inner.y() + inner.height(), scene.height());
    boolean free = part.width() < scene.width() && part.height() < scene.height();
    if (free) {
      assertThat((double) part.width() * SIZE.height() / SIZE.width())
          .isCloseTo(part.height(), within(1.0));
    }
  }

  @Test
  void fillTakesTheColoursRoundAboutAndNothingOfWhatIsMarked() {
    byte[] rgb = new byte[3 * 64 * 48];
    for (int i = 0; i < 64 * 48; i++) {
      boolean marked = i % 64 >= 24 && i % 64 < 40;
      rgb[3 * i] = (byte) (marked ? 255 : i % 64 < 32 ? 40 : 200);
      rgb[3 * i + 1] = (byte) (marked ? 255 : 90);
    }
    PixelImage image = PixelImage.of(64, 48, rgb);
    PixelImage filled = SurroundingColours.fill(image, rectangle(64, 48, new Part(24, 0, 16, 48)));
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 64; x++) {
        int argb = filled.argb(x, y);
        if (x < 24 || x >= 40) {
          assertThat(argb).isEqualTo(image.argb(x, y));
        } else {
          assertThat(argb >> 8 & 255).isCloseTo(90, within(1));
          assertThat(argb >> 16 & 255).isBetween(39, 201);
        }
      }
    }
    // Near a side its colour is the stronger.
    assertThat(filled.argb(25, 20) >> 16 & 255).isLessThan(filled.argb(38, 20) >> 16 & 255);
  }

  @Test
  void aPictureOfWhichNothingIsKeptIsFilledWithGrey() {
    PixelImage filled =
        SurroundingColours.fill(
            Samples.noise(16, 16, 1), rectangle(16, 16, new Part(0, 0, 16, 16)));
    assertThat(filled.argb(8, 8)).isEqualTo(0xFF808080);
  }

  @Test
  void refusesAMaskThatMarksNothing() {
    PixelImage image = Samples.noise(64, 48, 1);
    for (int padding : new int[] {-1, 8}) {
      Source source =
          source(
              image,
              Fit.CROP,
              Mask.of(64, 48, new byte[64 * 48]),
              MaskShape.AS_IS,
              UnderMask.FILL,
              padding);
      assertThatThrownBy(() -> Retouch.of(source, SIZE))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.VALUE_REFUSED));
    }
  }

  @Property(tries = 100)
  void keepsTheLumaOfTheSource(@ForAll int seed) {
    PixelImage image = Samples.noise(64, 48, seed);
    Source source = new Source(image, "", 0.5, Fit.CROP).in(new Manner(1, true));
    PixelImage result = Retouch.of(source, SIZE).finish(Samples.noise(64, 48, seed + 1));
    for (int at = 0; at < 3 * 64 * 48; at += 3) {
      // Each channel is rounded to a whole number.
      assertThat(Luminance.luma(result.rgb(), at))
          .isCloseTo(Luminance.luma(image.rgb(), at), within(0.51));
    }
  }

  @Test
  void bringsColoursToAGreyPicture() {
    byte[] grey = new byte[3 * 64 * 48];
    Arrays.fill(grey, (byte) 120);
    byte[] blue = new byte[grey.length];
    for (int i = 2; i < blue.length; i += 3) {
      blue[i] = (byte) 200;
    }
    Source source =
        new Source(PixelImage.of(64, 48, grey), "", 0.5, Fit.CROP).in(new Manner(1, true));
    int argb = Retouch.of(source, SIZE).finish(PixelImage.of(64, 48, blue)).argb(5, 5);
    assertThat(argb & 255).isGreaterThan(230);
    assertThat(argb >> 16 & 255).isEqualTo(argb >> 8 & 255).isLessThan(120);
  }
}
