package io.github.easel.training;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was learned, as other programs read it: vectors under the word's name, as diffusers writes
 * them and A1111 takes them; LoRAs as kohya's trainer writes them.
 */
record TrainedFile(Path file, Optional<LoraShape> lora) {

  private static final String ENDING = ".safetensors";
  private static final String DOWN = ".lora_down.weight";

  static TrainedFile embedding(Path file) {
    return new TrainedFile(file, Optional.empty());
  }

  static TrainedFile lora(Path file, LoraShape shape) {
    return new TrainedFile(file, Optional.of(shape));
  }

  void write(Map<String, FloatTensor> values, int step) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("format", "pt");
    notes.put("easel.step", Integer.toString(step));
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    if (lora.isEmpty()) {
      notes.put("name", word());
      tensors.put(word(), Values.of(values, Inversion.VECTORS));
    } else {
      LoraShape shape = lora.get();
      notes.put("ss_network_module", "networks.lora");
      notes.put("ss_network_dim", Integer.toString(shape.rank()));
      notes.put("ss_network_alpha", Double.toString(shape.alpha()));
      if (shape.withConvolutions()) {
        String arguments = "{\"conv_dim\": \"%d\", \"conv_alpha\": \"%s\"}";
        notes.put("ss_network_args", arguments.formatted(shape.rank(), shape.alpha()));
      }
      notes.put("ss_output_name", word());
      notes.put("ss_steps", Integer.toString(step));
      values.forEach(
          (name, value) -> {
            tensors.put(name, value);
            if (name.endsWith(DOWN)) {
              String module = name.substring(0, name.length() - DOWN.length());
              tensors.put(module + ".alpha", FloatTensor.of(Shape.of(), (float) shape.alpha()));
            }
          });
    }
    TrainingState.write(tensors, notes, file);
  }

  /** The file's name without its ending. */
  private String word() {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }
}
