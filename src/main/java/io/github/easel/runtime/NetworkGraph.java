package io.github.easel.runtime;

import io.github.easel.generation.ContentHash;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A graph made in memory, whose weights stay in files.
 *
 * @param model in ONNX's format
 * @param folder where the files are that it refers to by their names
 * @param file of its model, where something is amiss
 * @param weights the files that it refers to
 * @param passing whether its weights are there for a while only, so that nothing is kept of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the engine as it is, never compared
public record NetworkGraph(
    byte[] model, Path folder, Path file, List<Path> weights, boolean passing) {

  private static final int DIGITS = 24;

  /** A graph whose weights stay. */
  public NetworkGraph(byte[] model, Path folder, Path file, List<Path> weights) {
    this(model, folder, file, weights, false);
  }

  public NetworkGraph {
    weights = List.copyOf(weights);
  }

  /**
   * What tells it from others: other weights, another graph or maker make another key.
   *
   * @param maker who makes something of it, and for what
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  public String key(String maker) {
    MessageDigest digest = ContentHash.sha256();
    digest.update(model);
    add(digest, maker);
    for (Path weight : weights) {
      try {
        add(digest, weight + " " + Files.size(weight) + " " + Files.getLastModifiedTime(weight));
      } catch (IOException e) {
        throw GenerationException.unreadable(weight, e);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
