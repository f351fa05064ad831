package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The families beside Stable Diffusion 1 and 2, with the smallest networks of their kinds. */
class FamiliesTest {

  private static final Engine ENGINE = OnnxEngine.on(DeviceChoice.CPU);
  private static final ImageSize SIZE = new ImageSize(16, 16);
  private static final PromptReading USUAL = PromptReading.usual();

  @TempDir Path folder;

  @Test
  void xlListensToSeedTextAndSize() throws IOException {
    try (DiffusionPipeline xl = open(RandomModel.xl(folder))) {
      byte[] first = draw(xl, request("the cat", "dog", 5)).rgb();

      assertThat(draw(xl, request("the cat", "dog", 5)).rgb()).isEqualTo(first);
      assertThat(draw(xl, request("the cat", "ab", 5)).rgb()).isNotEqualTo(first);
      assertThat(draw(xl, request("the dog", "dog", 5)).rgb()).isNotEqualTo(first);
      assertThat(draw(xl, request("the (cat:1.5)", "dog", 5)).rgb()).isNotEqualTo(first);
      assertThat(draw(xl, request("the cat", "dog", 5).withSeed(8)).rgb()).isNotEqualTo(first);
      PixelImage wide = draw(xl, sized(request("the cat", "dog", 5), new ImageSize(32, 16)));
      assertThat(wide.width()).isEqualTo(32);
      assertThat(draw(xl, skipping(2)).rgb()).isNotEqualTo(draw(xl, skipping(1)).rgb());
      assertThatThrownBy(() -> draw(xl, skipping(3)))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.CLIP_SKIP_UNSUITABLE);
                assertThat(e.details()).containsExactly("3", "2");
              });
      assertThat(draw(xl, skipping(1)).rgb()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "the (cat:1) / the cat",
        "[the cat|the cat] / the cat",
        "the cat AND dog :0 / the cat"
      })
  void xlReadsPromptsAsOthersDo(String prompt, String plain) throws IOException {
    try (DiffusionPipeline xl = open(RandomModel.xl(folder))) {
      byte[] expected = draw(xl, request(plain, "dog", 5)).rgb();
      assertThat(draw(xl, request(prompt, "dog", 5)).rgb()).isEqualTo(expected);
      assertThat(draw(xl, request(plain + " BREAK dog", "dog", 5)).rgb()).isNotEqualTo(expected);
      String longOne = "the cat ".repeat(60);
      assertThat(draw(xl, request(longOne + "dog", "dog", 5)).rgb())
          .isNotEqualTo(draw(xl, request(longOne + "ab", "dog", 5)).rgb());
    }
  }

  @Test
  void zerosStandForAnEmptyNegativePromptIfTheModelWantsThem() throws IOException {
    byte[] zeros = drawEmptyNegative(RandomModel.xl(folder));
    Files.writeString(folder.resolve("model_index.json"), "{}");
    assertThat(drawEmptyNegative(folder)).isEqualTo(zeros);
    Files.writeString(
        folder.resolve("model_index.json"), "{\"force_zeros_for_empty_prompt\": false}");
    assertThat(drawEmptyNegative(folder)).isNotEqualTo(zeros);
  }

  private static byte[] drawEmptyNegative(Path model) {
    try (DiffusionPipeline xl = open(model)) {
      byte[] empty = draw(xl, request("the cat", "", 5)).rgb();
      assertThat(draw(xl, request("the cat", " ", 5)).rgb()).isEqualTo(empty);
      return empty;
    }
  }

  @Test
  void theSecondTokenizerIsItsOwnIfThereIsOne() throws IOException {
    byte[] shared;
    try (DiffusionPipeline xl = open(RandomModel.xl(folder))) {
      shared = draw(xl, request("the cat", "dog", 5)).rgb();
    }
    Path own = TinyVocabulary.write(Files.createDirectories(folder.resolve("tokenizer_2")));
    try (DiffusionPipeline xl = open(folder)) {
      // filled up with the end token, not with exclamation marks
      assertThat(draw(xl, request("the cat", "dog", 5)).rgb()).isNotEqualTo(shared);
    }
    Files.writeString(own.resolve("tokenizer_config.json"), "{\"pad_token\": \"!\"}");
    try (DiffusionPipeline xl = open(folder)) {
      assertThat(draw(xl, request("the cat", "dog", 5)).rgb()).isEqualTo(shared);
    }
    Files.writeString(own.resolve("tokenizer_config.json"), "{\"model_max_length\": 30}");
    assertThatThrownBy(() -> open(folder).close())
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.details().toString()).contains("77 tokens").contains("30"));
  }

  /** Each sample has its own text, vector and numbers, whatever stands beside it in the batch. */
  @Test
  void aBatchEqualsItsSamplesAlone() throws IOException {
    DiffusersFolder model = new DiffusersFolder(RandomModel.xl(folder));
    Shape one = Shape.of(1, 4, 8, 8);
    FloatTensor sample = filled(one, 1);
    List<TextCondition> texts = List.of(text(2), text(3), text(4), text(5), text(6));
    try (Denoiser denoiser = new Denoiser(model.openUnet(ENGINE), new TextShape(77, 32, 16))) {
      denoiser.prepare(one.withFirst(5), told(SIZE), texts);
      denoiser.show(sample);
      FloatTensor all = denoiser.predict(500, new Cancellation()).copy();
      for (int i = 0; i < texts.size(); i++) {
        FloatTensor alone = predictAlone(denoiser, sample, SIZE, texts.get(i));
        FloatTensor part = FloatTensor.zeros(one);
        part.copy(0, all, i * part.size(), part.size());
        assertThat(Golden.greatestDifference(part, alone)).isLessThan(1e-5);
      }
      FloatTensor small = predictAlone(denoiser, sample, SIZE, texts.get(0));
      FloatTensor large = predictAlone(denoiser, sample, new ImageSize(16, 64), texts.get(0));
      FloatTensor other =
          predictAlone(
              denoiser,
              sample,
              SIZE,
              new TextCondition(texts.get(0).states(), texts.get(1).pooled()));
      assertThat(Golden.greatestDifference(small, large)).isGreaterThan(1e-3);
      assertThat(Golden.greatestDifference(small, other)).isGreaterThan(1e-3);
    }
  }

  private static FloatTensor predictAlone(
      Denoiser denoiser, FloatTensor sample, ImageSize size, TextCondition text) {
    denoiser.prepare(sample.shape(), told(size), List.of(text));
    denoiser.show(sample);
    return denoiser.predict(500, new Cancellation()).copy();
  }

  private static Circumstances told(ImageSize size) {
    return new Circumstances(size, 5, 0, List.of());
  }

  private static TextCondition text(int seed) {
    return new TextCondition(
        filled(Shape.of(1, 77, 32), seed), Optional.of(filled(Shape.of(1, 16), seed)));
  }

  private static FloatTensor filled(Shape shape, int seed) {
    FloatTensor tensor = FloatTensor.zeros(shape);
    new io.github.easel.random.TorchCpuRandom(seed).fill(tensor);
    return tensor;
  }

  @Test
  void theRefinerHasOneEncoderAndKnowsBeauty() throws IOException {
    assertThat(MicroConditions.of(5, new ImageSize(64, 48), false))
        .containsExactly(48, 64, 0, 0, 6);
    assertThat(MicroConditions.of(5, SIZE, true)).containsExactly(16, 16, 0, 0, 2.5f);
    assertThat(MicroConditions.of(6, new ImageSize(64, 48), true))
        .containsExactly(48, 64, 0, 0, 48, 64);
    try (DiffusionPipeline refiner = open(RandomModel.refiner(folder))) {
      byte[] first = draw(refiner, request("the cat", "dog", 5)).rgb();
      assertThat(draw(refiner, request("the cat", "dog", 5)).rgb()).isEqualTo(first);
      assertThat(draw(refiner, request("the cat", "ab", 5)).rgb()).isNotEqualTo(first);
    }
  }

  @Test
  void aConsistencyModelFollowsTheGuidanceByItself() throws IOException {
    try (DiffusionPipeline model = open(RandomModel.consistent(folder))) {
      byte[] first = draw(model, request("the cat", "dog", 5)).rgb();
      assertThat(draw(model, request("the cat", "ab", 5)).rgb()).isEqualTo(first);
      assertThat(draw(model, request("the cat", "dog", 8)).rgb()).isNotEqualTo(first);
      assertThat(draw(model, request("the dog", "dog", 5)).rgb()).isNotEqualTo(first);
    }
  }

  @Test
  void embedsTheGuidance() {
    // no guidance at all: every angle is 0
    assertThat(GuidanceEmbedding.of(1, 5)).containsExactly(0, 0, 1, 1, 0);
    float[] some = GuidanceEmbedding.of(1.001, 4);
    assertThat(some[0]).isEqualTo((float) Math.sin(1), org.assertj.core.data.Offset.offset(1e-6f));
    assertThat(some[1])
        .isEqualTo((float) Math.sin(1e-4), org.assertj.core.data.Offset.offset(1e-9f));
    assertThat(some[2]).isEqualTo((float) Math.cos(1), org.assertj.core.data.Offset.offset(1e-6f));
  }

  @Test
  void aModelThatChangesPicturesWantsOne() throws IOException {
    try (DiffusionPipeline model = open(RandomModel.editing(folder))) {
      assertThatThrownBy(() -> draw(model, request("the cat", "dog", 5)))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.SOURCE_NEEDED));
      byte[] first = draw(model, from("the cat", 0, 1)).rgb();
      assertThat(draw(model, from("the cat", 0, 1)).rgb()).isEqualTo(first);
      assertThat(draw(model, from("the cat", 90, 1)).rgb()).isNotEqualTo(first);
      assertThat(draw(model, from("the dog", 0, 1)).rgb()).isNotEqualTo(first);
      assertThat(draw(model, from("the cat", 0, 0.5)).rgb()).isNotEqualTo(first);
    }
  }

  @Test
  void isLedToThePictureAndToTheText() {
    TextCondition text = TextCondition.of(filled(Shape.of(1, 1, 1), 1));
    Conditioning conditioning = Conditioning.of(Optional.of(text), text).keepingToPicture(1.5);
    FloatTensor seen = FloatTensor.of(Shape.of(1, 1), 3);
    FloatTensor combined = FloatTensor.zeros(Shape.of(1, 1));

    assertThat(conditioning.batch()).isEqualTo(3);
    assertThat(conditioning.at(1)).hasSize(3);
    assertThat(conditioning.beside(Optional.of(seen)))
        .extracting(one -> one.get(0))
        .containsExactly(0f, 3f, 3f);
    // 1 + 1.5 * (3 - 1) + 2 * (7 - 3)
    new Guidance(conditioning, 2).combine(FloatTensor.of(Shape.of(3, 1), 1, 3, 7), combined);
    assertThat(combined.get(0)).isEqualTo(12);
  }

  private static GenerationRequest from(String prompt, int colour, double strength) {
    byte[] rgb = new byte[3 * 16 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 7 + colour * (i % 5));
    }
    return request(prompt, "dog", 5)
        .withSource(Optional.of(new Source(PixelImage.of(16, 16, rgb), "", strength, Fit.STRETCH)));
  }

  private static GenerationRequest skipping(int clipSkip) {
    return of(
        new Prompt("the cat", "dog", new PromptReading(Syntax.A1111, Emphasis.ORIGINAL, clipSkip)),
        5,
        SIZE);
  }

  private static GenerationRequest request(String prompt, String negative, double guidance) {
    return of(new Prompt(prompt, negative, USUAL), guidance, SIZE);
  }

  private static GenerationRequest sized(GenerationRequest request, ImageSize size) {
    return of(request.prompt(), request.sampling().guidanceScale(), size);
  }

  private static GenerationRequest of(Prompt prompt, double guidance, ImageSize size) {
    return new GenerationRequest(
        prompt, "random", size, new Sampling(SamplerKind.EULER, 2, guidance), 7);
  }

  private static DiffusionPipeline open(Path model) {
    return new DiffusionPipeline(
        new LoadedModel(new DiffusersFolder(model), ENGINE, Optional.empty()), "test");
  }

  private static PixelImage draw(DiffusionPipeline pipeline, GenerationRequest request) {
    GenerationResult result = pipeline.generate(request, ProgressListener.NONE, new Cancellation());
    return result.image();
  }
}
