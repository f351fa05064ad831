package io.github.easel.model;

import io.github.easel.generation.ContentHash;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The hashes by which people name a model's file. All of it is read for them.
 *
 * @param sha256 64 hexadecimal digits
 * @param legacy eight digits as A1111's first versions wrote them: of the 64 KiB behind the first
 *     MiB
 */
public record ModelHash(String sha256, String legacy) {

  private static final int SHORT_DIGITS = 10;
  private static final int LEGACY_DIGITS = 8;
  private static final long LEGACY_START = 1 << 20;
  private static final int LEGACY_LENGTH = 1 << 16;
  private static final int PIECE = 1 << 20;

  /**
   * Reads a file.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  public static ModelHash of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest whole = ContentHash.sha256();
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        whole.update(piece, 0, read);
      }
      return new ModelHash(
          HexFormat.of().formatHex(whole.digest()), legacy(file).substring(0, LEGACY_DIGITS));
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }

  /** Of a smaller file it is the hash of nothing. */
  private static String legacy(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean there = Files.size(file) > LEGACY_START;
      byte[] some = new byte[0];
      if (there) {
        in.skipNBytes(LEGACY_START);
        some = in.readNBytes(LEGACY_LENGTH);
      }
      return HexFormat.of().formatHex(ContentHash.sha256().digest(some));
    }
  }

  /** The ten digits that A1111 shows and writes into pictures. */
  public String brief() {
    return sha256.substring(0, SHORT_DIGITS);
  }
}
