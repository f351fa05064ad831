package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each network, lowered from its weights, against diffusers' own outputs. */
class LoweredNetworksTest {

  private static final double TOLERANCE = 1e-5;
  private static final Path MODELS =
      Path.of(System.getProperty("easel.home", ".")).resolve("../shared/golden/models");

  private final OnnxEngine engine = OnnxEngine.on(DeviceChoice.CPU);

  /** A model's folder and its reference values. */
  private record Reference(DiffusersFolder model, Map<String, StoredTensor> values) {

    static Reference of(String name) {
      Path folder = MODELS.resolve(name);
      assumeTrue(Files.isDirectory(folder), "skipped: no reference collection beside the project");
      return new Reference(
          new DiffusersFolder(folder),
          Safetensors.open(folder.resolve("ref.safetensors")).tensors());
    }

    FloatTensor value(String name) {
      return TensorValues.read(java.util.Objects.requireNonNull(values.get(name), name));
    }

    boolean has(String name) {
      return values.containsKey(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "micro-sd1, text_encoder, te1",
    "tiny-sd1-4level, text_encoder, te1",
    "tiny-sd2, text_encoder, te1",
    "tiny-inpaint, text_encoder, te1",
    "tiny-sdxl, text_encoder, te1",
    "tiny-sdxl, text_encoder_2, te2"
  })
  void textEncoders(String name, String folder, String tower) {
    Reference reference = Reference.of(name);
    for (int text = 0; text < 3; text++) {
      String prefix = "text" + text + "." + tower + ".";
      FloatTensor ids = reference.value(prefix + "input_ids");
      NetworkGraph whole = reference.model().textEncoder(folder, 0, true, false);
      check(
          run(whole, Map.of("input_ids", ids), "last_hidden_state"),
          reference.value(prefix + "last_hidden_state"));
      NetworkGraph skipping = reference.model().textEncoder(folder, 1, false, tower.equals("te2"));
      check(
          run(skipping, Map.of("input_ids", ids), "last_hidden_state"),
          reference.value(prefix + "penultimate"));
      if (tower.equals("te2")) {
        check(
            run(skipping, Map.of("input_ids", ids), "text_embeds"),
            reference.value(prefix + "pooled"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"micro-sd1", "tiny-sd1-4level", "tiny-sd2", "tiny-inpaint", "tiny-sdxl"})
  void unets(String name) {
    Reference reference = Reference.of(name);
    NetworkGraph graph = reference.model().unet();
    for (String time : new String[] {"0", "1", "333.25", "500", "999"}) {
      Map<String, FloatTensor> inputs = conditions(reference, time);
      inputs.put("sample", reference.value("unet.sample"));
      check(run(graph, inputs, "out_sample"), reference.value("unet.out_t" + time));
    }
    Map<String, FloatTensor> inputs = conditions(reference, "500");
    inputs.replaceAll((key, value) -> value.shape().rank() == 1 ? value : first(value));
    inputs.put("sample", reference.value("unet.sample_rect"));
    check(run(graph, inputs, "out_sample"), reference.value("unet.out_rect_t500"));
  }

  private static Map<String, FloatTensor> conditions(Reference reference, String time) {
    Map<String, FloatTensor> inputs = new HashMap<>();
    inputs.put("timestep", FloatTensor.of(Shape.of(1), Float.parseFloat(time)));
    inputs.put("token_stride", FloatTensor.of(Shape.of(1), 1));
    inputs.put("encoder_hidden_states", reference.value("unet.context"));
    for (String more : new String[] {"text_embeds", "time_ids"}) {
      if (reference.has("unet." + more)) {
        inputs.put(more, reference.value("unet." + more));
      }
    }
    return inputs;
  }

  private static FloatTensor first(FloatTensor batch) {
    FloatTensor one = FloatTensor.zeros(batch.shape().withFirst(1));
    one.copy(0, batch, 0, one.size());
    return one;
  }

  @ParameterizedTest
  @ValueSource(strings = {"micro-sd1", "tiny-sd1-4level", "tiny-sd2", "tiny-inpaint", "tiny-sdxl"})
  void autoencoders(String name) {
    Reference reference = Reference.of(name);
    check(
        run(
            reference.model().imageDecoder(),
            Map.of("latent_sample", reference.value("vae.decode_in")),
            "sample"),
        reference.value("vae.decode_out"));
    FloatTensor parameters =
        run(
            reference.model().imageEncoder(),
            Map.of("sample", reference.value("vae.encode_in")),
            "latent_parameters");
    FloatTensor mean = reference.value("vae.mean");
    FloatTensor both = FloatTensor.zeros(parameters.shape());
    both.copy(0, mean, 0, mean.size());
    both.copy(mean.size(), reference.value("vae.logvar"), 0, mean.size());
    check(parameters, both);
  }

  private FloatTensor run(NetworkGraph graph, Map<String, FloatTensor> inputs, String output) {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, value) -> shapes.put(name, value.shape()));
    try (Session session = engine.open(graph, false);
        BoundRun run = session.bind(shapes, Map.of(output, session.measure(shapes, output)))) {
      inputs.forEach(
          (name, value) -> {
            if (name.equals("input_ids") || name.equals("token_stride")) {
              int[] ids = new int[value.size()];
              for (int i = 0; i < ids.length; i++) {
                ids[i] = (int) value.get(i);
              }
              run.set(name, ids);
            } else {
              run.input(name).set(value);
            }
          });
      run.execute(new Cancellation());
      return run.output(output).copy();
    }
  }

  private static void check(FloatTensor found, FloatTensor expected) {
    assertThat(found.shape()).isEqualTo(expected.shape());
    double greatest = 0;
    double farthest = 0;
    for (int i = 0; i < found.size(); i++) {
      greatest = Math.max(greatest, Math.abs(expected.get(i)));
      double difference = Math.abs(found.get(i) - expected.get(i));
      farthest = Double.isNaN(difference) ? Double.NaN : Math.max(farthest, difference);
    }
    assertThat(farthest).isLessThan(TOLERANCE * Math.max(1, greatest));
    if (System.getProperty("easel.tell") != null) {
      System.err.println(farthest + " of " + greatest);
    }
  }
}
