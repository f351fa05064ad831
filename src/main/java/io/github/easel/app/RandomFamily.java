package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.RandomModel;
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
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model of a family's real shapes with random weights, so that anyone can measure without a
 * download. It and all that is made ready of it lie in a folder of their own, which goes when this
 * is closed.
 */
public final class RandomFamily implements AutoCloseable {

  /** The families by the names that people type. */
  public enum Kind {
    SD15("sd15", 512),
    SD21("sd21", 768),
    SDXL("sdxl", 1024),
    /** Of no use but for trying the bench. */
    TINY("tiny", 64);

    private final String label;
    private final int side;

    Kind(String label, int side) {
      this.label = label;
      this.side = side;
    }

    /** What people type. */
    public String label() {
      return label;
    }

    /** The one that is called so. */
    public static Optional<Kind> find(String label) {
      return List.of(values()).stream().filter(one -> one.label.equals(label)).findFirst();
    }

    StableDiffusion shapes() {
      return switch (this) {
        case SD15 -> StableDiffusion.v1();
        case SD21 -> StableDiffusion.v2();
        case SDXL -> StableDiffusion.xl();
        case TINY -> tiny();
      };
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(RandomFamily.class);
  private static final long SEED = 1;

  private final Path folder;
  private final String name;

  private RandomFamily(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Writes the weights, some gigabytes for the real families.
   *
   * @param parent the folder to make the model's in
   * @param half whether in half precision, as most models are published
   * @throws GenerationException {@code FILE_UNWRITABLE}, {@code CANCELLED}
   */
  public static RandomFamily make(Kind kind, boolean half, Path parent, Cancellation cancellation) {
    Path folder = parent.resolve("bench-" + ProcessHandle.current().pid());
    RandomFamily made = new RandomFamily(folder, kind.label() + "-random");
    boolean whole = false;
    try {
      AtomicFile.createFolder(folder);
      RandomModel.write(
          kind.shapes(),
          kind.side,
          half ? DataType.F16 : DataType.F32,
          SEED,
          folder.resolve("models").resolve(made.name),
          cancellation);
      whole = true;
      return made;
    } catch (IOException e) {
      throw GenerationException.unwritable(folder, FileReason.of(e), e);
    } finally {
      if (!whole) {
        made.close();
      }
    }
  }

  private static StableDiffusion tiny() {
    ClipConfig text = new ClipConfig(64, 128, 2, 2, Activation.QUICK_GELU, 1e-5, 0);
    return new StableDiffusion(
        new ClipTextEncoder(text, 600, 77, -1, 0, true, false),
        Optional.empty(),
        new UNetConfig(
            4,
            4,
            List.of(new Level(32, 1, 1, 1, 8), new Level(64, 1, 0, 0, 8)),
            1,
            64,
            32,
            1e-5,
            true,
            0,
            0,
            Micro.NONE),
        new AutoencoderConfig(3, 4, List.of(32, 64), 1, 32, true, true, true));
  }

  /** The model's name in its services. */
  public String name() {
    return name;
  }

  /** Services that have this model alone. */
  public Services open(ServiceOptions options) {
    return LocalServices.open(
        new Places(folder, folder.resolve("data"), folder.resolve("pictures")), options);
  }

  @Override
  public void close() {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be taken away: {}", folder, e.toString());
    }
  }
}
