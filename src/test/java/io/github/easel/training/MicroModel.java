package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.model.TrainableModel;
import io.github.easel.network.Activation;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.TinyVocabulary;
import io.github.easel.weights.DataType;
import io.github.easel.weights.RandomWeights;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model of a few hundred parameters, two pictures, and a tokenizer. */
record MicroModel(TrainableModel model, ClipTokenizer tokenizer, List<Example> examples) {

  static MicroModel in(Path folder) throws IOException {
    Path words = Files.createDirectories(folder.resolve("tokenizer"));
    ClipTokenizer tokenizer = ClipTokenizer.open(TinyVocabulary.write(words));
    ClipConfig tower = new ClipConfig(8, 16, 2, 2, Activation.QUICK_GELU, 1e-5, 12);
    ClipTextEncoder text =
        new ClipTextEncoder(
            tower, tokenizer.vocabularySize(), tokenizer.maxLength(), -1, 0, true, false);
    UNet unet = new UNet(SampleNetworks.unet(4, 0, Micro.NONE));
    ScheduleConfig schedule =
        ScheduleConfig.stableDiffusion().withPrediction(PredictionType.V_PREDICTION);
    TrainableModel model =
        new TrainableModel(
            text.withLearnedWords(),
            weights(text, 1, folder.resolve("text.safetensors")),
            unet,
            weights(unet, 2, folder.resolve("unet.safetensors")),
            schedule);
    return new MicroModel(
        model,
        tokenizer,
        List.of(
            new Example(noise(3), List.of("a * cat", "the *")),
            new Example(noise(4), List.of("cat at *"))));
  }

  static WeightMap weights(Network network, long seed, Path file) throws IOException {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Parameter parameter : Parameters.of(network)) {
      shapes.put(parameter.name(), parameter.shape());
    }
    RandomWeights.write(shapes, DataType.F32, seed, file, new Cancellation());
    TensorFile written = Safetensors.open(file);
    return new WeightMap(file, written.tensors());
  }

  static FloatTensor noise(long seed) {
    FloatTensor noise = FloatTensor.zeros(Shape.of(1, 4, 4, 4));
    new TorchCpuRandom(seed).fill(noise);
    return noise;
  }
}
