package io.github.easel.model;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Activation;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.StableDiffusion;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.weights.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Families whose shapes can be had with random weights, to measure without a download. */
public enum RandomShapes {
  SD15(512),
  SD21(768),
  SDXL(1024),
  /** Of no use but for trying things out. */
  TINY(64);

  private static final long SEED = 1;

  private final int side;

  RandomShapes(int side) {
    this.side = side;
  }

  /** The one of that name in lower case. */
  public static Optional<RandomShapes> find(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /**
   * Writes a diffusers folder.
   *
   * @param half whether in half precision, as most models are published
   * @throws IOException if it cannot be written
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}
   */
  public void write(boolean half, Path folder, Cancellation cancellation) throws IOException {
    RandomModel.write(
        shapes(), side, half ? DataType.F16 : DataType.F32, SEED, folder, cancellation);
  }

  private StableDiffusion shapes() {
    return switch (this) {
      case SD15 -> StableDiffusion.v1();
      case SD21 -> StableDiffusion.v2();
      case SDXL -> StableDiffusion.xl();
      case TINY -> tiny();
    };
  }

  private static StableDiffusion tiny() {
    ClipConfig text = new ClipConfig(64, 128, 2, 2, Activation.QUICK_GELU, 1e-5, 0);
    List<Level> levels = List.of(new Level(32, 1, 1, 1, 8), new Level(64, 1, 0, 0, 8));
    return new StableDiffusion(
        new ClipTextEncoder(text, 600, 77, -1, 0, true, false),
        Optional.empty(),
        new UNetConfig(4, 4, levels, 1, 64, 32, 1e-5, true, 0, 0, Micro.NONE),
        new AutoencoderConfig(3, 4, List.of(32, 64), 1, 32, true, true, true));
  }
}
