package io.github.easel.image;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import java.nio.file.Path;
import java.util.Map;

/** Masks as files: pictures that other programs read and write, too. */
public final class MaskPictures {

  private MaskPictures() {}

  /**
   * The mask in a picture's file of any kind that {@link PictureReader} reads. White is painted
   * anew, black is kept, grey in part. Where anything of the picture shines through, its opacity is
   * the mask instead, whatever its colours: what is painted on an empty layer is painted anew.
   *
   * @throws GenerationException as {@link PictureReader#read}
   */
  public static Mask read(Path file) {
    return GreyPixels.mask(PictureReader.read(file, RasterImages::marks));
  }

  /**
   * Writes the mask as a grey PNG file of eight bits, which {@link #read} gives back bit for bit.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE}; its folder must exist
   */
  public static void write(Mask mask, Path file) {
    PngWriter.write(RasterImages.of(mask), Map.of(), file);
  }
}
