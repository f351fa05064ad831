package io.github.easel.cli;

import io.github.easel.app.Services;
import io.github.easel.app.TrainingControl;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingService;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what {@code easel train} asks for, and tells how it goes. */
record TrainingRun(Surroundings surroundings, Texts texts, UserMessages messages) {

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".webp");

  int of(TrainOptions options, TrainingPlan.Subject what, double usualRate) {
    boolean[] missing = {false};
    int code =
        new Inquiry(surroundings, texts, messages, options.json)
            .ask(
                Optional.empty(),
                services -> {
                  missing[0] = !services.training().isAvailable();
                  if (!missing[0]) {
                    train(services, options, what, usualRate);
                  }
                });
    if (missing[0]) {
      throw new UsageException(texts.of("wrong.train.missing"));
    }
    return code;
  }

  @SuppressWarnings("try") // the interrupts work by being listened to
  private void train(
      Services services, TrainOptions options, TrainingPlan.Subject what, double usualRate) {
    List<TrainingPlan.Picture> pictures = pictures(surroundings.folder().resolve(options.images));
    if (pictures.isEmpty()) {
      throw new UsageException(texts.of("wrong.train.images", options.images.toString()));
    }
    TrainingPlan plan =
        new TrainingPlan(
            options.model,
            options.name,
            options.style,
            pictures,
            what,
            options.steps,
            options.rate > 0 ? options.rate : usualRate,
            options.batch,
            options.accumulation,
            options.seed,
            options.every,
            options.preview);
    Streams streams = surroundings.streams();
    TrainingService.Needs needs = services.training().needs(plan);
    if (!options.json) {
      streams.tell(
          texts.of(
              "train.needs",
              Long.toString(needs.bytes() >> 20),
              String.format(Locale.ROOT, "%.1f", needs.secondsAStep())));
      if (needs.sparing()) {
        streams.tell(texts.of("train.needs.sparing"));
      }
    } else {
      new JsonLines(streams)
          .write(
              JsonLines.event("needs")
                  .put("bytes", needs.bytes())
                  .put("free", needs.free())
                  .put("secondsAStep", needs.secondsAStep())
                  .put("sparing", needs.sparing()));
    }
    Cancellation cancellation = new Cancellation();
    try (Interrupts interrupts = Interrupts.cancelling(cancellation)) {
      Path file =
          services
              .training()
              .train(plan, follower(options.json), new TrainingControl(cancellation));
      if (options.json) {
        new JsonLines(streams).write(JsonLines.event("trained").put("file", file.toString()));
      } else {
        streams.result(file.toString());
      }
    }
  }

  private TrainingService.Follower follower(boolean json) {
    Streams streams = surroundings.streams();
    JsonLines lines = new JsonLines(streams);
    return new TrainingService.Follower() {
      @Override
      public void step(int step, int steps, double loss) {
        if (json) {
          lines.write(
              JsonLines.event("step").put("step", step).put("steps", steps).put("loss", loss));
        } else if (step % 10 == 0) {
          String shown = String.format(Locale.ROOT, "%.4f", loss);
          streams.tell(
              texts.of("train.step", Integer.toString(step), Integer.toString(steps), shown));
        }
      }

      @Override
      public void checkpoint(int step, Path file, Optional<PixelImage> preview) {
        if (json) {
          lines.write(JsonLines.event("checkpoint").put("step", step).put("file", file.toString()));
        }
      }
    };
  }

  /** All pictures of a folder, with the text beside each as its caption. */
  private static List<TrainingPlan.Picture> pictures(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(TrainingRun::isPicture).sorted().map(TrainingRun::picture).toList();
    } catch (IOException e) {
      throw GenerationException.unreadable(folder, e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  private static TrainingPlan.Picture picture(Path file) {
    String name = String.valueOf(file.getFileName());
    Path text = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
    try {
      String caption = Files.isRegularFile(text) ? Files.readString(text).strip() : "";
      return new TrainingPlan.Picture(file, Optional.empty(), caption);
    } catch (IOException e) {
      throw GenerationException.unreadable(text, e);
    }
  }
}
