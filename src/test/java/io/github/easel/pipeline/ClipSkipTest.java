package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.PromptChunker;
import io.github.easel.tokenizer.TinyVocabulary;
import io.github.easel.weights.TensorFiles;
import io.github.easel.weights.TensorValues;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text encoders without their last layers, against hidden states that the reference computed or the
 * whole graph gives, with the final layer norm computed here.
 */
class ClipSkipTest {

  private static final Engine ENGINE = OnnxEngine.on(DeviceChoice.CPU);
  private static final Golden GOLDEN = Golden.micro();
  private static final int TOKENS = 77;
  private static final double EPSILON = 1e-5;
  private static final double HALF_PRECISION = 5e-3;
  private static final String NORM = "text_model.final_layer_norm";
  private static final Path HOME = Path.of(System.getProperty("easel.home", "."));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void readsThePenultimateLayerAsTheReferenceDoes(int text) throws IOException {
    assertThat(errorToReference(GOLDEN, GOLDEN.folder(), text)).isLessThan(1e-5);
  }

  @Test
  void ofADeeperEncoderToo() throws IOException {
    Path model = Golden.SHARED.resolve("onnx").resolve("tiny-sd1-4level");
    assumeTrue(Files.isDirectory(model), "skipped: no reference collection beside the project");
    Golden golden = Golden.of(Golden.SHARED.resolve("models").resolve("tiny-sd1-4level"));
    assertThat(errorToReference(golden, model, 0)).isLessThan(1e-5);
  }

  @Test
  void ofAnEncoderWhoseFinalNormIsOneNode() throws IOException {
    Path file =
        edit()
            .joinFinalNorm(
                "/text_model/encoder/layers.1/Add_1_output_0",
                NORM + ".weight",
                NORM + ".bias",
                "last_hidden_state")
            .write(folder);
    assertThat(greatestError(file, penultimate(GOLDEN, edit(), 0))).isLessThan(1e-5);
  }

