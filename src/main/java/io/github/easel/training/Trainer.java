package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.model.TrainableModel;
import io.github.easel.runtime.torch.TorchInstallation;
import io.github.easel.runtime.torch.TorchNetwork;
import io.github.easel.runtime.torch.TorchNetwork.Keep;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tokenizer.ClipTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Teaches one lesson by some pictures; goes on where its state's file says. */
public final class Trainer {

  private static final String VALUE = "value.";

  private final TrainableModel model;
  private final Lesson lesson;
  private final TrainingSettings settings;
  private final TrainedFile result;
  private final String about;

  private Trainer(
      TrainableModel model,
      Lesson lesson,
      TrainingSettings settings,
      TrainedFile result,
      String about) {
    this.model = model;
    this.lesson = lesson;
    this.settings = settings;
    this.result = result;
    this.about = about;
  }

  /**
   * Refuses a number of vectors that no word can have.
   *
   * @throws io.github.easel.generation.RefusedValue not 1 to 16
   */
  public static void checkVectors(int count) {
    Captions.checkCount(count);
  }

  /** Whether PyTorch is part of this installation; loads nothing. */
  public static boolean isAvailable() {
    return TorchInstallation.isComplete();
  }

  /**
   * Learns vectors for a word.
   *
   * @param count how many, 1 to 16
   * @param words that the model knows, whose vectors it begins with
   * @param result where they are written at each checkpoint
   */
  public static Trainer ofInversion(
      TrainableModel model,
      ClipTokenizer tokenizer,
      int count,
      String words,
      TrainingSettings settings,
      Path result) {
    return new Trainer(
        model,
        Inversion.of(model, tokenizer, count, words),
        settings,
        TrainedFile.embedding(result),
        "inversion %d %s".formatted(count, words));
  }

  /** Learns a LoRA; likewise. */
  public static Trainer ofLora(
      TrainableModel model,
      ClipTokenizer tokenizer,
      LoraShape shape,
      TrainingSettings settings,
      Path result) {
    return new Trainer(
        model,
        LowRankLesson.of(model, tokenizer, shape, settings.seed()),
        settings,
        TrainedFile.lora(result, shape),
        shape.toString());
  }

  /**
   * Trains to the end.
   *
   * @param sparing whether the UNet is computed once more on the way back, which takes a third
   *     longer, in the place of keeping all that lies within
   * @param state the file to go on from, if it is there and of the same training, and to write to
   * @throws io.github.easel.generation.GenerationException {@code DEVICE_UNAVAILABLE} without
   *     PyTorch, cancelled (what was done since the last checkpoint is lost), out of memory
   */
  public void run(
      List<Example> examples,
      boolean sparing,
      Path state,
      TrainingListener listener,
      TrainingPause pause,
      Cancellation cancellation) {
    Keep keep = sparing ? Keep.PARTS : Keep.ALL;
    DiffusionLoss loss = new DiffusionLoss(model.schedule());
    AdamW optimizer = new AdamW(settings.rate(), settings.decay());
    int done = restore(state, examples, optimizer);
    try (TorchNetwork text = TorchNetwork.open(lesson.text(), model.textWeights());
        TorchNetwork unet = TorchNetwork.open(lesson.unet(), model.unetWeights())) {
      Step step = new Step(lesson, text, unet, loss, keep);
      IntConsumer save =
          at -> {
            save(at, state, examples, optimizer);
            result.write(lesson.values(), at);
            listener.checkpoint(at, result.file());
          };
      for (int i = done; i < settings.steps(); i++) {
        pause.await(cancellation);
        double mean = learn(step, examples, i, optimizer, loss.timesteps(), cancellation);
        listener.step(i + 1, settings.steps(), mean);
        if ((i + 1) % settings.every() == 0 || i + 1 == settings.steps()) {
          save.accept(i + 1);
        }
      }
    }
  }

  private double learn(
      Step step,
      List<Example> examples,
      int number,
      AdamW optimizer,
      int timesteps,
      Cancellation cancellation) {
    Map<String, FloatTensor> gradients = new LinkedHashMap<>();
    double sum = 0;
    double share = 1.0 / settings.accumulation();
    for (int part = 0; part < settings.accumulation(); part++) {
      Batch batch = Batch.of(examples, settings, number, part, timesteps);
      Step.Result result = step.of(batch, share, cancellation);
      sum += result.loss() * share;
      Values.add(gradients, result.gradients());
    }
    optimizer.step(number + 1, lesson.values(), gradients);
    return sum;
  }

  private void save(int step, Path state, List<Example> examples, AdamW optimizer) {
    Map<String, FloatTensor> all = new LinkedHashMap<>();
    lesson.values().forEach((name, value) -> all.put(VALUE + name, value));
    all.putAll(optimizer.state());
    new TrainingState(step, fingerprint(examples), all).write(state);
  }

  private int restore(Path state, List<Example> examples, AdamW optimizer) {
    if (!Files.isRegularFile(state)) {
      return 0;
    }
    TrainingState found = TrainingState.read(state);
    if (!found.fingerprint().equals(fingerprint(examples))) {
      return 0;
    }
    lesson.values().forEach((name, value) -> value.set(Values.of(found.tensors(), VALUE + name)));
    optimizer.restore(found.tensors());
    return found.step();
  }

  /** What must be the same to go on; more steps may be asked for. */
  private String fingerprint(List<Example> examples) {
    int hash = 1;
    for (Example example : examples) {
      hash = 31 * hash + example.captions().hashCode();
      hash = 31 * hash + java.util.Arrays.hashCode(example.latents().toArray());
    }
    return "%s, %s x %d x %d, decay %s, seed %d, pictures %08x"
        .formatted(
            about,
            settings.rate(),
            settings.batch(),
            settings.accumulation(),
            settings.decay(),
            settings.seed(),
            hash);
  }
}
