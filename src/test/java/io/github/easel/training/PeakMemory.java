package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.model.TrainableModel;
import io.github.easel.network.Activation;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.runtime.torch.TorchNetwork;
import io.github.easel.runtime.torch.TorchNetwork.Keep;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that does three steps with a larger random model, and says how many kilobytes of memory
 * it had before and at most, and a step's time: {@code before most seconds}.
 */
final class PeakMemory {

  /** Of the latents. */
  static final int SIDE = 48;

  private PeakMemory() {}

  static ClipTextEncoder text(int vocabulary, int tokens) {
    ClipConfig tower = new ClipConfig(64, 128, 2, 2, Activation.QUICK_GELU, 1e-5, 64);
    return new ClipTextEncoder(tower, vocabulary, tokens, -1, 0, true, false).withLearnedWords();
  }

  static UNet unet() {
    List<Level> levels = List.of(new Level(64, 2, 1, 1, 4), new Level(128, 2, 1, 1, 4));
    return new UNet(new UNetConfig(4, 4, levels, 1, 64, 32, 1e-5, true, 0, 0, Micro.NONE));
  }

  /** Takes a folder for weights, and what is kept. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path words = Files.createDirectories(folder.resolve("tokenizer"));
    ClipTokenizer tokenizer = ClipTokenizer.open(TinyVocabulary.write(words));
    ClipTextEncoder text = text(tokenizer.vocabularySize(), tokenizer.maxLength());
    TrainableModel model =
        new TrainableModel(
            text,
            MicroModel.weights(text, 1, folder.resolve("text.safetensors")),
            unet(),
            MicroModel.weights(unet(), 2, folder.resolve("unet.safetensors")),
            ScheduleConfig.stableDiffusion());
    FloatTensor latents = FloatTensor.zeros(Shape.of(1, 4, SIDE, SIDE));
    new TorchCpuRandom(3).fill(latents);
    List<Example> examples = List.of(new Example(latents, List.of("the *")));
    Lesson lesson = Inversion.of(model, tokenizer, 2, "cat");
    DiffusionLoss loss = new DiffusionLoss(model.schedule());
    TrainingSettings settings = new TrainingSettings(3, 1e-3, 2, 1, 0, 1, 3);
    long before = memory("VmRSS:");
    long begun = System.nanoTime();
    try (TorchNetwork texts = TorchNetwork.open(lesson.text(), model.textWeights());
        TorchNetwork images = TorchNetwork.open(lesson.unet(), model.unetWeights())) {
      Step step = new Step(lesson, texts, images, loss, Keep.valueOf(arguments[1]));
      for (int i = 0; i < 3; i++) {
        step.of(Batch.of(examples, settings, i, 0, loss.timesteps()), 1, new Cancellation());
      }
    }
    double seconds = (System.nanoTime() - begun) / 3e9;
    System.out.println(before + " " + memory("VmHWM:") + " " + seconds);
  }

  private static long memory(String line) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(one -> one.startsWith(line))
        .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
