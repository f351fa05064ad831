package io.github.easel.gallery;

import io.github.easel.generation.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Tells a picture's file from all others by what is in it, so that marks follow it wherever it is
 * moved: the first half of the SHA-256 over its length (eight bytes, the highest first), its first
 * {@value #HEAD} bytes and its last {@value #TAIL}. Settings and the first rows are in the head;
 * reading no more keeps a hundred thousand files quick.
 */
public final class PictureIdentity {

  private static final int HEAD = 65_536;
  private static final int TAIL = 4_096;
  private static final int DIGITS = 32;

  private PictureIdentity() {}

  /**
   * 32 hexadecimal digits of lower case.
   *
   * @throws IOException if the file cannot be read
   */
  public static String of(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long length = channel.size();
      MessageDigest digest = ContentHash.sha256();
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
      update(digest, channel, HEAD);
      if (length > HEAD) {
        channel.position(Math.max(HEAD, length - TAIL));
        update(digest, channel, TAIL);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
  }

  private static void update(MessageDigest digest, SeekableByteChannel channel, int most)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // as long as there is more
    }
    digest.update(bytes.flip());
  }
}
