package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.TinyConfig;
import io.github.easel.network.TinyDecoder;
import io.github.easel.network.TinyEncoder;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Autoencoders of few layers, with the published one's levels and fewer channels. */
class OtherVaeTest {

  private static final TinyConfig CONFIG =
      new TinyConfig(3, 4, 8, List.of(1, 3, 3, 3), List.of(3, 3, 3, 1));
  private static final double FACTOR = 0.18215;
  private static final Engine ENGINE = OnnxEngine.on(DeviceChoice.CPU);

  @TempDir Path folder;

  @Test
  void theNumbersOfATinyOneFollowFromItsShapes() throws IOException {
    OtherVae vae = OtherVae.open(write(new TinyEncoder(CONFIG), new TinyDecoder(CONFIG)));
    vae.check();
    assertThat(vae.isTiny()).isTrue();
    assertThat(vae.factor()).isEqualTo(8);
    assertThat(TinyShapes.read(new TensorShapes(vae.file(), vae.tensors()))).isEqualTo(CONFIG);
  }

  /** The pipeline divides latents by the scaling factor, which a tiny one was not trained for. */
  @Test
  void latentsAreScaledBack() throws IOException {
    OtherVae vae = OtherVae.open(write(new TinyEncoder(CONFIG), new TinyDecoder(CONFIG)));
    FloatTensor latents = random(Shape.of(1, 4, 4, 4), new Random(1), 1);
    FloatTensor divided = latents.copy();
    for (int i = 0; i < divided.size(); i++) {
      divided.set(i, (float) (divided.get(i) / FACTOR));
    }
    FloatTensor plain = run(vae.decoder(1), latents, Shape.of(1, 3, 32, 32));
    FloatTensor scaled = run(vae.decoder(FACTOR), divided, Shape.of(1, 3, 32, 32));
    FloatTensor picture = random(Shape.of(1, 3, 32, 32), new Random(2), 0.5);
    FloatTensor encoded = run(vae.encoder(1), picture, Shape.of(1, 4, 4, 4));
    FloatTensor unscaled = run(vae.encoder(FACTOR), picture, Shape.of(1, 4, 4, 4));
    for (int i = 0; i < plain.size(); i++) {
      assertThat(scaled.get(i)).isCloseTo(plain.get(i), Offset.offset(1e-4f));
    }
    for (int i = 0; i < encoded.size(); i++) {
      assertThat((float) (unscaled.get(i) * FACTOR))
          .isCloseTo(encoded.get(i), Offset.offset(1e-4f));
    }
  }

  @Test
  void halfATinyOneIsRefused() throws IOException {
    Path half = write(new TinyDecoder(CONFIG));
    assertThatThrownBy(() -> OtherVae.open(half))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("autoencoder");
  }

  private static FloatTensor run(WeightedNetwork network, FloatTensor input, Shape made) {
    try (Session session = ENGINE.open(network.graph(), false)) {
      String in = session.inputs().keySet().iterator().next();
      String out = session.outputs().keySet().iterator().next();
      try (BoundRun run = session.bind(Map.of(in, input.shape()), Map.of(out, made))) {
        run.input(in).set(input);
        run.execute(new Cancellation());
        return run.output(out).copy();
      }
    }
  }

  private Path write(Network... networks) throws IOException {
    Random random = new Random(3);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Network network : networks) {
      for (Parameter parameter : Parameters.of(network)) {
        tensors.put(parameter.name(), random(parameter.shape(), random, 0.1));
      }
    }
    Path file = folder.resolve("taesd.safetensors");
    SafetensorsWriter.write(tensors, file);
    return file;
  }

  private static FloatTensor random(Shape shape, Random random, double spread) {
    FloatTensor tensor = FloatTensor.zeros(shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, (float) (spread * random.nextGaussian()));
    }
    return tensor;
  }
}
