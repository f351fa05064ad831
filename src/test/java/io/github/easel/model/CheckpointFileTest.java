package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.scheduler.TimestepSpacing;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.PlaceholderVocabulary;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models in a single file: what they say, and what is refused. */
class CheckpointFileTest {

  private static final String FIRST = "model.diffusion_model.input_blocks.0.0.weight";

  @TempDir static Path made;
  @TempDir Path shelf;
  private Map<String, FloatTensor> tensors = Map.of();

  @BeforeAll
  static void makeFolder() throws IOException {
    TinyCheckpoint.folder(made.resolve("tiny"));
  }

  @BeforeEach
  void readTensors() {
    tensors = TinyCheckpoint.tensors(made.resolve("tiny"));
  }

  private Path write(String name) throws IOException {
    Path file = shelf.resolve(name);
    SafetensorsWriter.write(tensors, file);
    return file;
  }

  @Test
  void tellsWhatItIs() throws IOException {
    ModelPackage model = ModelPackages.at(write("dream.safetensors"));
    assertThat(model).isInstanceOf(CheckpointFile.class);
    assertThat(model.name()).isEqualTo("dream");
    assertThat(model.tokenizer()).isEmpty();
    assertThat(model.scheduleConfig()).isEqualTo(ScheduleConfig.stableDiffusion());
    ModelSettings settings = model.settings();
    assertThat(settings.scalingFactor()).isEqualTo(0.18215);
    assertThat(settings.vaeFactor()).hasValue(2);
    assertThat(settings.latentMultiple()).isEqualTo(2);
    assertThat(settings.vocabulary()).hasValue(600);
    assertThat(settings.textLayers()).hasValue(2);
    assertThat(settings.size()).isEqualTo(new ImageSize(512, 512));
    assertThat(model.fingerprint()).matches("[0-9a-f]{10}");
    model.check();
  }

  @Test
  void takesNumbersOfTheConfigFolder() throws IOException {
    Path file = write("dream.safetensors");
    assertThat(ModelPackages.at(file, Optional.of(made.resolve("tiny"))).settings().size())
        .isEqualTo(new ImageSize(64, 64));
    Path own = Files.createDirectories(shelf.resolve("dream").resolve("unet"));
    Files.copy(made.resolve("tiny/unet/config.json"), own.resolve("config.json"));
    assertThat(ModelPackages.at(file).settings().size()).isEqualTo(new ImageSize(64, 64));
    assertThat(new ModelCatalogue(List.of(shelf)).paths()).containsExactly(file);
  }

  @Test
  void namesTheFirstTensorThatIsMissingAndCountsTheOthers() throws IOException {
    tensors.remove("model.diffusion_model.out.2.bias");
    failsWith("conv_out.bias of shape [4]", checking("one.safetensors"));
    tensors.remove("model.diffusion_model.time_embed.0.weight");
    failsWith("time_embedding.linear_1.weight", checking("two.safetensors"));
    failsWith("none of that name, and 1 more", checking("two.safetensors"));
  }

  @Test
  void saysWhichShapeIsWrong() throws IOException {
    tensors.put("model.diffusion_model.out.2.bias", FloatTensor.zeros(Shape.of(5)));
    failsWith("the shape [5]", checking("dream.safetensors"));
  }

  @Test
  void passesOverTensorsThatItDoesNotKnow() throws IOException {
    tensors.put("something.else", FloatTensor.zeros(Shape.of(5)));
    tensors.put("model_ema.decay", FloatTensor.zeros(Shape.of(1)));
    ModelPackages.at(write("dream.safetensors")).check();
  }

  @Test
  void saysWhichNetworkIsMissing() throws IOException {
    tensors.keySet().removeIf(name -> name.startsWith("first_stage_model."));
    failsWith("no autoencoder", () -> ModelPackages.at(write("a.safetensors")));
    tensors.keySet().removeIf(name -> name.startsWith("cond_stage_model."));
    failsWith("no text encoder", () -> ModelPackages.at(write("b.safetensors")));
    tensors.keySet().removeIf(name -> name.startsWith("model."));
    tensors.put("lora_unet.alpha", FloatTensor.zeros(Shape.of(1)));
    failsWith("no UNet", () -> ModelPackages.at(write("c.safetensors")));
    assertThat(ModelPackages.resembles(shelf.resolve("c.safetensors"))).isFalse();
  }

