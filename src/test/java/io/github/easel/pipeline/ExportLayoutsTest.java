package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.random.NoiseSource;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One model in the ports of every exporter: the numbers stay the same. */
class ExportLayoutsTest {

  private static final Golden GOLDEN = Golden.micro();
  private static final Engine ENGINE = OnnxEngine.on(DeviceChoice.CPU);
  private static final int TOKENS = 77;

  /** Pixels to a latent cell of the small model. */
  private static final int FACTOR = 2;

  private static final Circumstances NOTHING =
      new Circumstances(new ImageSize(16, 16), 1, 0, List.of());
  private static final int WIDTH = 32;
  private static final double HALF_PRECISION = 2e-3;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"INT32", "INT64"})
  void textEncoderTakesIdsOfAnyInteger(DataType type) throws IOException {
    Path file = edit("text_encoder").retype("input_ids", type).write(folder);
    assertThat(textError(file)).isLessThan(1e-5);
  }

  @Test
  void textEncoderByItsOtherOutputNameInHalfPrecision() throws IOException {
    Path file =
        edit("text_encoder")
            .output("last_hidden_state", "text_embeddings", DataType.FLOAT16)
            .write(folder);
    assertThat(textError(file)).isLessThan(HALF_PRECISION);
  }

  @Test
  void textEncoderThatHidesItsWidth() throws IOException {
    Path file = edit("text_encoder").hideShape("last_hidden_state").write(folder);
    assertThat(textError(file)).isLessThan(1e-5);
  }

  private double textError(Path file) {
    try (TextEncoder encoder = new TextEncoder(ENGINE.open(file), TOKENS, 1)) {
      int[] ids = GOLDEN.ints("text0.te1.input_ids");
      FloatTensor states = encoder.encode(ids, new Cancellation()).states();
      return Golden.greatestDifference(states, GOLDEN.floats("text0.te1.last_hidden_state"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "FLOAT16", "INT32", "INT64"})
  void unetTakesTimestepsOfAnyType(DataType type) throws IOException {
    Path file = edit("unet").retype("timestep", type).write(folder);
    assertThat(unetError(file, "unet.out_t500", 500)).isLessThan(1e-5);
  }

  @Test
  void unetTakesScalarTimesteps() throws IOException {
    Path file = edit("unet").scalar("timestep").write(folder);
    assertThat(unetError(file, "unet.out_t333.25", 333.25)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "FLOAT16"})
  void unetByItsOtherOutputNamesAndTypes(DataType type) throws IOException {
    Path file =
        edit("unet")
            .retype("sample", type)
            .retype("encoder_hidden_states", type)
            .output("out_sample", type == DataType.FLOAT ? "noise_pred" : "latent", type)
            .write(folder);
    double tolerance = type == DataType.FLOAT ? 1e-5 : HALF_PRECISION;
    assertThat(unetError(file, "unet.out_t999", 999)).isLessThan(tolerance);
  }

  private double unetError(Path file, String expected, double timestep) {
    try (Denoiser denoiser = new Denoiser(ENGINE.open(file), new TextShape(TOKENS, WIDTH))) {
      FloatTensor sample = GOLDEN.floats("unet.sample");
      denoiser.prepare(sample.shape(), NOTHING, halves(GOLDEN.floats("unet.context")));
      denoiser.input().set(sample);
      FloatTensor prediction = denoiser.predict(timestep, new Cancellation());
      return Golden.greatestDifference(prediction, GOLDEN.floats(expected));
    }
  }

  /** Three samples, one of them with other text, whatever the graph takes at once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5})
  void unetOfAFixedBatch(long batch) throws IOException {
    Path file =
        edit("unet")
            .fix("sample", 0, batch)
            .fix("encoder_hidden_states", 0, batch)
            .fix("encoder_hidden_states", 1, TOKENS)
            .write(folder);
    FloatTensor sample = GOLDEN.floats("unet.sample");
    List<TextCondition> two = halves(GOLDEN.floats("unet.context"));
    FloatTensor both = GOLDEN.floats("unet.out_t500");
    int each = sample.size() / 2;
    try (Denoiser denoiser = new Denoiser(ENGINE.open(file), new TextShape(TOKENS, WIDTH))) {
      assertThat(denoiser.mostChunks()).hasValue(1);
      denoiser.prepare(
          sample.shape().withFirst(3), NOTHING, List.of(two.get(0), two.get(0), two.get(0)));
      denoiser.input().copy(0, sample, 0, sample.size());
      denoiser.input().copy(sample.size(), sample, each, each);
      denoiser.attend(List.of(two.get(0), two.get(1), two.get(1)));
      FloatTensor prediction = denoiser.predict(500, new Cancellation());
      FloatTensor expected = FloatTensor.zeros(sample.shape().withFirst(3));
      expected.copy(0, both, 0, both.size());
      expected.copy(both.size(), both, each, each);
      assertThat(Golden.greatestDifference(prediction, expected)).isLessThan(1e-5);
      assertThat(denoiser.engineNanos()).isPositive();
    }
  }

  @Test
  void unetOfTwoChunksAndNoOther() throws IOException {
    Path two = edit("unet").fix("encoder_hidden_states", 1, 2 * TOKENS).write(folder);
    try (Denoiser denoiser = new Denoiser(ENGINE.open(two), new TextShape(TOKENS, WIDTH))) {
      assertThat(denoiser.mostChunks()).hasValue(2);
    }
    Path odd = edit("unet").fix("encoder_hidden_states", 1, 100).write(folder);
    assertThatThrownBy(() -> new Denoiser(ENGINE.open(odd), new TextShape(TOKENS, WIDTH)).close())
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.details().toString()).contains("77 text").contains("100"));
  }

  private static List<TextCondition> halves(FloatTensor both) {
    FloatTensor first = FloatTensor.zeros(both.shape().withFirst(1));
    FloatTensor second = FloatTensor.zeros(both.shape().withFirst(1));
    first.copy(0, both, 0, first.size());
    second.copy(0, both, first.size(), second.size());
    return List.of(TextCondition.of(first), TextCondition.of(second));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "FLOAT16"})
  void decoderByEveryNameAndType(DataType type) throws IOException {
    Path file =
        edit("vae_decoder")
            .retype("latent_sample", type)
            .output("sample", type == DataType.FLOAT ? "sample" : "images", type)
            .write(folder);
    try (ImageDecoder decoder = new ImageDecoder(ENGINE.open(file), OptionalInt.empty())) {
      assertThat(decoder.factor()).isEqualTo(2);
      PixelImage image = decoder.decode(GOLDEN.floats("vae.decode_in"), new Cancellation());
      assertThat(farthest(image, GOLDEN.floats("vae.decode_out"))).isLessThanOrEqualTo(1);
    }
  }

  private static double farthest(PixelImage image, FloatTensor planes) {
    byte[] rgb = image.rgb();
    int area = image.width() * image.height();
    double farthest = 0;
    for (int i = 0; i < rgb.length; i++) {
      float unit = Math.min(1, Math.max(0, planes.get(i % 3 * area + i / 3) / 2 + 0.5f));
      farthest = Math.max(farthest, Math.abs((rgb[i] & 255) - unit * 255));
    }
    return farthest;
  }

  @Test
  void encoderThatGivesMeanAndLogVariance() throws IOException {
    encodesAsDiffusersDoes(edit("vae_encoder").endAtLastConvolution("latent_parameters"));
  }

  @Test
  void encoderThatDrawsByItselfIsMadeToLeaveThat() throws IOException {
    encodesAsDiffusersDoes(edit("vae_encoder"));
  }

  @Test
  void encoderThatDrawsInHalfPrecisionIsMadeToLeaveThat() throws IOException {
    encodesAsDiffusersDoes(edit("vae_encoder").output("latent_sample", "latent", DataType.FLOAT16));
  }

  private void encodesAsDiffusersDoes(GraphEdit edit) throws IOException {
    Path file = edit.write(folder);
    FloatTensor mean = GOLDEN.floats("vae.mean");
    try (ImageEncoder encoder = new ImageEncoder(ENGINE.openImageEncoder(file), FACTOR)) {
      Posterior posterior = encoder.encode(picture(), Optional.empty(), new Cancellation());
      assertThat(posterior.seeded()).isTrue();
      assertThat(Golden.greatestDifference(posterior.mean(), mean)).isLessThan(1e-4);
      FloatTensor above = posterior.sample(constant(1));
      FloatTensor logVariance = GOLDEN.floats("vae.logvar");
      for (int i = 0; i < mean.size(); i++) {
        double deviation = Math.exp(0.5 * logVariance.get(i));
        assertThat(above.get(i) - mean.get(i)).isCloseTo((float) deviation, within(deviation));
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> within(double deviation) {
    return org.assertj.core.data.Offset.offset((float) (1e-3 * deviation + 1e-5));
  }

  /** The picture that the reference collection encodes; its values are 255ths. */
  private static PixelImage picture() {
    FloatTensor planes = GOLDEN.floats("vae.encode_in");
    int side = (int) planes.shape().axis(2);
    byte[] rgb = new byte[planes.size()];
    for (int i = 0; i < rgb.length; i++) {
      float value = planes.get(i % 3 * side * side + i / 3);
      rgb[i] = (byte) Math.round((value + 1) / 2 * 255);
    }
    return PixelImage.of(side, side, rgb);
  }

  @Test
  void encoderThatDrawsInAWayThatIsNotUnderstood() throws IOException {
    Path file = edit("vae_encoder").hideNoise().write(folder);
    try (ImageEncoder encoder = new ImageEncoder(ENGINE.openImageEncoder(file), FACTOR)) {
      Posterior posterior = encoder.encode(picture(), Optional.empty(), new Cancellation());
      assertThat(posterior.seeded()).isFalse();
      FloatTensor drawn = posterior.sample(constant(0));
      FloatTensor mean = GOLDEN.floats("vae.mean");
      FloatTensor logVariance = GOLDEN.floats("vae.logvar");
      for (int i = 0; i < mean.size(); i++) {
        double deviations =
            Math.abs(drawn.get(i) - mean.get(i)) / Math.exp(0.5 * logVariance.get(i));
        assertThat(deviations).isLessThan(6);
      }
    }
  }

  private static NoiseSource constant(float value) {
    return new NoiseSource() {
      @Override
      public void fill(FloatTensor noise) {
        for (int i = 0; i < noise.size(); i++) {
          noise.set(i, value);
        }
      }

      @Override
      public String name() {
        return "constant";
      }
    };
  }

  @Test
  void refusesAGraphThatIsNoUnet() throws IOException {
    Path file = edit("text_encoder").write(folder);
    assertThatThrownBy(() -> new Denoiser(ENGINE.open(file), new TextShape(TOKENS, WIDTH)).close())
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
              assertThat(e.details().get(1)).contains("sample");
              assertThat(e.details().get(2)).contains("input_ids");
            });
  }

  @Test
  void refusesAUnetOfAnotherWidth() throws IOException {
    Path file = edit("unet").write(folder);
    assertThatThrownBy(
            () -> new Denoiser(ENGINE.open(file), new TextShape(TOKENS, 2 * WIDTH)).close())
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.details().toString()).contains("width 64").contains("width 32"));
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    Path file = edit("vae_decoder").write(folder);
    byte[] bytes = java.nio.file.Files.readAllBytes(file);
    java.nio.file.Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> new ImageDecoder(ENGINE.open(file), OptionalInt.empty()).close())
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE));
  }

  private static GraphEdit edit(String part) throws IOException {
    return new GraphEdit(GOLDEN.folder().resolve(part).resolve("model.onnx"));
  }
}
