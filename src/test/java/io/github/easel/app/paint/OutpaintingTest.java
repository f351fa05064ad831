package io.github.easel.app.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.GenerationService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutpaintingTest {

  private static final byte PAINT = 77;

  private final List<GenerationRequest> asked = new ArrayList<>();

  /** Paints where the mask says so, and gives the source's size back, as the pipeline does. */
  private final GenerationService service =
      new GenerationService() {
        @Override
        public GenerationResult generate(
            GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
          asked.add(request);
          Source source = request.source().orElseThrow();
          Mask mask = source.repaint().orElseThrow().mask();
          byte[] rgb = source.image().rgb();
          for (int i = 0; i < rgb.length; i++) {
            rgb[i] = mask.values()[i / 3] == 0 ? rgb[i] : PAINT;
          }
          return new GenerationResult(
              PixelImage.of(mask.width(), mask.height(), rgb),
              new Provenance(request, "model", "", "torch-cpu", "engine", "Easel"),
              new Timings(0, 0, 0, 0, 0),
              List.of());
        }

        @Override
        public void prepare(String model) {}

        @Override
        public DeviceReport device() {
          throw new UnsupportedOperationException();
        }
      };

  private static PixelImage noise(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(1).nextBytes(rgb);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = rgb[i] == PAINT ? 0 : rgb[i];
    }
    return PixelImage.of(width, height, rgb);
  }

  private static Outpainting.Order order(Margins margins, Map<Side, Prompt> prompts) {
    GenerationRequest template =
        new GenerationRequest(
            Prompt.of("a meadow"),
            "model",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 4, 5),
            7);
    return new Outpainting.Order(noise(100, 40), "field.png", margins, 24, 0.9, template, prompts);
  }

  @Test
  void leavesThePictureAsItIsAndFillsTheRest() {
    Margins margins = new Margins(30, 90, 0, 70);
    Outpainting.Order order = order(margins, Map.of());
    PixelImage extended =
        new Outpainting(service, 8)
            .extend(order, (index, count, request) -> progress -> {}, new Cancellation())
            .image();
    assertThat(extended.width()).isEqualTo(220);
    assertThat(extended.height()).isEqualTo(110);
    for (int y = 0; y < 110; y++) {
      for (int x = 0; x < 220; x++) {
        boolean old = x >= 30 && x < 130 && y < 40;
        int expected = old ? order.picture().argb(x - 30, y) : 0xFF4D4D4D;
        assertThat(extended.argb(x, y)).as("%d, %d", x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void givesEachSideItsWordsAndEachWindowItsSeed() {
    Outpainting.Order order =
        order(new Margins(20, 0, 20, 0), Map.of(Side.TOP, Prompt.of("a blue sky")));
    List<Integer> counts = new ArrayList<>();
    Outpainting.Outcome outcome =
        new Outpainting(service, 8)
            .extend(
                order,
                (index, count, request) -> {
                  counts.add(count);
                  return progress -> {};
                },
                new Cancellation());
    assertThat(outcome.windows()).hasSize(asked.size());
    assertThat(counts).hasSize(asked.size()).containsOnly(asked.size());
    assertThat(asked.get(0).prompt().positive()).isEqualTo("a meadow");
    assertThat(asked.get(asked.size() - 1).prompt().positive()).isEqualTo("a blue sky");
    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).seed()).isEqualTo(7 + i);
      assertThat(asked.get(i).source().orElseThrow().strength()).isEqualTo(0.9);
    }
  }

  @Test
  void beginsNewGroundWithTheColourOfItsEdge() {
    new Outpainting(service, 8)
        .extend(
            order(new Margins(0, 16, 0, 0), Map.of()),
            (index, count, request) -> progress -> {},
            new Cancellation());
    PixelImage seen = asked.get(0).source().orElseThrow().image();
    PixelImage picture = order(new Margins(0, 16, 0, 0), Map.of()).picture();
    for (int y = 0; y < 40; y++) {
      assertThat(seen.argb(seen.width() - 1, y)).isEqualTo(picture.argb(99, y));
    }
  }

  @Test
  void endsBetweenWindowsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    Outpainting outpainting = new Outpainting(service, 8);
    assertThatThrownBy(
            () ->
                outpainting.extend(
                    order(new Margins(0, 500, 0, 0), Map.of()),
                    (index, count, request) -> {
                      cancellation.cancel();
                      return progress -> {};
                    },
                    cancellation))
        .isInstanceOf(GenerationException.class);
    assertThat(asked).hasSize(1);
  }
}
