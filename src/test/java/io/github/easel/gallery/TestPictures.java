package io.github.easel.gallery;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.SourceRecord;
import io.github.easel.generation.Timings;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

/** Small pictures, made on the spot. */
public final class TestPictures {

  /** Pixels of a side. */
  public static final int SIDE = 16;

  private TestPictures() {}

  /** A picture as a generation gives it; another seed gives other pixels. */
  public static GenerationResult result(String prompt, long seed) {
    return new GenerationResult(
        pixels(seed),
        provenance(prompt, seed, Optional.empty()),
        new Timings(0, 0.25, 2, 1.5, 0.5),
        List.of());
  }

  private static PixelImage pixels(long seed) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    new Random(seed).nextBytes(rgb);
    return PixelImage.of(SIDE, SIDE, rgb);
  }

  private static Provenance provenance(String prompt, long seed, Optional<SourceRecord> source) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt(prompt, "blurry"),
            "starter",
            new ImageSize(SIDE, SIDE),
            new Sampling(SamplerKind.DDIM, 2, 7),
            seed);
    return new Provenance(request, "starter", "", "torch-cpu", "engine", "Easel", source);
  }

  /** A picture of Easel's own; makes the folder. */
  public static Path own(Path file, String prompt, long seed) throws IOException {
    return own(file, prompt, seed, Optional.empty());
  }

  /** Likewise, of a picture that began with another. */
  static Path own(Path file, String prompt, long seed, Optional<SourceRecord> source)
      throws IOException {
    Files.createDirectories(file.getParent());
    PictureFile.write(pixels(seed), provenance(prompt, seed, source), file);
    return file;
  }

  static SourceRecord source(String sha256) {
    return new SourceRecord("fox.png", sha256, 0.5, Fit.CROP);
  }

  /** A picture of another program; makes the folder. */
  public static Path foreign(Path file, long seed, Map<String, String> texts) throws IOException {
    Files.createDirectories(file.getParent());
    PngWriter.write(pixels(seed), texts, file);
    return file;
  }

  /** A PNG file that claims a text of so many bytes, and has them: zeros, that take no room. */
  static Path swollen(Path file, int textBytes) throws IOException {
    byte[] sound = Files.readAllBytes(foreign(file, 1, Map.of()));
    int afterHeader = 8 + 12 + 13;
    try (var out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(sound, 0, afterHeader));
      out.write(
          ByteBuffer.allocate(8)
              .putInt(textBytes)
              .put("tEXt".getBytes(StandardCharsets.US_ASCII))
              .flip());
      out.position(out.position() + textBytes);
      ByteBuffer crc = ByteBuffer.allocate(4).putInt((int) new CRC32().getValue()).flip();
      out.write(crc);
      out.write(ByteBuffer.wrap(sound, afterHeader, sound.length - afterHeader));
    }
    return file;
  }
}
