package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models are found; nothing in these files but names. */
class ModelShelfTest {

  @TempDir private Path root;

  private Path file(String name, String tensor) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    SafetensorsWriter.write(Map.of(tensor, FloatTensor.zeros(Shape.of(1))), file);
    return file;
  }

  private Path checkpoint(String name) throws IOException {
    return file(name, "model.diffusion_model.input_blocks.0.0.weight");
  }

  private List<Path> found() {
    return new ModelCatalogue(List.of(root)).paths();
  }

  @Test
  void findsFilesInTheFolderAndInThoseInIt() throws IOException {
    Path one = checkpoint("a.safetensors");
    Path two = checkpoint("styles/b.safetensors");
    checkpoint("styles/old/c.safetensors");
    checkpoint(".cache/d.safetensors");
    file("lora.safetensors", "lora_unet_down.alpha");
    Files.writeString(root.resolve("notes.txt"), "nothing");
    assertThat(found()).containsExactly(one, two);
    assertThat(ModelCatalogue.name(one)).isEqualTo("a");
  }

  @Test
  void findsTheModelsOfOtherPrograms() throws IOException {
    Path a = checkpoint("models/Stable-diffusion/a.safetensors");
    Path b = checkpoint("models/Stable-diffusion/anime/b.safetensors");
    Path c = checkpoint("models/checkpoints/xl/c.safetensors");
    checkpoint("extensions/d.safetensors");
    file("models/Lora/e.safetensors", "lora_unet_down.alpha");
    assertThat(found()).containsExactly(a, b, c);
    assertThat(new ModelCatalogue(List.of(root.resolve("models"))).paths())
        .containsExactly(a, b, c);
    assertThat(new ModelCatalogue(List.of(root.resolve("models/Stable-diffusion"))).paths())
        .containsExactly(a, b);
  }

  @Test
  void findsAFileByItsNameAndByItsPath() throws IOException {
    Path file = checkpoint("dream.safetensors");
    ModelCatalogue catalogue = new ModelCatalogue(List.of(root));
    assertThat(catalogue.find("dream")).isEqualTo(file);
    assertThat(catalogue.find(file.toString())).isEqualTo(file);
  }

  @Test
  void showsFilesThatCannotBeReadSoThatSomebodyLearnsWhy() throws IOException {
    Path file = Files.writeString(root.resolve("dream.safetensors"), "cut off");
    assertThat(found()).containsExactly(file);
  }
}
