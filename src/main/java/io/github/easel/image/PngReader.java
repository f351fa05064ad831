package io.github.easel.image;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads PNG files, our own and others', including files made to do harm: whatever they hold, the
 * answer is a picture or a {@link GenerationException}.
 */
public final class PngReader {

  private static final long MOST_HIDING = 1L << 24;

  /** Something to ask the decoder for. */
  private interface Question<T> {
    T ask(ImageReader reader) throws IOException;
  }

  private PngReader() {}

  /**
   * The picture's pixels as sRGB, eight bits a channel; what shines through is white.
   *
   * @throws GenerationException {@link Failure#FILE_UNREADABLE}, also for more than 64 million
   *     pixels; {@link Failure#OUT_OF_MEMORY} if fewer are still too many for the heap
   */
  public static PixelImage pixels(Path file) {
    return pixels(file, RasterImages::pixels);
  }

  /** Likewise, with another idea of what the pixels are. */
  static PixelImage pixels(Path file, Function<BufferedImage, PixelImage> pixels) {
    return read(file, false, reader -> pixels.apply(reader.read(0)));
  }

  /**
   * The file's tEXt, zTXt and iTXt texts by keyword, in order, without decoding the pixels.
   *
   * @throws GenerationException {@link Failure#FILE_UNREADABLE}
   */
  public static Map<String, String> texts(Path file) {
    return read(file, true, reader -> PngTexts.of(reader.getImageMetadata(0)));
  }

  /**
   * A text in the lowest bits of the pixels, as NovelAI leaves it; nothing if there is none, or in
   * pictures of more than 16 million pixels, which no program hides texts in. Of a picture without
   * one only the corner is read in which the text would begin.
   *
   * @throws GenerationException {@link Failure#FILE_UNREADABLE}; {@link Failure#OUT_OF_MEMORY} if
   *     the pixels are too many for the heap
   */
  public static Optional<String> hiddenText(Path file) {
    return read(
        file,
        false,
        reader ->
            (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_HIDING
                    && StealthText.beginsIn(corner(reader))
                ? StealthText.of(reader.read(0))
                : Optional.empty());
  }

  private static BufferedImage corner(ImageReader reader) throws IOException {
    Rectangle corner = StealthText.beginning(reader.getWidth(0), reader.getHeight(0));
    ImageReadParam wish = reader.getDefaultReadParam();
    wish.setSourceRegion(corner);
    return reader.read(0, wish);
  }

  private static <T> T read(Path file, boolean withTexts, Question<T> question) {
    if (!Files.exists(file)) {
      throw GenerationException.unreadable(file, FileReason.of(new NoSuchFileException("")), null);
    }
    if (Files.isDirectory(file)) {
      throw GenerationException.unreadable(file, FileReason.FOLDER.words(), null);
    }
    try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
      PngOutline.check(stream);
      ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
      try {
        reader.setInput(stream, true, !withTexts);
        return question.ask(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    } catch (OutOfMemoryError e) {
      throw new GenerationException(
          Failure.OUT_OF_MEMORY, "the heap is too small for " + file, e, file.toString());
    } catch (RuntimeException e) {
      // The decoder meets some damage with an index or a state out of range.
      throw GenerationException.unreadable(file, FileReason.DAMAGED.words(), e);
    }
  }
}
