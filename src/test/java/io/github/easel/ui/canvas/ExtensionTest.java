package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Pictures;
import io.github.easel.canvas.Results;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Fit;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.Retouch;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.FakeSources;
import io.github.easel.ui.compose.Verb;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What is generated beyond a picture's edge, from the canvas and back onto it. */
class ExtensionTest {

  private static final int SIDE = 128;
  private static final int BLACK = 0xFF000000;

  private final FakeSources sources = new FakeSources();

  private static Canvas canvas(PixelImage picture, Area frame) {
    Layer layer =
        new Layer("one", "one", Layer.Kind.PICTURE, true, 1, Pictures.placed(picture, 0, 0));
    Layer mask = Canvas.empty("mask", frame).mask();
    return new Canvas(List.of(layer, mask), Canvas.MASK, frame);
  }

  private Draft.Start start(Canvas canvas, int grow, double blur) {
    Draft.Masked typed = new Draft.Masked("", false, grow, blur, "original", 32);
    Draft draft =
        new Draft(
            Draft.EMPTY.words(),
            "",
            Draft.EMPTY.format(),
            Draft.EMPTY.way(),
            Draft.EMPTY.chance(),
            new Draft.Start(
                "", "", "crop", new Draft.Touch(0.4, 1.2, true), typed, Draft.Place.NOWHERE));
    return new CanvasStart(canvas, Verb.EXPAND, sources).in(draft).start();
  }

  private PixelImage finished(Draft.Start start, PixelImage drawn) {
    Draft.Masked part = start.masked();
    Mask mask = sources.mask(Path.of(part.mask()));
    Repaint repaint =
        new Repaint(
            mask,
            new MaskShape(part.inverted(), part.grow(), part.blur()),
            UnderMask.find(part.content()).orElseThrow(),
            OptionalInt.empty());
    Source source =
        new Source(sources.read(Path.of(start.picture())), "", start.strength(), Fit.STRETCH)
            .withRepaint(Optional.of(repaint));
    return Retouch.of(source, new ImageSize(drawn.width(), drawn.height())).finish(drawn);
  }

  @Property(tries = 40)
  void noFillerShowsThroughAndBeyondTheEdgeNothingChanges(
      @ForAll @IntRange(min = -16, max = 40) int grow,
      @ForAll @DoubleRange(min = 0, max = 12) double blur,
      @ForAll @IntRange(min = 1, max = 7) int sixteenths) {
    PixelImage picture = FakeServices.gradient(SIDE, SIDE);
    Area frame = new Area(16 * sixteenths, 0, SIDE, SIDE);
    Canvas before = canvas(picture, frame);
    Draft.Start start = start(before, grow, blur);
    assertThat(start.touch()).isEqualTo(new Draft.Touch(1, 1, false));
    assertThat(start.masked().grow()).isEqualTo(Math.max(grow, (int) Math.ceil(2.5 * blur)));
    assertThat(start.masked().content()).isEqualTo("fill");
    PixelImage finished = finished(start, PixelImage.of(SIDE, SIDE, new byte[3 * SIDE * SIDE]));
    Staged staged = Staged.of(start, finished, sources);
    Canvas after = Results.accepted(before, staged.pixels(), "new", "new");
    int reach = start.masked().grow() + (int) Math.ceil(3 * blur);
    for (int y = 0; y < SIDE; y += 3) {
      for (int x = SIDE; x < frame.right(); x++) {
        assertThat(channels(Compositor.colourAt(after, x, y)))
            .allMatch(channel -> channel <= 4, "black, and nothing of the filler");
      }
      for (int x = 0; x < SIDE; x++) {
        int colour = Compositor.colourAt(after, x, y);
        if (x < SIDE - reach || x < frame.x()) {
          assertThat(colour).as("%d, %d", x, y).isEqualTo(picture.argb(x, y));
        } else {
          assertThat(colour).isEqualTo(finished.argb(x - frame.x(), y));
        }
      }
    }
  }

  private static List<Integer> channels(int argb) {
    assertThat(argb & BLACK).isEqualTo(BLACK);
    return Arrays.asList(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
  }
}
