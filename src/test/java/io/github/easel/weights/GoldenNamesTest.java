package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single files against the folders that they were made from. */
class GoldenNamesTest {

  @ParameterizedTest
  @CsvSource({
    "tiny-sd1-4level.safetensors, tiny-sd1-4level",
    "tiny-sd1-4level.ckpt, tiny-sd1-4level",
    "tiny-inpaint.safetensors, tiny-inpaint"
  })
  void areSortedIntoTheSameNamesShapesAndValues(String single, String model) throws IOException {
    TensorFile file = TensorFiles.open(Golden.file("single/" + single));

    Components sorted = CheckpointNames.sort(file);

    assertSame(sorted.unet(), model + "/unet/diffusion_pytorch_model.safetensors");
    assertSame(sorted.vae(), model + "/vae/diffusion_pytorch_model.safetensors");
    assertSame(sorted.textEncoder(), model + "/text_encoder/model.safetensors");
    assertThat(sorted.textEncoder2()).isEmpty();
    assertThat(sorted.controlNet()).isEmpty();
    assertThat(sorted.leftovers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tiny-sd1-4level", "tiny-sd2", "tiny-sdxl", "tiny-inpaint", "micro-sd1"})
  void networksOfFoldersStayAsTheyAre(String model) throws IOException {
    String folder = "models/" + model;
    String unet = model + "/unet/diffusion_pytorch_model.safetensors";
    String vae = model + "/vae/diffusion_pytorch_model.safetensors";
    String text = model + "/text_encoder/model.safetensors";

    assertSame(CheckpointNames.sort(Safetensors.open(Golden.file("models/" + unet))).unet(), unet);
    assertSame(CheckpointNames.sort(Safetensors.open(Golden.file("models/" + vae))).vae(), vae);
    assertSame(
        CheckpointNames.sort(Safetensors.open(Golden.file("models/" + text))).textEncoder(), text);
    TensorFile stored =
        Safetensors.open(Golden.file(folder + "/vae/diffusion_pytorch_model.safetensors"));
    assertThat(CheckpointNames.diffusersVae(stored)).isEqualTo(stored.tensors());
  }

  @ParameterizedTest
  @CsvSource({"tiny-sd1-4level", "tiny-sd2", "tiny-sdxl", "tiny-inpaint", "micro-sd1"})
  void blocksGoThereAndBack(String model) {
    Path file = Golden.file("models/" + model + "/unet/diffusion_pytorch_model.safetensors");
    Map<String, String> old = new LinkedHashMap<>();
    Map<String, String> aliases =
        new BlockAliases(Safetensors.open(file).tensors().keySet()).aliases();
    for (String name : Safetensors.open(file).tensors().keySet()) {
      int dot = name.lastIndexOf('.');
      String alias = aliases.get(name.substring(0, dot));
      if (name.endsWith(".weight") && alias != null) {
        old.put(alias + name.substring(dot), name);
      }
    }

    UnetNames names = new UnetNames(old.keySet());

    assertThat(old).hasSizeGreaterThan(90);
    old.forEach((alias, name) -> assertThat(names.rename(alias)).isEqualTo(name));
  }

  private static void assertSame(Map<String, StoredTensor> found, String expected)
      throws IOException {
    TensorFile folder = Safetensors.open(Golden.file("models/" + expected));
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(folder.tensors().keySet());
    for (StoredTensor tensor : folder.tensors().values()) {
      StoredTensor same =
          new WeightMap(folder.file(), found).require(tensor.name(), tensor.shape());
      assertThat(bytes(same)).as(tensor.name()).isEqualTo(bytes(tensor));
    }
  }

  private static byte[] bytes(StoredTensor tensor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TensorValues.writeFloat32(tensor, Channels.newChannel(out), new Cancellation());
    return out.toByteArray();
  }
}
