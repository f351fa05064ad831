package io.github.easel.image;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A picture with its settings inside: a PNG file with {@link Infotext} for other programs and
 * {@link ProvenanceJson} for Easel.
 */
public final class PictureFile {

  private PictureFile() {}

  /**
   * Writes the picture and how it was made, replacing what is there only once all of it is written.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  public static void write(PixelImage image, Provenance provenance, Path file) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(Infotext.KEYWORD, Infotext.write(provenance));
    texts.put(ProvenanceJson.KEYWORD, ProvenanceJson.write(provenance));
    PngWriter.write(image, texts, file);
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
            .flatMap(ProvenanceJson::read)
            .map(PictureSettings.Own::new);
    return own.or(
        () ->
            Optional.ofNullable(texts.get(Infotext.KEYWORD))
                .map(Infotext::parse)
                .map(PictureSettings.Foreign::new));
  }
}
