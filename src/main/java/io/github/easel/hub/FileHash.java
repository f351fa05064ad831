package io.github.easel.hub;

import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Whether a file on the disk is the one that the hub has. */
final class FileHash {

  private static final int PIECE = 1 << 20;

  private FileHash() {}

  /**
   * Reads the file and compares sizes and hashes. Where the hub tells no hash, the size has to do.
   *
   * @param read is told of bytes that were read, piece by piece
   */
  static boolean agrees(Path path, HubFile file, LongConsumer read, Cancellation cancellation)
      throws IOException {
    if (Files.size(path) != file.size()) {
      return false;
    }
    if (file.sha256().isPresent()) {
      MessageDigest digest = digest("SHA-256");
      return hex(digest, path, read, cancellation).equals(file.sha256().get());
    }
    if (file.blob().isPresent()) {
      MessageDigest digest = digest("SHA-1");
      // how Git names a content
      digest.update(("blob " + file.size() + "\0").getBytes(StandardCharsets.US_ASCII));
      return hex(digest, path, read, cancellation).equals(file.blob().get());
    }
    return true;
  }

  private static String hex(
      MessageDigest digest, Path path, LongConsumer read, Cancellation cancellation)
      throws IOException {
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(path)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        cancellation.check();
        digest.update(piece, 0, n);
        read.accept(n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }
}
