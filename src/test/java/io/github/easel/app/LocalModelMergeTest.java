package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.app.ModelMerge.Recipe;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelHash;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.TensorFiles;
import io.github.easel.weights.TensorValues;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelMergeTest {

  private static final String IN = "model.diffusion_model.input_blocks.1.0.in_layers.0.weight";
  private static final String OUT = "model.diffusion_model.output_blocks.0.0.in_layers.0.weight";
  private static final String TIME = "model.diffusion_model.time_embed.0.weight";
  private static final String TEXT =
      "cond_stage_model.transformer.text_model.final_layer_norm.weight";
  private static final String FIRST = "model.diffusion_model.input_blocks.0.0.weight";

  private static Map<String, FloatTensor> tensors = Map.of();
  private static Path whole = Path.of("");

  private final Path folder;
  private final ModelMerge merging = new LocalModelMerge(new ModelCatalogue(List.of()));
  private final List<Double> shares = new ArrayList<>();

  LocalModelMergeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void make(@TempDir Path made) throws IOException {
    whole = TinyCheckpoint.folder(Files.createDirectories(made.resolve("whole")));
    tensors = TinyCheckpoint.tensors(whole);
  }

  private interface Change {
    float of(float value, int index);
  }

  private Path write(String name, Change change) throws IOException {
    Map<String, FloatTensor> changed = new LinkedHashMap<>();
    tensors.forEach((key, tensor) -> changed.put(key, changed(tensor, change)));
    return write(name, changed);
  }

  private Path write(String name, Map<String, FloatTensor> all) throws IOException {
    Path file = folder.resolve(name + ".safetensors");
    SafetensorsWriter.write(all, file);
    return file;
  }

  private static FloatTensor changed(FloatTensor tensor, Change change) {
    FloatTensor result = FloatTensor.zeros(tensor.shape());
    FloatBuffer from = tensor.buffer();
    FloatBuffer to = result.buffer();
    for (int i = 0; from.hasRemaining(); i++) {
      to.put(change.of(from.get(), i));
    }
    return result;
  }

  private TensorFile merge(double alpha, String blocks, boolean half, Path... models) {
    Path target = folder.resolve("merged.safetensors");
    Recipe recipe =
        new Recipe(
            models[0].toString(),
            models[1].toString(),
            models.length > 2 ? Optional.of(models[2].toString()) : Optional.empty(),
            alpha,
            blocks.isEmpty() ? Optional.empty() : Optional.of(blocks),
            half,
            target);
    merging.merge(recipe, shares::add, new Cancellation());
    return TensorFiles.open(target);
  }

  private static float[] values(TensorFile file, String name) {
    FloatBuffer buffer = TensorValues.read(file.tensor(name)).buffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static float[] values(String name) {
    FloatBuffer buffer = Objects.requireNonNull(tensors.get(name)).buffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Test
  void mixesAsTheArithmeticSays() throws IOException {
    Path a = write("a", (value, i) -> value);
    Path b = write("b", (value, i) -> value * 3 + i % 7);
    TensorFile merged = merge(0.3, "", false, a, b);
    assertThat(merged.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
    for (String name : List.of(IN, TEXT, FIRST)) {
      float[] was = values(name);
      float[] is = values(merged, name);
      for (int i = 0; i < was.length; i++) {
        double exact = was[i] * 0.7 + (was[i] * 3.0 + i % 7) * 0.3;
        assertThat((double) is[i]).as(name).isCloseTo(exact, within(exact));
      }
    }
    assertThat(shares).isSorted().endsWith(1.0).allMatch(share -> share <= 1);
  }

  private static Offset<Double> within(double value) {
    return Offset.offset(1e-6 * Math.max(1, Math.abs(value)));
  }

  @Test
  void withItselfItStaysItselfBitForBit() throws IOException {
    Path a = write("a", (value, i) -> i % 5 == 0 ? -0.0f : value);
    merge(0.37, "", false, a, a);
    TensorFile before = TensorFiles.open(a);
    TensorFile after = TensorFiles.open(folder.resolve("merged.safetensors"));
    byte[] was = Files.readAllBytes(a);
    byte[] is = Files.readAllBytes(after.file());
    before
        .tensors()
        .forEach(
            (name, tensor) -> {
              long at = after.tensor(name).offset();
              int length = (int) tensor.bytes();
              assertThat(
                      Arrays.mismatch(
                          was,
                          (int) tensor.offset(),
                          (int) tensor.offset() + length,
                          is,
                          (int) at,
                          (int) at + length))
                  .as(name)
                  .isEqualTo(-1);
            });
  }

  @Test
  void addsADifference() throws IOException {
    Path a = write("a", (value, i) -> value + 1);
    Path b = write("b", (value, i) -> value + 5);
    Path c = write("c", (value, i) -> value + 3);
    float[] is = values(merge(0.5, "", false, a, b, c), IN);
    float[] was = values(IN);
    for (int i = 0; i < was.length; i++) {
      assertThat(is[i]).isCloseTo(was[i] + 2, Offset.offset(1e-5f));
    }
  }

  @Test
  void blocksHaveSharesOfTheirOwn() throws IOException {
    Path a = write("a", (value, i) -> 0);
    Path b = write("b", (value, i) -> 1);
    TensorFile named = merge(0.5, "IN01=0.25,OUT=1,BASE=0", false, a, b);
    assertThat(values(named, IN)).containsOnly(0.25f);
    assertThat(values(named, OUT)).containsOnly(1f);
    assertThat(values(named, TEXT)).containsOnly(0f);
    assertThat(values(named, TIME)).containsOnly(0.5f);
    Files.delete(named.file());
    String each = "0.1,0.2" + ",0".repeat(11) + ",0.9" + ",0".repeat(11);
    TensorFile listed = merge(0.5, each, false, a, b);
    assertThat(values(listed, TIME)).containsOnly(0.1f);
    assertThat(values(listed, IN)).containsOnly(0.2f);
    assertThat(values(listed, OUT)).containsOnly(0.9f);
    assertThat(values(listed, TEXT)).containsOnly(0.5f);
    for (String wrong : List.of("1,2", "IN12=1", "LEFT=1", "IN01=x", "M01=1", "")) {
      assertThatThrownBy(() -> ModelMerge.checkBlocks(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anInpaintingModelKeepsItsFurtherChannels() throws IOException {
    Path b = write("b", (value, i) -> 1);
    Map<String, FloatTensor> wide = new LinkedHashMap<>(tensors);
    Shape plain = Objects.requireNonNull(tensors.get(FIRST)).shape();
    wide.put(FIRST, FloatTensor.zeros(Shape.of(plain.axis(0), 9, plain.axis(2), plain.axis(3))));
    Path a = write("a", wide);
    float[] merged = values(merge(0.5, "", false, a, b), FIRST);
    int cell = (int) (plain.axis(2) * plain.axis(3));
    for (int i = 0; i < merged.length; i++) {
      assertThat(merged[i]).isEqualTo(i / cell % 9 < 4 ? 0.5f : 0f);
    }
    Files.delete(folder.resolve("merged.safetensors"));
    assertThatThrownBy(() -> merge(0.5, "", false, b, a))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining(FIRST)
        .hasMessageContaining("must be the first");
    assertThat(folder.resolve("merged.safetensors")).doesNotExist();
  }

  @Test
  void notesWhereItComesFromAndDraws() throws IOException {
    Path a = write("a", (value, i) -> value);
    Path b = write("b", (value, i) -> value * 1.01f);
    TensorFile merged = merge(0.4, "", true, a, b);
    assertThat(merged.tensor(IN).type()).isEqualTo(DataType.F16);
    JsonNode recipe = new JsonMapper().readTree(merged.metadata().get("sd_merge_recipe"));
    assertThat(recipe.get("primary_model_hash").textValue()).isEqualTo(ModelHash.of(a).sha256());
    assertThat(recipe.get("interp_method").textValue()).isEqualTo("Weighted sum");
    JsonNode models = new JsonMapper().readTree(merged.metadata().get("sd_merge_models"));
    assertThat(models.get(ModelHash.of(b).sha256()).get("name").textValue()).isEqualTo("b");
    try (Services services =
        LocalServices.open(
            new Places(folder.resolve("home"), folder, folder.resolve("pictures")),
            new ServiceOptions(DeviceChoice.CPU, Optional.of(whole.resolve("tokenizer"))))) {
      GenerationRequest request =
          new GenerationRequest(
              Prompt.of("a"),
              merged.file().toString(),
              new ImageSize(64, 64),
              new Sampling(SamplerKind.DDIM, 1, 1),
              3);
      assertThat(
              services
                  .generation()
                  .generate(request, progress -> {}, new Cancellation())
                  .image()
                  .width())
          .isEqualTo(64);
    }
  }

  @Test
  void refusesWhatDoesNotGoTogether() throws IOException {
    Path a = write("a", (value, i) -> value);
    assertThatThrownBy(() -> merge(0.5, "", false, a, whole)).hasMessageContaining("a folder");
    Path lora =
        write(
            "lora",
            Map.of(
                "lora_unet_x.lora_down.weight",
                FloatTensor.zeros(Shape.of(4, 8)),
                "lora_unet_x.lora_up.weight",
                FloatTensor.zeros(Shape.of(8, 4))));
    assertThatThrownBy(() -> merge(0.5, "", false, a, lora)).hasMessageContaining("a LoRA");
    merge(0.5, "", false, a, a);
    assertThatThrownBy(() -> merge(0.5, "", false, a, a))
        .hasRootCauseInstanceOf(FileAlreadyExistsException.class);
    Files.delete(folder.resolve("merged.safetensors"));
    Cancellation cancelled = new Cancellation();
    Recipe recipe =
        new Recipe(
            a.toString(),
            a.toString(),
            Optional.empty(),
            0.5,
            Optional.empty(),
            false,
            folder.resolve("merged.safetensors"));
    assertThatThrownBy(() -> merging.merge(recipe, share -> cancelled.cancel(), cancelled))
        .hasMessageContaining("cancelled");
    assertThat(folder).isDirectoryNotContaining("glob:**merged*");
  }
}
