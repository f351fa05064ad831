package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.AppliedAdapter;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.LoraBlend;
import io.github.easel.model.LoraUse;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.model.TinyLora;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.TensorValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LoRAs and embeddings in pictures of a small model. */
class AdaptersTest {

  private static final String UNET = "unet/diffusion_pytorch_model.safetensors";
  private static final String TABLE = "embeddings.token_embedding.weight";
  private static final String TEXT = "text_encoder/model.safetensors";

  private final CountingEngine engine = new CountingEngine(OnnxEngine.on(DeviceChoice.CPU));

  @TempDir private Path root;
  private Path model = Path.of("");
  private Optional<DiffusionPipeline> open = Optional.empty();

  @BeforeEach
  void make() throws IOException {
    model = TinyCheckpoint.folder(root.resolve("model"));
    TinyLora.write(model, root.resolve("loras/both.safetensors"), true, true, 1);
    TinyLora.write(model, root.resolve("loras/words.safetensors"), false, true, 2);
    TinyLora.write(model, root.resolve("loras/forms.safetensors"), true, false, 3);
    open = Optional.of(pipeline(model));
  }

  @AfterEach
  void close() {
    open.ifPresent(DiffusionPipeline::close);
    assertThat(engine.open).isZero();
    assertThat(root.resolve("work"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
  }

  private DiffusionPipeline pipeline(Path of) {
    return new DiffusionPipeline(
        new LoadedModel(
            ModelPackages.at(of), engine.engine(), Optional.of(model.resolve("tokenizer"))),
        "test",
        new AdapterSupply(new AdapterShelf(() -> List.of(root)), root.resolve("work")));
  }

  private GenerationResult result(String prompt) {
    return result(open.orElseThrow(), prompt);
  }

  private static GenerationResult result(DiffusionPipeline pipeline, String prompt) {
    return pipeline.generate(
        new GenerationRequest(
            new Prompt(prompt, "rain"),
            "model",
            new ImageSize(32, 32),
            new Sampling(SamplerKind.EULER, 2, 5),
            11),
        ProgressListener.NONE,
        new Cancellation());
  }

  private byte[] draw(String prompt) {
    return result(prompt).image().rgb();
  }

  @Test
  void drawsAsAModelDoesInWhichTheyWereMergedBefore() throws IOException {
    Path merged = root.resolve("merged");
    copy(model, merged);
    Path lora = root.resolve("loras/both.safetensors");
    merge(merged.resolve(UNET), "lora_unet_", lora, -0.5f);
    merge(merged.resolve(TEXT), "lora_te_", lora, 0.8f);
    merge(merged.resolve(UNET), "lora_unet_", root.resolve("loras/forms.safetensors"), 1);
    byte[] without = draw("a small house");

    byte[] with = draw("a small house <lora:BOTH:0.8:-0.5> <lyco:forms>");

    try (DiffusionPipeline other = pipeline(merged)) {
      assertNear(with, result(other, "a small house").image().rgb());
    }
    assertThat(with).isNotEqualTo(without);
  }

  @Test
  void drawsTheSameInASingleFile() throws IOException {
    Path file = TinyCheckpoint.file(model, root.resolve("files/dream.safetensors"));
    try (DiffusionPipeline other = pipeline(file)) {
      assertThat(result(other, "a house <lora:both:0.7>").image().rgb())
          .isEqualTo(draw("a house <lora:both:0.7>"));
    }
  }

  @Test
  void opensOnlyWhatChanges() {
    byte[] without = draw("a house");
    engine.opened.clear();

    byte[] words = draw("a house <lora:words:1>");
    assertThat(engine.opened).containsExactly("last_hidden_state passing");
    engine.opened.clear();

    byte[] both = draw("a house <lora:words:1><lora:forms:0.5>");
    assertThat(engine.opened).containsExactly("out_sample passing");
    engine.opened.clear();

    assertThat(draw("a dog <lora:words:1><lora:forms:0.5>")).isNotEqualTo(both);
    assertThat(draw("a house <lora:words:0:0> <lora:forms:0.5:0.5><lora:words:1>")).isEqualTo(both);
    assertThat(engine.opened).isEmpty();

    assertThat(draw("a house <lora:words:1>")).isEqualTo(words);
    assertThat(draw("a house")).isEqualTo(without);
    assertThat(engine.opened).containsExactly("out_sample", "last_hidden_state");
  }

  @Test
  void keepsNothingOfThoseBefore() throws IOException {
    draw("a house");
    int before = engine.open;
    byte[] without = draw("a house");
    for (int i = 1; i <= 30; i++) {
      draw("a house <lora:both:%s>".formatted(i / 20.0));
      assertThat(engine.open).isEqualTo(before);
      try (Stream<Path> files = Files.list(root.resolve("work"))) {
        assertThat(files).hasSize(2);
      }
    }
    assertThat(draw("a house")).isEqualTo(without);
    assertThat(root.resolve("work")).isEmptyDirectory();
  }

  @Test
  void recordsWhatTookPart() {
    GenerationResult result = result("a house <lora:words:0.5:2> <lora:wordz:1>");

    List<AppliedAdapter> applied = result.provenance().adapters();
    assertThat(applied).hasSize(1);
    assertThat(applied.get(0).hash()).matches("[0-9a-f]{12}");
    assertThat(applied.get(0))
        .isEqualTo(new AppliedAdapter(AdapterKind.LORA, "words", applied.get(0).hash(), 2, 0.5));
    assertThat(result.notices())
        .containsExactly(
            new Notice(Notice.Kind.LORA_MISSING, "wordz"),
            new Notice(Notice.Kind.LORA_SIMILAR, "words"));
  }

  @Test
  void refusesAnotherFamilyAndGoesOnWithWhatThereWas() throws IOException {
    byte[] with = draw("a house <lora:both:1>");
    String key = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k";
    SafetensorsWriter.write(
        Map.of(
            key + ".lora_down.weight",
            FloatTensor.zeros(Shape.of(1, 2048)),
            key + ".lora_up.weight",
            FloatTensor.zeros(Shape.of(32, 1))),
        root.resolve("loras/large.safetensors"));

    assertThatThrownBy(() -> draw("a house <lora:large:1>"))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.ADAPTER_UNSUITABLE);
              assertThat(e.details()).element(1).isEqualTo("SDXL");
            });
    assertThat(draw("a house <lora:both:1>")).isEqualTo(with);
  }

  @Test
  void goesOnAfterALoraWhosePartsDoNotFit() throws IOException {
    byte[] without = draw("a house");
    String key = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_k";
    SafetensorsWriter.write(
        Map.of(
            key + ".lora_down.weight",
            FloatTensor.zeros(Shape.of(1, 7)),
            key + ".lora_up.weight",
            FloatTensor.zeros(Shape.of(5, 1))),
        root.resolve("loras/odd.safetensors"));
    assertThatThrownBy(() -> draw("a house <lora:odd:1>")).isInstanceOf(GenerationException.class);
    assertThat(draw("a house")).isEqualTo(without);
  }

  @Test
  void readsLearnedWordsAsTheirVectors() throws IOException {
    ClipTokenizer tokenizer = ClipTokenizer.open(model.resolve("tokenizer"));
    FloatTensor vectors = rows(tensor(model.resolve(TEXT), TABLE), tokenizer.tokens("house"));
    Files.createDirectories(root.resolve("embeddings"));
    SafetensorsWriter.write(
        Map.of("emb_params", vectors), root.resolve("embeddings/My Word.safetensors"));
    SafetensorsWriter.write(
        Map.of("emb_params", FloatTensor.zeros(Shape.of(1, 1024))),
        root.resolve("embeddings/alien.safetensors"));

    GenerationResult learned = result("a small (my WORD:1.2), rain");
    assertThat(learned.image().rgb()).isEqualTo(draw("a small (house:1.2), rain"));
    assertThat(learned.provenance().adapters())
        .extracting(AppliedAdapter::kind, AppliedAdapter::name)
        .containsExactly(tuple(AdapterKind.EMBEDDING, "My Word"));
    assertThat(draw("[rain:my word:0.5] AND my word"))
        .isEqualTo(draw("[rain:house:0.5] AND house"));
    GenerationResult alien = result("an alien");
    assertThat(alien.notices())
        .containsExactly(new Notice(Notice.Kind.EMBEDDING_LEFT_OUT, "alien"));
    assertThat(alien.provenance().adapters()).isEmpty();
  }

  @Test
  void tellsWhichFileIsBroken() throws IOException {
    Files.createDirectories(root.resolve("embeddings"));
    int width = (int) tensor(model.resolve(TEXT), TABLE).shape().axis(1);
    Path words = root.resolve("embeddings/lost.safetensors");
    SafetensorsWriter.write(
        Map.of("emb_params", FloatTensor.of(Shape.of(1, width), filled(width, Float.NaN))), words);
    Path page = root.resolve("loras/page.safetensors");
    Files.writeString(page, "<!DOCTYPE html>");
    Files.writeString(root.resolve("embeddings/empty.pt"), "no vectors");

    assertThat(failure("a lost house"))
        .extracting(GenerationException::failure, GenerationException::details)
        .containsExactly(Failure.WEIGHTS_NOT_FINITE, List.of(words.toString(), "emb_params"));
    GenerationException lora = failure("a house <lora:page>");
    assertThat(lora.failure()).isEqualTo(Failure.LORA_UNUSABLE);
    assertThat(lora.details()).startsWith("page", page.toString());
    assertThat(result("an empty house").notices())
        .containsExactly(new Notice(Notice.Kind.EMBEDDING_UNUSABLE, "empty"));
  }

  private GenerationException failure(String prompt) {
    return catchThrowableOfType(GenerationException.class, () -> draw(prompt));
  }

  private static float[] filled(int count, float value) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void givesEachOfTwoEncodersItsVectors() throws IOException {
    Path two = TinyCheckpoint.folderOfTwo(root.resolve("two"));
    int[] ids = ClipTokenizer.open(two.resolve("tokenizer")).tokens("house");
    Map<String, FloatTensor> pair = new LinkedHashMap<>();
    pair.put("clip_l", rows(tensor(two.resolve(TEXT), TABLE), ids));
    pair.put("clip_g", rows(tensor(two.resolve("text_encoder_2/model.safetensors"), TABLE), ids));
    Files.createDirectories(root.resolve("embeddings"));
    SafetensorsWriter.write(pair, root.resolve("embeddings/pair.safetensors"));
    try (DiffusionPipeline pipeline = pipeline(two)) {
      GenerationResult learned = result(pipeline, "a pair of dogs");
      assertThat(learned.notices()).isEmpty();
      assertThat(learned.image().rgb())
          .isEqualTo(result(pipeline, "a house of dogs").image().rgb())
          .isNotEqualTo(result(pipeline, "a of dogs").image().rgb());
    }
  }

  @Test
  void refusesGraphsWhoseWeightsHaveNoNames() {
    AdapterShelf shelf = new AdapterShelf(() -> List.of(root));
    LoraUse use = new LoraUse(shelf.find(AdapterKind.LORA, "both").orElseThrow(), 1, 1);
    ModelPackage graphs =
        ModelPackages.at(
            Path.of(System.getProperty("easel.home", "."))
                .resolve("src/test/resources/golden/micro-sd1"));

    assertThatThrownBy(() -> new LoraBlend(graphs, List.of(use)))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.ADAPTERS_IMPOSSIBLE));
  }

  private static FloatTensor rows(FloatTensor table, int[] ids) {
    int width = (int) table.shape().axis(1);
    FloatTensor vectors = FloatTensor.zeros(Shape.of(ids.length - 2, width));
    for (int i = 0; i + 2 < ids.length; i++) {
      vectors.copy(i * width, table, ids[i + 1] * width, width);
    }
    return vectors;
  }

  private static void assertNear(byte[] found, byte[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(Math.abs((found[i] & 0xff) - (expected[i] & 0xff))).isLessThan(2);
    }
    assertThat(Arrays.equals(found, new byte[found.length])).isFalse();
  }

  private static FloatTensor tensor(Path file, String ending) {
    return Safetensors.open(file).tensors().values().stream()
        .filter(tensor -> tensor.name().endsWith(ending))
        .findFirst()
        .map(TensorValues::read)
        .orElseThrow();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    }
  }

  /** W + s alpha/rank up down, reckoned here by itself in doubles. */
  private static void merge(Path weights, String prefix, Path lora, float strength)
      throws IOException {
    Map<String, FloatTensor> parts = new LinkedHashMap<>();
    Safetensors.open(lora)
        .tensors()
        .forEach((name, tensor) -> parts.put(name, TensorValues.read(tensor)));
    Map<String, FloatTensor> merged = new LinkedHashMap<>();
    Safetensors.open(weights)
        .tensors()
        .forEach(
            (name, stored) -> {
              FloatTensor weight = TensorValues.read(stored);
              String key = prefix + name.replaceFirst("\\.weight$", "").replace('.', '_');
              FloatTensor up = parts.get(key + ".lora_up.weight");
              if (up != null) {
                FloatTensor down = Objects.requireNonNull(parts.get(key + ".lora_down.weight"));
                int rank = (int) down.shape().axis(0);
                int columns = down.size() / rank;
                for (int i = 0; i < weight.size(); i++) {
                  double sum = 0;
                  for (int r = 0; r < rank; r++) {
                    sum +=
                        (double) up.get(i / columns * rank + r)
                            * down.get(r * columns + i % columns);
                  }
                  weight.set(i, (float) (weight.get(i) + strength * sum / rank));
                }
              }
              merged.put(name, weight);
            });
    SafetensorsWriter.write(merged, weights);
  }
}
