package io.github.easel.image;

import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOException;

/**
 * A picture with its settings inside: {@link Infotext} for other programs and {@link
 * ProvenanceJson} for Easel, in a PNG file's texts or in the EXIF block of another.
 */
public final class PictureFile {

  /** What a picture may be copied to. */
  public enum CopyKind {
    PNG,
    JPEG,
    /** With a loss that the eye hardly sees. */
    WEBP,
    /** With every pixel as it is. */
    WEBP_LOSSLESS
  }

  private static final float JPEG_QUALITY = 0.92f;
  private static final float WEBP_QUALITY = 0.9f;

  private PictureFile() {}

  /**
   * Writes the picture and how it was made, replacing what is there only once all of it is written.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  public static void write(PixelImage image, Provenance provenance, Path file) {
    write(image, provenance, Optional.empty(), file);
  }

  /**
   * Likewise.
   *
   * @param seconds how long it took, if that is to be told
   */
  public static void write(
      PixelImage image, Provenance provenance, Optional<Double> seconds, Path file) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(Infotext.KEYWORD, Infotext.write(provenance));
    texts.put(ProvenanceJson.KEYWORD, ProvenanceJson.write(provenance, seconds));
    PngWriter.write(image, texts, file);
  }

  /**
   * Writes a copy of the picture, replacing what is there only once all of it is written.
   *
   * @param provenance what the copy tells of how it was made, for Easel and for other programs;
   *     nothing for a copy that holds no more than pixels
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}, also if the
   *     kind cannot hold so large a picture or so many words, or if WebP cannot be written here
   */
  public static void copy(
      PixelImage image, Optional<Provenance> provenance, CopyKind kind, Path file) {
    if (kind == CopyKind.PNG) {
      provenance.ifPresentOrElse(
          made -> write(image, made, file), () -> PngWriter.write(image, Map.of(), file));
      return;
    }
    byte[] exif = provenance.map(made -> SettingsExif.of(made, true)).orElse(new byte[0]);
    switch (kind) {
      case JPEG -> JpegWriter.write(image, JPEG_QUALITY, fitting(exif, provenance, file), file);
      case WEBP -> WebpWriter.write(image, WEBP_QUALITY, exif, file);
      default -> WebpWriter.write(image, 1, exif, file);
    }
  }

  /** A JPEG file holds 64 KiB of settings: long ones are left without Easel's own record. */
  private static byte[] fitting(byte[] exif, Optional<Provenance> provenance, Path file) {
    if (provenance.isEmpty() || exif.length <= JpegWriter.MOST_EXIF) {
      return exif;
    }
    byte[] less = SettingsExif.of(provenance.get(), false);
    if (less.length > JpegWriter.MOST_EXIF) {
      String reason = FileReason.PROMPT_TOO_LONG.words();
      throw GenerationException.unwritable(file, reason, new IIOException(reason));
    }
    return less;
  }

  /**
   * What the file says about how it was made: Easel's own record if it is sound, else what the
   * {@code parameters} text tells, else nothing.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}
   */
  public static Optional<PictureSettings> settings(Path file) {
    Map<String, String> texts = PngReader.texts(file);
    Optional<PictureSettings> own =
        Optional.ofNullable(texts.get(ProvenanceJson.KEYWORD))
            .flatMap(
                text ->
                    ProvenanceJson.read(text)
                        .map(made -> new PictureSettings.Own(made, ProvenanceJson.seconds(text))));
    return own.or(
        () ->
            Optional.ofNullable(texts.get(Infotext.KEYWORD))
                .map(Infotext::parse)
                .map(PictureSettings.Foreign::new));
  }
}