  @Test
  void ofAnEncoderThatChangesItsPrecision() throws IOException {
    Path file = edit().roundAll("/text_model/encoder/layers.\\d/Add(_1)?_output_0").write(folder);
    double error = greatestError(file, penultimate(GOLDEN, edit(), 0));
    assertThat(error).isGreaterThan(0).isLessThan(HALF_PRECISION);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void ofTheStarterModelByItsOwnHiddenStates(int clipSkip) {
    DiffusersFolder starter = new DiffusersFolder(HOME.resolve("models/starter"));
    int[] ids = new int[TOKENS];
    for (int i = 0; i < TOKENS; i++) {
      ids[i] = i == 0 ? 4094 : i > 40 ? 4095 : 37 * i;
    }
    NetworkGraph bare = starter.textEncoder("text_encoder", clipSkip - 1, false, false);
    FloatTensor hidden = states(ENGINE.open(bare, true), ids);
    WeightMap weights = new WeightMap(bare.file(), TensorFiles.open(bare.file()).tensors());
    FloatTensor expected =
        normalized(
            hidden,
            TensorValues.read(weights.require(NORM + ".weight", Shape.of(192))).toArray(),
            TensorValues.read(weights.require(NORM + ".bias", Shape.of(192))).toArray());
    assertThat(
            Golden.greatestDifference(
                states(starter.openTextEncoder(ENGINE, clipSkip), ids), expected))
        .isLessThan(1e-5);
  }

  private static FloatTensor states(Session session, int[] ids) {
    try (TextEncoder encoder = new TextEncoder(session, TOKENS, 1)) {
      return encoder.encode(ids, new Cancellation()).states();
    }
  }

  @Test
  void refusesToLeaveOutMoreLayersThanThereAre() throws IOException {
    PromptChunker chunker = new PromptChunker(ClipTokenizer.open(TinyVocabulary.write(folder)));
    try (TextEncoders encoders =
        new TextEncoders(ENGINE, ModelFolder.at(GOLDEN.folder()), chunker, () -> chunker, TOKENS)) {
      int[] ids = GOLDEN.ints("text0.te1.input_ids");
      assertThatThrownBy(() -> encoders.skipping(3))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.CLIP_SKIP_UNSUITABLE);
                assertThat(e.details()).containsExactly("3", "2");
              });
      FloatTensor whole = encoded(encoders.skipping(1), ids);
      assertThat(Golden.greatestDifference(whole, GOLDEN.floats("text0.te1.last_hidden_state")))
          .isLessThan(1e-5);
      FloatTensor less = encoded(encoders.skipping(2), ids);
      assertThat(Golden.greatestDifference(less, whole)).isGreaterThan(0.1);
      assertThat(encoded(encoders.skipping(1), ids).toArray()).isEqualTo(whole.toArray());
    }
  }

  private static FloatTensor encoded(List<TextTower> towers, int[] ids) {
    assertThat(towers).hasSize(1);
    return towers.get(0).encoder().encode(ids, new Cancellation()).states();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unet", "vae_decoder"})
  void refusesGraphsThatItDoesNotUnderstand(String part) {
    Path file = GOLDEN.folder().resolve(part).resolve("model.onnx");
    assertThatThrownBy(() -> ENGINE.openTextEncoder(file, 2))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.CLIP_SKIP_UNSUITABLE);
              assertThat(e.details()).containsExactly("2", "1");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1000})
  void refusesFilesThatEndTooEarly(int length) throws IOException {
    byte[] bytes = Files.readAllBytes(encoder(GOLDEN.folder()));
    Path file = folder.resolve("short.onnx");
    Files.write(file, java.util.Arrays.copyOf(bytes, length));
    assertThatThrownBy(() -> ENGINE.openTextEncoder(file, 2))
        .isInstanceOf(GenerationException.class);
  }

  private static double errorToReference(Golden golden, Path model, int text) throws IOException {
    GraphEdit graph = new GraphEdit(encoder(model));
    FloatTensor expected = penultimate(golden, graph, text);
    try (TextEncoder encoder =
        new TextEncoder(ENGINE.openTextEncoder(encoder(model), 2), TOKENS, 1)) {
      int[] ids = golden.ints("text%d.te1.input_ids".formatted(text));
      return Golden.greatestDifference(encoder.encode(ids, new Cancellation()).states(), expected);
    }
  }

  private static double greatestError(Path file, FloatTensor expected) {
    try (TextEncoder encoder = new TextEncoder(ENGINE.openTextEncoder(file, 2), TOKENS, 1)) {
      int[] ids = GOLDEN.ints("text0.te1.input_ids");
      return Golden.greatestDifference(encoder.encode(ids, new Cancellation()).states(), expected);
    }
  }

  private static FloatTensor penultimate(Golden golden, GraphEdit graph, int text) {
    return normalized(golden.floats("text%d.te1.penultimate".formatted(text)), graph);
  }

  /** Layer norm (Ba, Kiros and Hinton 2016) with the encoder's own final weights. */
  private static FloatTensor normalized(FloatTensor states, GraphEdit graph) {
    return normalized(
        states, graph.initializer(NORM + ".weight"), graph.initializer(NORM + ".bias"));
  }

  private static FloatTensor normalized(FloatTensor states, float[] weight, float[] bias) {
    int width = weight.length;
    FloatTensor result = states.copy();
    for (int at = 0; at < states.size(); at += width) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < width; i++) {
        mean += states.get(at + i) / width;
      }
      for (int i = 0; i < width; i++) {
        square += Math.pow(states.get(at + i) - mean, 2) / width;
      }
      for (int i = 0; i < width; i++) {
        double unit = (states.get(at + i) - mean) / Math.sqrt(square + EPSILON);
        result.set(at + i, (float) (unit * weight[i] + bias[i]));
      }
    }
    return result;
  }

  private static GraphEdit edit() throws IOException {
    return new GraphEdit(encoder(GOLDEN.folder()));
  }

  private static Path encoder(Path model) {
    return model.resolve("text_encoder").resolve("model.onnx");
  }
}
