package io.github.easel.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The index of a model that lies in several safetensors files. */
final class SafetensorsIndex {

  private static final int LONGEST = 8_000_000;
  private static final int MOST_SHARDS = 1000;
  private static final String EXPECTED = "an index of safetensors files";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private SafetensorsIndex() {}

  static TensorFile open(Path index) {
    JsonNode json = WeightFiles.read(index, channel -> json(index, channel));
    JsonNode weightMap = json.path("weight_map");
    if (!weightMap.isObject()) {
      throw unusable(index, "no “weight_map”");
    }
    Map<String, TensorFile> shards = new HashMap<>();
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : weightMap.properties()) {
      String shardName = entry.getValue().asText();
      TensorFile shard = shards.get(shardName);
      if (shard == null) {
        if (shards.size() == MOST_SHARDS) {
          throw unusable(index, "more than " + MOST_SHARDS + " files");
        }
        shard = Safetensors.open(beside(index, entry.getValue()));
        shards.put(shardName, shard);
      }
      tensors.put(entry.getKey(), shard.tensor(entry.getKey()));
    }
    return new TensorFile(index, tensors, metadata(json));
  }

  private static JsonNode json(Path index, SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    if (size > LONGEST) {
      throw unusable(index, "a file of " + size + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    WeightFiles.fill(channel, 0, bytes);
    try {
      return JSON.readTree(bytes.array());
    } catch (JsonProcessingException e) {
      throw GenerationException.unusable(index, EXPECTED, e.getOriginalMessage(), e);
    } catch (IOException e) { // from bytes: they are in no encoding of JSON's
      throw GenerationException.unusable(index, EXPECTED, "no text in UTF-8", e);
    }
  }

  /** A file in the index's own folder, whatever the index would like. */
  private static Path beside(Path index, JsonNode shard) {
    String name = shard.isTextual() ? shard.textValue() : "";
    Path path = simple(name);
    if (path == null) {
      throw unusable(index, "the file name " + WeightFiles.quoted(shard.asText()));
    }
    return index.resolveSibling(path);
  }

  private static @Nullable Path simple(String name) {
    // Both separators and drives, so that a file is no less safe on another system.
    if (name.isBlank() || name.startsWith(".") || name.matches(".*[/\\\\:].*")) {
      return null;
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Map<String, String> metadata(JsonNode json) {
    Map<String, String> metadata = new LinkedHashMap<>();
    json.path("metadata")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isValueNode()) {
                metadata.put(entry.getKey(), entry.getValue().asText());
              }
            });
    return metadata;
  }

  private static GenerationException unusable(Path index, String found) {
    return GenerationException.unusable(index, EXPECTED, found);
  }
}
