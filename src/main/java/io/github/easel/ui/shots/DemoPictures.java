package io.github.easel.ui.shots;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures to show: drawn by the first model at hand, or else painted by figures. */
final class DemoPictures {

  private static final Logger LOG = LoggerFactory.getLogger(DemoPictures.class);

  private static final List<String> PROMPTS =
      List.of(
          "hot air balloons in the night sky, full moon",
          "a house in a snowy forest at night",
          "two red apples on a wooden table, watercolour",
          "a green tree on a hill under a yellow sun",
          "a blue fish in the sea",
          "a white cat");

  private static final int SIDE = 256;

  private DemoPictures() {}

  /** Six pictures. */
  static List<PixelImage> of(Services services) {
    List<ModelSummary> models = services.models().list();
    List<PixelImage> pictures = new ArrayList<>();
    try {
      for (int i = 0; !models.isEmpty() && i < PROMPTS.size(); i++) {
        ModelSummary model = models.get(0);
        GenerationRequest request =
            new GenerationRequest(
                Prompt.of(PROMPTS.get(i)), model.name(), model.size(), model.sampling(), 7 + i);
        pictures.add(
            services
                .generation()
                .generate(request, ProgressListener.NONE, new Cancellation())
                .image());
      }
    } catch (GenerationException e) {
      LOG.warn("the model cannot draw, so pictures are painted", e);
      pictures.clear();
    }
    for (int i = pictures.size(); i < PROMPTS.size(); i++) {
      pictures.add(painted(i));
    }
    return pictures;
  }

  /** Hills under a sky, each number in other colours. */
  private static PixelImage painted(int number) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    double hue = number * 1.05;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double depth = 0;
        for (int hill = 1; hill <= 3; hill++) {
          double ridge =
              SIDE * (0.38 + 0.16 * hill)
                  + 18 * Math.sin(x * 0.021 * hill + hue * hill)
                  + 7 * Math.sin(x * 0.06 + hill + number);
          depth += y > ridge ? 1 : 0;
        }
        double sun = Math.hypot(x - SIDE * (0.25 + 0.09 * number), y - SIDE * 0.24) / SIDE;
        double light = depth == 0 ? 0.85 - 0.35 * y / SIDE : 0.62 - 0.17 * depth;
        light += depth == 0 ? Math.max(0, 0.3 - 2.2 * Math.max(0, sun - 0.07)) : 0;
        for (int channel = 0; channel < 3; channel++) {
          double tint = 0.72 + 0.28 * Math.sin(hue + channel * 2.1 + depth * 0.5);
          rgb[3 * (y * SIDE + x) + channel] = (byte) Math.min(255, 255 * light * tint);
        }
      }
    }
    return PixelImage.of(SIDE, SIDE, rgb);
  }

  /** The picture under some noise, as half-done pictures look. */
  static PixelImage noisy(PixelImage image) {
    byte[] rgb = image.rgb();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int i = 0; i < rgb.length; i++) {
      double value = (rgb[i] & 255) * 0.6 + 51 + 34 * random.nextGaussian();
      rgb[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return PixelImage.of(image.width(), image.height(), rgb);
  }
}
