package io.github.easel.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header of a safetensors file, read as a stream and checked against the file's length. */
final class SafetensorsHeader {

  private static final int MOST_TENSORS = 200_000;
  private static final String EXPECTED = "a safetensors header in JSON";
  private static final int MOST_AXES = 8;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names are seldom seen twice, and those of a hostile file need not stay in memory.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Path file;
  private final long dataStart;
  private final long dataLength;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /**
   * @param dataStart where the tensors' values begin
   * @param size of the whole file
   */
  SafetensorsHeader(Path file, long dataStart, long size) {
    this.file = file;
    this.dataStart = dataStart;
    this.dataLength = size - dataStart;
  }

  TensorFile parse(byte[] json) {
    // Left to itself the parser would take other encodings than UTF-8 as well.
    Reader text =
        new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder());
    try (JsonParser parser = JSON.createParser(text)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "something else");
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (name.equals("__metadata__")) {
          metadata(parser);
        } else {
          tensor(name, parser);
        }
      }
      require(parser.nextToken() == null, "more behind it");
    } catch (JsonProcessingException e) {
      throw GenerationException.unusable(file, EXPECTED, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw GenerationException.unusable(file, EXPECTED, "no text in UTF-8", e);
    }
    requireWithoutGaps();
    return new TensorFile(file, tensors, metadata);
  }

  private void metadata(JsonParser parser) throws IOException {
    require(parser.nextToken() == JsonToken.START_OBJECT, "metadata that is no JSON object");
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      require(parser.nextToken().isScalarValue(), "metadata that is no text");
      metadata.put(name, parser.getText());
    }
  }

  private void tensor(String name, JsonParser parser) throws IOException {
    require(tensors.size() < MOST_TENSORS, "more than " + MOST_TENSORS + " tensors");
    require(parser.nextToken() == JsonToken.START_OBJECT, "no description", name);
    DataType type = null;
    long[] shape = null;
    long[] offsets = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "dtype" -> type = type(parser, name);
        case "shape" -> shape = numbers(parser, MOST_AXES, "more than 8 axes", name);
        case "data_offsets" -> offsets = numbers(parser, 2, "more than two offsets", name);
        default -> parser.skipChildren();
      }
    }
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw unusable("no complete description", name);
    }
    tensors.put(name, tensor(name, type, shape, offsets));
  }

  private StoredTensor tensor(String name, DataType type, long[] shape, long[] offsets) {
    boolean inside = offsets[0] <= offsets[1] && offsets[1] <= dataLength;
    require(
        inside,
        "values from %d to %d of %d bytes".formatted(offsets[0], offsets[1], dataLength),
        name);
    try {
      StoredTensor tensor =
          new StoredTensor(name, type, Shape.of(shape), file, dataStart + offsets[0]);
      long length = offsets[1] - offsets[0];
      require(
          tensor.bytes() == length,
          "%d bytes for %s of %s".formatted(length, tensor.shape(), type),
          name);
      return tensor;
    } catch (ArithmeticException e) {
      throw unusable("the impossible shape " + Shape.of(shape), name);
    }
  }

  private DataType type(JsonParser parser, String name) throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING, "no type of numbers", name);
    String dtype = parser.getText();
    return DataType.named(dtype)
        .or(() -> DataType.named(dtype.replaceFirst("^F8_E4M3FN$", "F8_E4M3")))
        .orElseThrow(
            () ->
                unusable(
                    "numbers of the type %s, which Easel does not know"
                        .formatted(WeightFiles.quoted(dtype)),
                    name));
  }

  /** Whole numbers from 0. */
  private long[] numbers(JsonParser parser, int most, String tooMany, String name)
      throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY, "no list of numbers", name);
    long[] numbers = new long[most];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(count < most, tooMany, name);
      require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "no whole number", name);
      numbers[count] = parser.getLongValue();
      require(numbers[count] >= 0, "the negative number " + numbers[count], name);
      count++;
    }
    return Arrays.copyOf(numbers, count);
  }

  /** Every byte behind the header belongs to just one tensor, so that nothing hides in a file. */
  private void requireWithoutGaps() {
    List<StoredTensor> ordered = new ArrayList<>(tensors.values());
    ordered.sort(
        Comparator.comparingLong(StoredTensor::offset).thenComparingLong(StoredTensor::bytes));
    long end = dataStart;
    for (StoredTensor tensor : ordered) {
      require(tensor.offset() >= end, "values that overlap those of another", tensor.name());
      require(
          tensor.offset() == end,
          "%d bytes of no tensor before its values".formatted(tensor.offset() - end),
          tensor.name());
      end += tensor.bytes();
    }
    long rest = dataStart + dataLength - end;
    require(rest == 0, rest + " bytes of no tensor at its end");
  }

  private void require(boolean condition, String found) {
    require(condition, found, null);
  }

  private void require(boolean condition, String found, @Nullable String tensor) {
    if (!condition) {
      throw unusable(found, tensor);
    }
  }

  private GenerationException unusable(String found, @Nullable String tensor) {
    return GenerationException.unusable(
        file,
        "a sound safetensors header",
        tensor == null ? found : found + " at " + WeightFiles.quoted(tensor));
  }
}
