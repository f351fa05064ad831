package io.github.easel.image;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG files with texts inside. */
public final class PngWriter {

  private PngWriter() {}

  /**
   * Writes the picture, eight bits a channel, no transparency. The file appears only once all of it
   * is written; what is there under the name is replaced.
   *
   * @param texts keyword (1 to 79 Latin-1 characters) to text; a text of Latin-1 characters becomes
   *     a tEXt chunk, any other an iTXt chunk. Written in the map's order
   * @throws GenerationException {@link Failure#FILE_UNWRITABLE}; its folder must exist
   */
  public static void write(PixelImage image, Map<String, String> texts, Path file) {
    write(RasterImages.of(image), texts, file);
  }

  /** Likewise for an image of Java's, without a copy. */
  static void write(BufferedImage pixels, Map<String, String> texts, Path file) {
    try {
      AtomicFile.write(file, out -> encode(pixels, texts, out));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  private static void encode(BufferedImage pixels, Map<String, String> texts, OutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              new ImageTypeSpecifier(pixels), writer.getDefaultWriteParam());
      PngTexts.add(texts, metadata);
      writer.write(new IIOImage(pixels, null, metadata));
    } finally {
      writer.dispose();
    }
  }
}
