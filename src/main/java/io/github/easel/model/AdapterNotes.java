package io.github.easel.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people and trainers noted of an adapter: its trigger words and its picture. Asked in turn:
 * A1111's {@code NAME.json} ("activation text"), {@code NAME.civitai.info} ("trainedWords"), the
 * file's metadata ({@code modelspec.trigger_phrase}, then the most frequent of kohya's {@code
 * ss_tag_frequency}).
 */
final class AdapterNotes {

  private static final Logger LOG = LoggerFactory.getLogger(AdapterNotes.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_WORDS = 12;

  /** Of captions' words those that nearly all captions have are what was learned. */
  private static final int MOST_TAGS = 3;

  private static final double NEARLY_ALL = 0.9;

  private static final List<String> PICTURES =
      List.of(".preview.png", ".png", ".preview.jpg", ".jpg", ".jpeg", ".webp");

  private AdapterNotes() {}

  /** The words that call for what was learned, the best known first; often none. */
  static List<String> triggers(Path file, Map<String, String> metadata) {
    List<String> words = words(beside(file, ".json").path("activation text").asText(""));
    if (words.isEmpty()) {
      for (JsonNode word : beside(file, ".civitai.info").path("trainedWords")) {
        words.addAll(words(word.asText("")));
      }
    }
    if (words.isEmpty()) {
      words = words(metadata.getOrDefault("modelspec.trigger_phrase", ""));
    }
    if (words.isEmpty()) {
      words = tags(metadata.getOrDefault("ss_tag_frequency", ""));
    }
    return words.stream().distinct().limit(MOST_WORDS).toList();
  }

  /** What the trainer called it. */
  static Optional<String> alias(Map<String, String> metadata) {
    return Optional.ofNullable(metadata.get("ss_output_name"))
        .filter(name -> !name.isBlank() && !name.equals("None"));
  }

  /** A picture of the adapter's name beside it. */
  static Optional<Path> picture(Path file) {
    return PICTURES.stream()
        .map(ending -> file.resolveSibling(CheckpointPaths.stem(file) + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    return words;
  }

  private static List<String> tags(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    try {
      if (!text.isBlank()) {
        for (JsonNode set : JSON.readTree(text)) {
          set.properties()
              .forEach(
                  tag -> counts.merge(tag.getKey().strip(), tag.getValue().asInt(), Math::max));
        }
      }
    } catch (JsonProcessingException e) {
      LOG.debug("no tags in {}", text, e);
    }
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    List<String> found = new ArrayList<>();
    counts.entrySet().stream()
        .filter(tag -> !tag.getKey().isEmpty() && tag.getValue() >= most * NEARLY_ALL)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_TAGS)
        .forEach(tag -> found.add(tag.getKey()));
    return found;
  }

  /** A side file that cannot be read tells nothing, and the adapter works without it. */
  private static JsonNode beside(Path file, String ending) {
    Path notes = file.resolveSibling(CheckpointPaths.stem(file) + ending);
    try {
      if (Files.isRegularFile(notes) && Files.size(notes) <= MOST_BYTES) {
        return ModelJson.read(notes);
      }
    } catch (GenerationException | IOException e) {
      LOG.warn("{} tells nothing: {}", notes, e.toString());
    }
    return JSON.missingNode();
  }
}
