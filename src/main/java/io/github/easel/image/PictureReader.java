package io.github.easel.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the pixels of pictures of any kind, told by their first bytes and not by their names: PNG,
 * WebP, and what Java's ImageIO reads, which is JPEG, GIF, BMP, TIFF and WBMP. Files made to do
 * harm included: whatever they hold, the answer is a picture or a {@link GenerationException}.
 */
public final class PictureReader {

  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int JPEG = 0xFFD8FF;

  private PictureReader() {}

  /**
   * The picture's pixels as sRGB, eight bits a channel, upright as its camera says; what shines
   * through is white, and of several pictures in a file the first is taken.
   *
   * @throws GenerationException {@link Failure#FILE_UNREADABLE}, also for more than 64 million
   *     pixels; {@link Failure#OUT_OF_MEMORY} if fewer are still too many for the heap
   */
  public static PixelImage read(Path file) {
    return read(file, RasterImages::pixels);
  }

  /**
   * Likewise, with another idea of what the pixels are.
   *
   * @param pixels makes them of the decoded image, not yet upright
   */
  static PixelImage read(Path file, Function<BufferedImage, PixelImage> pixels) {
    if (!Files.exists(file)) {
      throw GenerationException.unreadable(file, FileReason.of(new NoSuchFileException("")), null);
    }
    if (Files.isDirectory(file)) {
      throw GenerationException.unreadable(file, FileReason.FOLDER.words(), null);
    }
    try (ImageInputStream stream = new EndingStream(file.toFile())) {
      long beginning = beginning(stream);
      if (beginning == PNG) {
        return PngReader.pixels(file, pixels);
      }
      if (WebpOutline.begins(stream)) {
        int orientation = WebpOutline.check(stream);
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        return Turning.upright(decoded(stream, reader, false, pixels), orientation);
      }
      boolean jpeg = beginning >>> 40 == JPEG;
      PixelImage decoded = decoded(stream, reader(stream), jpeg, pixels);
      return jpeg ? Turning.upright(decoded, JpegOrientation.of(file)) : decoded;
    } catch (EOFException e) {
      throw GenerationException.unreadable(file, FileReason.CUT_SHORT.words(), e);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    } catch (OutOfMemoryError e) {
      throw new GenerationException(
          Failure.OUT_OF_MEMORY, "the heap is too small for " + file, e, file.toString());
    } catch (RuntimeException e) {
      if (e instanceof GenerationException named) {
        throw named;
      }
      // The decoders meet some damage with an index or a state out of range.
      throw GenerationException.unreadable(file, FileReason.DAMAGED.words(), e);
    }
  }

  /** The first eight bytes, highest first; 0 if there are fewer. */
  private static long beginning(ImageInputStream stream) throws IOException {
    long first = stream.length() < Long.BYTES ? 0 : stream.readLong();
    stream.seek(0);
    return first;
  }

  private static ImageReader reader(ImageInputStream stream) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new IIOException(FileReason.NO_PICTURE.words());
    }
    return readers.next();
  }

  private static PixelImage decoded(
      ImageInputStream stream,
      ImageReader reader,
      boolean jpeg,
      Function<BufferedImage, PixelImage> pixels)
      throws IOException {
    try {
      stream.seek(0);
      reader.setInput(stream, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width < 1 || height < 1 || width > PngOutline.MOST_PIXELS / height) {
        throw new IIOException(
            "a picture of %d x %d pixels is out of range".formatted(width, height));
      }
      ShortFile ending = new ShortFile();
      reader.addIIOReadWarningListener(ending);
      PixelImage decoded = pixels.apply(image(reader));
      if (jpeg && ending.met) {
        throw new IIOException(FileReason.CUT_SHORT.words());
      }
      return decoded;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage image(ImageReader reader) throws IOException {
    try {
      return reader.read(0);
    } catch (IIOException e) {
      if (String.valueOf(e.getMessage()).startsWith("Unsupported")) {
        throw new IIOException(FileReason.COLOURS.words(), e);
      }
      throw e;
    }
  }

  /** Java's JPEG decoder fills what is missing with grey and only warns. */
  private static final class ShortFile implements IIOReadWarningListener {

    private boolean met;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      met |= warning.toLowerCase(Locale.ROOT).contains("premature end");
    }
  }
}
