package io.github.easel.metadata;

import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.image.PngReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that a file carries beside its pixels: those of PNG files by keyword, those of JPEG and
 * WebP files by EXIF tag, and a plain text file as a whole.
 */
public final class PictureTexts {

  /** The keyword of a text file's only text. */
  public static final String PLAIN = "text";

  /** The keyword of a text in the lowest bits of the pixels. */
  public static final String HIDDEN = "hidden text";

  /** Bytes of a text file. */
  private static final int MOST_TEXT = 1 << 20;

  private PictureTexts() {}

  /**
   * The texts by keyword, in the file's order; empty if the picture has none.
   *
   * @throws GenerationException {@code FILE_UNREADABLE} if it is neither a PNG, JPEG or WebP
   *     picture nor a text, or is damaged or made to do harm; {@code OUT_OF_MEMORY}
   */
  public static Map<String, String> of(Path file) {
    if (Files.isDirectory(file)) {
      throw GenerationException.unreadable(file, FileReason.FOLDER.words(), null);
    }
    if (!Files.exists(file)) {
      throw GenerationException.unreadable(file, FileReason.of(new NoSuchFileException("")), null);
    }
    try {
      FileKind kind = kind(file);
      return switch (kind) {
        case PNG -> png(file);
        case JPEG, WEBP -> ExifBlock.of(file, kind).map(ExifTexts::of).orElse(Map.of());
        case OTHER -> Map.of(PLAIN, plain(file));
      };
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    }
  }

  private static FileKind kind(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FileKind.of(in.readNBytes(FileKind.BEGINNING));
    }
  }

  private static Map<String, String> png(Path file) {
    Map<String, String> texts = PngReader.texts(file);
    if (Programs.anyIn(texts)) {
      return texts;
    }
    Optional<String> hidden = PngReader.hiddenText(file);
    if (hidden.isPresent()) {
      texts.put(HIDDEN, hidden.get());
    }
    return texts;
  }

  private static String plain(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_TEXT + 1);
    }
    String wrong = "it is neither a PNG, JPEG or WebP picture nor a text";
    if (bytes.length > MOST_TEXT) {
      throw new IOException(wrong);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf(0) >= 0) {
        throw new IOException(wrong);
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(wrong, e);
    }
  }
}
