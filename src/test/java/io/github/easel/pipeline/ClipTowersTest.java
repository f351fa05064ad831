package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.ModelPackages;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the starter model, whose towers ship with Easel. */
class ClipTowersTest {

  private static final Path STARTER =
      Path.of(System.getProperty("easel.home", ".")).resolve("models/starter");
  private static final Cancellation NEVER = new Cancellation();

  private static ClipTowers towers;

  @BeforeAll
  static void open() {
    towers =
        ClipTowers.open(ModelPackages.at(STARTER), OnnxEngine.on(DeviceChoice.CPU)).orElseThrow();
  }

  @AfterAll
  static void close() {
    towers.close();
  }

  @Test
  void wordsOfOneMeaningAreNearerThanOthers() {
    Embedding apple = towers.of("a red apple", NEVER);
    Embedding georgian = towers.of("წითელი ვაშლი", NEVER);
    Embedding train = towers.of("a train", NEVER);
    assertThat(apple.cosine(georgian)).isGreaterThan(apple.cosine(train));
    assertThat(apple.cosine(towers.of("a red apple", NEVER))).isGreaterThan(0.99999);
  }

  @Test
  void aPictureIsNearTheWordsThatItWasMadeFrom() {
    // a red disc on white is, to this tower, a thing of that colour
    byte[] rgb = new byte[3 * 128 * 128];
    for (int i = 0; i < 128 * 128; i++) {
      int row = i / 128;
      double x = i % 128 - 63.5;
      double y = row - 63.5;
      boolean inside = x * x + y * y < 40 * 40;
      rgb[3 * i] = (byte) (inside ? 200 : 255);
      rgb[3 * i + 1] = (byte) (inside ? 20 : 255);
      rgb[3 * i + 2] = (byte) (inside ? 25 : 255);
    }
    Embedding disc = towers.of(PixelImage.of(128, 128, rgb), NEVER);
    Embedding apple = towers.of("a red apple on a white background", NEVER);
    Embedding city = towers.of("a neon city at night in the rain", NEVER);
    assertThat(disc.cosine(apple)).isGreaterThan(disc.cosine(city) + 0.1);
  }

  @Test
  void longTextsAreCutAndEmptyOnesTaken() {
    assertThat(towers.of("a cat ".repeat(500), NEVER).size()).isEqualTo(128);
    assertThat(towers.of("", NEVER).size()).isEqualTo(128);
  }

  @Test
  void aModelWithoutAnImageTowerHasNone() {
    assertThat(
            ClipTowers.open(
                ModelPackages.at(Golden.micro().folder()), OnnxEngine.on(DeviceChoice.CPU)))
        .isEmpty();
  }
}
