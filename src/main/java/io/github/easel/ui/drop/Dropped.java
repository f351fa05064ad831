package io.github.easel.ui.drop;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.viewer.CopiedPicture;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;

/**
 * What somebody dropped or pasted.
 *
 * @param files files and folders, in their order
 * @param image a picture without a file, such as a copied part of the screen
 * @param text words
 */
public record Dropped(List<Path> files, Optional<Image> image, Optional<String> text) {

  private static final int WHITE = 255;

  /** Other than variants of words, which begin with a brace too. */
  private static final Pattern JSON = Pattern.compile("\\{\\s*\"");

  /** Enough for what cameras make; its bytes take a quarter of a gigabyte. */
  private static final long MOST_PIXELS = 64_000_000;

  public Dropped {
    files = List.copyOf(files);
  }

  /** One file. */
  public static Dropped file(Path file) {
    return new Dropped(List.of(file), Optional.empty(), Optional.empty());
  }

  /** Words alone. */
  public static Dropped text(String text) {
    return new Dropped(List.of(), Optional.empty(), Optional.of(text));
  }

  /** Whether there is something on the clipboard, or under the mouse, that can be read. */
  public static boolean isIn(Clipboard clipboard) {
    return clipboard.hasFiles() || clipboard.hasImage() || clipboard.hasString();
  }

  /** What is on the clipboard; a drag's own board is one too. On JavaFX's thread. */
  public static Dropped of(Clipboard clipboard) {
    if (clipboard.hasFiles()) {
      return new Dropped(
          clipboard.getFiles().stream().map(File::toPath).toList(),
          Optional.empty(),
          Optional.empty());
    }
    Optional<Path> own = CopiedPicture.in(clipboard);
    if (own.isPresent()) {
      return file(own.get());
    }
    if (clipboard.hasImage()) {
      return new Dropped(List.of(), Optional.ofNullable(clipboard.getImage()), Optional.empty());
    }
    return new Dropped(List.of(), Optional.empty(), Optional.ofNullable(clipboard.getString()));
  }

  /** Reads the pixels of the picture without a file, if there is one; do it on a worker. */
  public Optional<Supplier<PixelImage>> picture() {
    return image.map(one -> () -> pixels(one));
  }

  /**
   * The picture's pixels; what shines through becomes white. It takes its time: do it on a worker.
   *
   * @throws GenerationException {@code FILE_UNREADABLE} for more than 64 megapixels
   */
  static PixelImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    if ((long) width * height > MOST_PIXELS) {
      throw GenerationException.unreadable(
          Path.of(width + "x" + height), "a picture may have at most 64 megapixels", null);
    }
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    byte[] rgb = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      for (int channel = 0; channel < 3; channel++) {
        int value = (argb[i] >> (16 - 8 * channel)) & WHITE;
        rgb[3 * i + channel] = (byte) ((value * alpha + WHITE * (WHITE - alpha)) / WHITE);
      }
    }
    return PixelImage.of(width, height, rgb);
  }

  /** Whether a text looks like settings, as far as that shows without reading all of it. */
  public static boolean looksLikeSettings(String text) {
    String plain = text.strip();
    return JSON.matcher(plain).lookingAt() || plain.contains("Steps: ");
  }
}