  @Test
  void takesAnAutoencoderBesideIt() throws IOException {
    Map<String, FloatTensor> vae = new LinkedHashMap<>(tensors);
    vae.keySet().removeIf(name -> !name.startsWith("first_stage_model."));
    tensors.keySet().removeIf(name -> name.startsWith("first_stage_model."));
    SafetensorsWriter.write(vae, shelf.resolve("dream.vae.safetensors"));
    Path file = write("dream.safetensors");
    ModelPackages.at(file).check();
    assertThat(new ModelCatalogue(List.of(shelf)).paths()).containsExactly(file);
  }

  @Test
  void knowsVelocityAndZeroSnrByTheirSigns() throws IOException {
    tensors.put("v_pred", FloatTensor.zeros(Shape.of(1)));
    tensors.put("ztsnr", FloatTensor.zeros(Shape.of(1)));
    ScheduleConfig config = ModelPackages.at(write("dream.safetensors")).scheduleConfig();
    assertThat(config.prediction()).isEqualTo(PredictionType.V_PREDICTION);
    assertThat(config.betas().zeroTerminalSnr()).isTrue();
    assertThat(config.timesteps().spacing()).contains(TimestepSpacing.TRAILING);
  }

  @Test
  void somebodysSettingGoesBeforeAll() throws IOException {
    tensors.put("v_pred", FloatTensor.zeros(Shape.of(1)));
    Path file = write("dream.safetensors");
    Files.writeString(
        shelf.resolve("dream.easel.json"), "{\"prediction_type\": \"epsilon\", \"width\": 64}");
    assertThat(ModelPackages.at(file).scheduleConfig().prediction())
        .isEqualTo(PredictionType.EPSILON);
    assertThat(ModelPackages.at(file).settings().size()).isEqualTo(new ImageSize(64, 512));
    Files.writeString(shelf.resolve("dream.easel.json"), "{\"prediction_type\": \"magic\"}");
    failsWith("magic", () -> ModelPackages.at(file).scheduleConfig());
  }

  @ParameterizedTest
  @CsvSource({
    "v2.safetensors, modelspec.prediction_type, v, V_PREDICTION",
    "v2.safetensors, modelspec.prediction_type, epsilon, EPSILON",
    "v2.safetensors, modelspec.architecture, stable-diffusion-v2-512, EPSILON",
    "v2.ckpt, global_step, 875000, EPSILON",
    "v2.ckpt, global_step, 110000, V_PREDICTION",
    "512-base-ema.ckpt, none, none, EPSILON",
    "v2-1_768-ema-pruned.ckpt, none, none, V_PREDICTION",
    "v2-1_512-ema-pruned.ckpt, none, none, EPSILON",
    "15120.safetensors, none, none, V_PREDICTION"
  })
  void guessesWhatVersionTwoPredicts(
      String name, String key, String value, PredictionType expected) {
    TensorFile file = new TensorFile(Path.of(name), Map.of(), Map.of(key, value));
    CheckpointPrediction found =
        CheckpointPrediction.of(file, ModelAdvice.none(), ModelFamily.TWO, false);
    assertThat(found.type()).isEqualTo(expected);
    assertThat(found.reason()).isNotBlank();
    assertThat(CheckpointPrediction.of(file, ModelAdvice.none(), ModelFamily.TWO, true).type())
        .isEqualTo(key.startsWith("modelspec") ? expected : PredictionType.EPSILON);
  }

  @Test
  void findsATokenizerElsewhere() throws IOException {
    ModelPackage model = ModelPackages.at(write("dream.safetensors"));
    Path kept = shelf.resolve("kept");
    TokenizerFinder finder =
        new TokenizerFinder(new ModelCatalogue(List.of(made)), Optional.empty(), kept);
    failsWith(Failure.TOKENIZER_MISSING, kept.toString(), () -> finder.find(model));
    PlaceholderVocabulary.write(Files.createDirectories(kept), 601);
    failsWith(Failure.TOKENIZER_MISSING, "dream", () -> finder.find(model));
  }

  @Test
  void refusesFilesThatAreNoWeights() throws IOException {
    Path file = Files.writeString(shelf.resolve("dream.safetensors"), "something else entirely");
    failsWith("dream.safetensors", () -> ModelPackages.at(file));
    assertThat(ModelPackages.isModel(file)).isFalse();
    assertThat(ModelPackages.resembles(file)).isTrue();
    assertThat(tensors).containsKey(FIRST);
  }

  private ThrowingCallable checking(String name) throws IOException {
    ModelPackage model = ModelPackages.at(write(name));
    return model::check;
  }

  private static void failsWith(String detail, ThrowingCallable call) {
    failsWith(Failure.MODEL_FILE_UNUSABLE, detail, call);
  }

  private static void failsWith(Failure failure, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(failure);
              assertThat(String.join(" ", e.details())).contains(detail);
            });
  }
}
