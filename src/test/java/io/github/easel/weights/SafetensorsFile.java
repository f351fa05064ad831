package io.github.easel.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A safetensors file as tests read it. */
public record SafetensorsFile(JsonNode header, int headerLength, ByteBuffer data) {

  public static SafetensorsFile read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(bytes.getLong());
    String json = StandardCharsets.UTF_8.decode(bytes.slice(8, length)).toString();
    return new SafetensorsFile(
        new ObjectMapper().readTree(json),
        length,
        bytes.slice(8 + length, bytes.limit() - 8 - length).order(ByteOrder.LITTLE_ENDIAN));
  }

  public float[] values(String name) {
    JsonNode offsets = header.get(name).get("data_offsets");
    int begin = offsets.get(0).intValue();
    float[] values = new float[(offsets.get(1).intValue() - begin) / Float.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.getFloat(begin + i * Float.BYTES);
    }
    return values;
  }
}
