package io.github.easel.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CLIP's vocabulary, which checkpoints in a single file do not bring: two small files of a model on
 * the hub. They are known by what they say and not by their bytes, since programs write the same
 * vocabulary with other blanks and in another order.
 *
 * @param model {@code owner/name} on the hub
 * @param tokens the SHA-256 of all tokens in the order of their ids, each followed by a line feed,
 *     in UTF-8
 * @param merges likewise of all merges in their order, without the line that names the version
 */
public record ClipVocabulary(String model, String tokens, String merges) {

  /**
   * The one of Radford et al. (2021), "Learning Transferable Visual Models From Natural Language
   * Supervision": 49408 tokens, 48894 merges. The hashes were computed from the files that
   * published Stable Diffusion models bring.
   */
  public static final ClipVocabulary OPENAI =
      new ClipVocabulary(
          "openai/clip-vit-large-patch14",
          "e30e57b6f1e47616982ef898d8922be24e535b4fa3d0110477b3a6f02ebbae7d",
          "d308b7377a8ceaa9707a21614fe8c831b9196e197b7aeb69833359362907af02");

  static final String TOKENS_FILE = "vocab.json";
  static final String MERGES_FILE = "merges.txt";

  /** The names of the two files. */
  public static final List<String> FILES = List.of(TOKENS_FILE, MERGES_FILE);

  private static final JsonMapper JSON = new JsonMapper();
  private static final long LARGEST = 16L << 20;

  /** The first of the two files in a folder that says something else; nothing if both are right. */
  Optional<String> wrongIn(Path folder) {
    if (!agrees(folder.resolve(TOKENS_FILE), tokens)) {
      return Optional.of(TOKENS_FILE);
    }
    return agrees(folder.resolve(MERGES_FILE), merges)
        ? Optional.empty()
        : Optional.of(MERGES_FILE);
  }

  private static boolean agrees(Path file, String expected) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) <= LARGEST
          && hash(file.endsWith(TOKENS_FILE) ? tokensOf(file) : mergesOf(file)).equals(expected);
    } catch (IOException e) {
      return false; // not in UTF-8, no JSON
    }
  }

  private static Stream<String> tokensOf(Path file) throws IOException {
    JsonNode ids = JSON.readTree(Files.readString(file));
    TreeMap<Integer, String> ordered = new TreeMap<>();
    ids.properties().forEach(one -> ordered.put(one.getValue().asInt(), one.getKey()));
    return ordered.values().stream();
  }

  private static Stream<String> mergesOf(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#version") && !line.isBlank());
  }

  private static String hash(Stream<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
