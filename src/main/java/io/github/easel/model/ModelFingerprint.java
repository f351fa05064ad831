package io.github.easel.model;

import io.github.easel.generation.ContentHash;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells models apart without reading gigabytes: the first ten hexadecimal digits of a SHA-256 over
 * the name, the size, and the first and last MiB of every file in the UNet's folder, in the order
 * of their names; or of the single file that holds all networks. Files whose names begin with a dot
 * are the system's own and do not count.
 */
public final class ModelFingerprint {

  private static final int WINDOW = 1 << 20;
  private static final int DIGITS = 10;

  private ModelFingerprint() {}

  /** The fingerprint of a model. */
  public static String of(ModelFolder folder) {
    return ofFolders(List.of(folder.unet().resolveSibling("")));
  }

  /** The fingerprint of the files in all of these folders, one folder after the other. */
  static String ofFolders(List<Path> folders) {
    MessageDigest digest = ContentHash.sha256();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        // Paths themselves sort differently on Windows, where case does not count.
        List<Path> sorted =
            files
                .filter(file -> Files.isRegularFile(file) && !name(file).startsWith("."))
                .sorted(Comparator.comparing(ModelFingerprint::name))
                .toList();
        for (Path file : sorted) {
          add(digest, file);
        }
      } catch (IOException e) {
        throw GenerationException.unreadable(folder, e);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  /** The fingerprint of a model in one file, made likewise. */
  static String ofFile(Path file) {
    MessageDigest digest = ContentHash.sha256();
    try {
      add(digest, file);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void add(MessageDigest digest, Path file) throws IOException {
    long size = Files.size(file);
    digest.update((name(file) + " " + size).getBytes(StandardCharsets.UTF_8));
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer window = ByteBuffer.allocate((int) Math.min(size, WINDOW));
      addWindow(digest, channel, window);
      if (size > WINDOW) {
        channel.position(Math.max(WINDOW, size - WINDOW));
        addWindow(digest, channel, window);
      }
    }
  }

  private static void addWindow(
      MessageDigest digest, SeekableByteChannel channel, ByteBuffer window) throws IOException {
    window.clear();
    int read = 0;
    while (window.hasRemaining() && read >= 0) {
      read = channel.read(window);
    }
    digest.update(window.flip());
  }
}
