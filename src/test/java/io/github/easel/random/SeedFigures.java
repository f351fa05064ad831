package io.github.easel.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The figures of golden/seeds.json; golden/README.md says where they come from. */
final class SeedFigures {

  private SeedFigures() {}

  static List<JsonNode> cases(String section) {
    return stream(read().get(section)).toList();
  }

  private static JsonNode read() {
    try (InputStream file = SeedFigures.class.getResourceAsStream("/golden/seeds.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).floatValue();
    }
    return values;
  }

  static float[] draw(NoiseSource source, int count) {
    FloatTensor noise = FloatTensor.zeros(Shape.of(count));
    source.fill(noise);
    return noise.toArray();
  }

  /** All values of a case's calls, one behind the other. */
  static float[] drawAll(NoiseSource source, JsonNode calls) {
    float[] all = new float[stream(calls).mapToInt(JsonNode::intValue).sum()];
    int at = 0;
    for (JsonNode call : calls) {
      float[] values = draw(source, call.intValue());
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }

  static float[] first(float[] all, int count) {
    return Arrays.copyOf(all, count);
  }

  static float[] last(float[] all, int count) {
    return Arrays.copyOfRange(all, all.length - count, all.length);
  }

  static String sha256(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
