package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.runtime.torch.NeedsPyTorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Teaching a small model with PyTorch, and what is refused. */
@NeedsPyTorch
class LocalTrainingServiceTest {

  private static final UserMessages ENGLISH = new UserMessages(Locale.ENGLISH);
  private static final UserMessages GEORGIAN = new UserMessages(Locale.forLanguageTag("ka"));

  private final Path folder;
  private final Services services;
  private final List<Path> pictures;
  private final List<Integer> steps = new ArrayList<>();
  private final List<Integer> checkpoints = new ArrayList<>();

  LocalTrainingServiceTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    pictures = TeachingFolder.in(folder, 4).pictures();
    services =
        LocalServices.open(
            new Places(folder, folder.resolve("data"), folder.resolve("pictures")),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  @AfterEach
  void close() {
    services.close();
  }

  /** A plan that can be done, but for what the test says. */
  private record Wish(
      String model, String name, int pictures, int steps, double rate, int vectors, int every) {}

  private static final Wish GOOD = new Wish("tiny", "luna", 3, 4, 1e-2, 2, 2);

  private TrainingPlan plan(Wish wish) {
    List<TrainingPlan.Picture> seen = new ArrayList<>();
    for (int i = 0; i < wish.pictures; i++) {
      Path file = pictures.get(i % pictures.size());
      seen.add(new TrainingPlan.Picture(file, Optional.empty(), ""));
    }
    return new TrainingPlan(
        wish.model,
        wish.name,
        false,
        seen,
        new TrainingPlan.Word(wish.vectors, "cat"),
        wish.steps,
        wish.rate,
        1,
        1,
        7,
        wish.every,
        "");
  }

  private final class Listening implements TrainingService.Follower {

    private final TrainingControl control;
    private final UnaryOperator<Integer> atStep;

    Listening(TrainingControl control, UnaryOperator<Integer> atStep) {
      this.control = control;
      this.atStep = atStep;
    }

    @Override
    public void step(int step, int of, double loss) {
      assertThat(loss).isFinite().isPositive();
      steps.add(step);
      if (atStep.apply(step) < 0) {
        control.cancel();
      }
    }

    @Override
    public void checkpoint(int step, Path file, Optional<PixelImage> preview) {
      assertThat(file).isRegularFile();
      checkpoints.add(step);
    }
  }

  private Path train(TrainingPlan plan, UnaryOperator<Integer> atStep) {
    TrainingControl control = new TrainingControl(new Cancellation());
    return services.training().train(plan, new Listening(control, atStep), control);
  }

  private GenerationException refused(TrainingPlan plan) {
    GenerationException refusal =
        catchThrowableOfType(
            GenerationException.class, () -> train(plan, UnaryOperator.identity()));
    assertThat(steps).isEmpty();
    assertThat(folder.resolve("data").resolve("embeddings").resolve(plan.name() + ".safetensors"))
        .doesNotExist();
    assertThat(GEORGIAN.of(refusal)).matches("(?s).*[ა-ჰ].*[.]").doesNotContain("{");
    return refusal;
  }

  @Test
  void teachesAndGoesOnFromItsLastCheckpoint() throws IOException {
    Path whole = train(plan(GOOD), UnaryOperator.identity());
    byte[] expected = Files.readAllBytes(whole);
    assertThat(steps).containsExactly(1, 2, 3, 4);
    assertThat(checkpoints).containsExactly(2, 4);

    Files.delete(whole);
    Files.delete(folder.resolve("data/training/luna.word"));
    steps.clear();
    GenerationException stopped =
        catchThrowableOfType(
            GenerationException.class, () -> train(plan(GOOD), step -> step == 3 ? -1 : step));
    assertThat(stopped.failure()).isEqualTo(Failure.CANCELLED);
    assertThat(steps).containsExactly(1, 2, 3);
    train(plan(GOOD), UnaryOperator.identity());
    // the third was done after the last checkpoint, and so is done again
    assertThat(steps).containsExactly(1, 2, 3, 3, 4);
    assertThat(Files.readAllBytes(whole)).isEqualTo(expected);
  }

  @Test
  void holdsWhileItIsPausedAndCanBeDroppedThen() throws InterruptedException {
    TrainingControl control = new TrainingControl(new Cancellation());
    List<Throwable> ended = new ArrayList<>();
    TrainingService.Follower pausing =
        new Listening(
            control,
            step -> {
              if (step == 2) {
                control.pause();
              }
              return step;
            });
    Thread training =
        new Thread(
            () -> {
              try {
                services.training().train(plan(GOOD), pausing, control);
              } catch (GenerationException e) {
                ended.add(e);
              }
            });
    training.start();
    for (int i = 0; i < 600 && !(control.isPaused() && checkpoints.contains(2)); i++) {
      Thread.sleep(50);
    }
    Thread.sleep(300);
    assertThat(training.isAlive()).isTrue();
    assertThat(List.copyOf(steps)).containsExactly(1, 2);
    control.cancel();
    training.join(30_000);
    assertThat(ended)
        .singleElement()
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(steps).containsExactly(1, 2);
    train(plan(GOOD), UnaryOperator.identity());
    assertThat(steps).containsExactly(1, 2, 3, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "two words |3 |4      |0.01 |2  |2 |Name “two words”: choose 1 to 60 letters",
        "luna      |2 |4      |0.01 |2  |2 |Pictures to learn from 2: choose 3 to 20.",
        "luna      |21|4      |0.01 |2  |2 |Pictures to learn from 21: choose 3 to 20.",
        "luna      |3 |0      |0.01 |2  |2 |Training steps 0: choose a whole number from 1 to",
        "luna      |3 |4      |0    |2  |2 |Learning rate 0.0: choose a number above 0",
        "luna      |3 |4      |NaN  |2  |2 |Learning rate NaN: choose",
        "luna      |3 |4      |0.01 |17 |2 |Vectors 17: choose a whole number from 1 to 16.",
        "luna      |3 |4      |0.01 |2  |0 |checkpoint to the next 0: choose"
      })
  void namesTheValueAndItsRange(
      String name, int count, int steps, double rate, int vectors, int every, String said) {
    GenerationException refusal =
        refused(plan(new Wish("tiny", name, count, steps, rate, vectors, every)));
    assertThat(refusal.failure()).isEqualTo(Failure.VALUE_REFUSED);
    assertThat(ENGLISH.of(refusal)).contains(said);
    assertThat(ENGLISH.report(refusal, FailureContext.UNKNOWN).why()).contains(said);
  }

  @Test
  void refusesModelsThatItCannotTeachByName() throws IOException {
    TinyCheckpoint.folderOfTwo(folder.resolve("models").resolve("large"));
    GenerationException large = refused(plan(new Wish("large", "luna", 3, 4, 1e-2, 2, 2)));
    assertThat(large.failure()).isEqualTo(Failure.MODEL_UNSUPPORTED);
    assertThat(ENGLISH.of(large)).contains("large has two text encoders", "Stable Diffusion 1");
    assertThat(
            catchThrowableOfType(
                    GenerationException.class,
                    () ->
                        services
                            .training()
                            .needs(plan(new Wish("large", "luna", 3, 4, 1e-2, 2, 2))))
                .failure())
        .isEqualTo(Failure.MODEL_UNSUPPORTED);

    Path gone = folder.resolve("none");
    GenerationException missing =
        refused(plan(new Wish(gone.toString(), "luna", 3, 4, 1e-2, 2, 2)));
    assertThat(missing.failure()).isEqualTo(Failure.MODEL_NOT_FOUND);
  }

  @Test
  void tellsABrokenPictureByItsName() throws IOException {
    Files.writeString(pictures.get(1), "no picture at all");
    GenerationException broken = refused(plan(GOOD));
    assertThat(broken.failure()).isEqualTo(Failure.FILE_UNREADABLE);
    assertThat(ENGLISH.of(broken)).contains("01.png");
    Files.delete(pictures.get(1));
    assertThat(ENGLISH.of(refused(plan(GOOD)))).contains("01.png");
  }

  @Test
  void saysHowMuchMemoryItWouldTake() throws IOException {
    Path config = folder.resolve("models/tiny/unet/config.json");
    Files.writeString(
        config,
        Files.readString(config).replaceFirst("\"sample_size\" : 8", "\"sample_size\" : 2048"));
    TrainingService.Needs needs = services.training().needs(plan(GOOD));
    assertThat(needs.fits()).isFalse();
    GenerationException large = refused(plan(GOOD));
    assertThat(large.failure()).isEqualTo(Failure.OUT_OF_MEMORY);
    assertThat(ENGLISH.of(large))
        .matches("Teaching needs about [0-9.]+ GB of memory, and [0-9.]+ GB are free: close .*");
  }
}
