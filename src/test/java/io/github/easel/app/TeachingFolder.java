package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.PngWriter;
import io.github.easel.model.TinyCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with a small model, {@code tiny}, and a few pictures to teach it by. */
public record TeachingFolder(Path root) {

  private static final int SIDE = 64;

  /**
   * Writes model and pictures; the second picture has a caption.
   *
   * @param pictures how many, in {@code mine}
   */
  public static TeachingFolder in(Path root, int pictures) throws IOException {
    Path model = TinyCheckpoint.folder(root.resolve("models").resolve("tiny"));
    Path config = model.resolve("unet").resolve("config.json");
    // small pictures, which are learned from in moments
    Files.writeString(
        config,
        Files.readString(config).replaceFirst("\"sample_size\" : 32", "\"sample_size\" : 8"));
    Path mine = Files.createDirectories(root.resolve("mine"));
    for (int i = 0; i < pictures; i++) {
      PngWriter.write(picture(i), Map.of(), mine.resolve("%02d.png".formatted(i)));
    }
    Files.writeString(mine.resolve("01.txt"), "luna in a garden");
    return new TeachingFolder(root);
  }

  private static PixelImage picture(int number) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / (3 * SIDE) * 3 + 40 * number + i % 3 * 50);
    }
    return PixelImage.of(SIDE, SIDE, rgb);
  }

  /** The pictures, in the order of their names. */
  public List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("mine"))) {
      return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
  }
}
