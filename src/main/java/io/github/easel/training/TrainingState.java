package io.github.easel.training;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.SafetensorsWriter.Planned;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.TensorValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a training needs to go on: written at once, or not at all.
 *
 * @param step that was done last
 * @param fingerprint of what it was about; another training must not go on with it
 */
record TrainingState(int step, String fingerprint, Map<String, FloatTensor> tensors) {

  void write(Path file) {
    Map<String, String> notes =
        Map.of("easel.step", Integer.toString(step), "easel.training", fingerprint);
    write(tensors, notes, file);
  }

  static void write(Map<String, FloatTensor> tensors, Map<String, String> notes, Path file) {
    List<Planned> planned = new ArrayList<>();
    tensors.forEach(
        (name, tensor) ->
            planned.add(new Planned(name, DataType.F32, tensor.shape(), out -> put(tensor, out))));
    try {
      SafetensorsWriter.write(planned, notes, file);
    } catch (IOException e) {
      throw GenerationException.unwritable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static void put(FloatTensor tensor, WritableByteChannel out) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.buffer());
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  static TrainingState read(Path file) {
    TensorFile found = Safetensors.open(file);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    found
        .tensors()
        .forEach(
            (name, tensor) -> {
              FloatTensor values = FloatTensor.zeros(Shape.of(tensor.shape().toArray()));
              values.set(TensorValues.read(tensor));
              tensors.put(name, values);
            });
    try {
      int step = Integer.parseInt(found.metadata().getOrDefault("easel.step", ""));
      return new TrainingState(step, found.metadata().getOrDefault("easel.training", ""), tensors);
    } catch (NumberFormatException e) {
      throw GenerationException.unusable(file, "a training's checkpoint", "no number of steps", e);
    }
  }
}
