package io.github.easel.pipeline;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reference values of one model: {@code ref.json} and {@code ref.safetensors} in a folder. */
record Golden(Path folder, JsonNode json, ByteBuffer file, JsonNode header, int dataStart) {

  static final Path SHARED =
      Path.of(System.getProperty("easel.home", ".")).resolve("../shared/golden");

  /** The small model that the project's own test resources hold. */
  static Golden micro() {
    return of(
        Path.of(System.getProperty("easel.home", "."))
            .resolve("src/test/resources/golden/micro-sd1"));
  }

  static Golden of(Path folder) {
    try {
      ObjectMapper mapper =
          JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
      ByteBuffer file =
          ByteBuffer.wrap(Files.readAllBytes(folder.resolve("ref.safetensors")))
              .order(ByteOrder.LITTLE_ENDIAN);
      int length = Math.toIntExact(file.getLong(0));
      String header = new String(file.array(), Long.BYTES, length, StandardCharsets.UTF_8);
      return new Golden(
          folder,
          mapper.readTree(folder.resolve("ref.json").toFile()),
          file,
          mapper.readTree(header),
          Long.BYTES + length);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  FloatTensor floats(String name) {
    int at = start(name);
    FloatTensor tensor = FloatTensor.zeros(shape(name));
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, file.getFloat(at + i * Float.BYTES));
    }
    return tensor;
  }

  int[] ints(String name) {
    int at = start(name);
    int[] values = new int[shape(name).elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = file.getInt(at + i * Integer.BYTES);
    }
    return values;
  }

  /** A picture of the reference, [height, width, 3] bytes. */
  PixelImage picture(String name) {
    Shape shape = shape(name);
    byte[] rgb = new byte[shape.elements()];
    file.get(start(name), rgb);
    return PixelImage.of((int) shape.axis(1), (int) shape.axis(0), rgb);
  }

  /** A mask of the reference, [height, width] bytes. */
  Mask mask(String name) {
    Shape shape = shape(name);
    byte[] values = new byte[shape.elements()];
    file.get(start(name), values);
    return Mask.of((int) shape.axis(1), (int) shape.axis(0), values);
  }

  private int start(String name) {
    return dataStart + header.path(name).path("data_offsets").path(0).asInt();
  }

  private Shape shape(String name) {
    JsonNode shape = header.path(name).path("shape");
    if (shape.isMissingNode()) {
      throw new IllegalArgumentException(name + " is not in " + folder);
    }
    long[] axes = new long[shape.size()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = shape.get(i).asLong();
    }
    return Shape.of(axes);
  }

  static double greatestDifference(FloatTensor a, FloatTensor b) {
    if (a.size() != b.size()) {
      throw new AssertionError(a + " against " + b);
    }
    double greatest = 0;
    for (int i = 0; i < a.size(); i++) {
      double difference = Math.abs(a.get(i) - b.get(i));
      greatest = Double.isNaN(difference) ? Double.NaN : Math.max(greatest, difference);
    }
    return greatest;
  }
}
