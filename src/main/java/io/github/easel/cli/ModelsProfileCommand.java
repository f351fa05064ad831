package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.ModelProfileService;
import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.ScheduleKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel models profile}: what a model is drawn with when nothing else is asked for. */
@Command(name = "profile", mixinStandardHelpOptions = true, sortOptions = false)
final class ModelsProfileCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(paramLabel = "MODEL", descriptionKey = "option.profile.model")
  private String model = "";

  @Option(names = "--vae", paramLabel = "FILE", descriptionKey = "option.profile.vae")
  private Optional<Path> vae = Optional.empty();

  @Option(names = "--clip-skip", paramLabel = "N", descriptionKey = "option.clip-skip")
  private Optional<Integer> clipSkip = Optional.empty();

  @Option(names = "--sampler", paramLabel = "NAME", descriptionKey = "option.profile.sampler")
  private Optional<SamplerChoice> sampler = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "option.profile.steps")
  private Optional<Integer> steps = Optional.empty();

  @Option(names = "--guidance", paramLabel = "X", descriptionKey = "option.profile.guidance")
  private Optional<Double> guidance = Optional.empty();

  @Option(names = "--width", paramLabel = "PIXELS", descriptionKey = "option.profile.width")
  private Optional<Integer> width = Optional.empty();

  @Option(names = "--height", paramLabel = "PIXELS", descriptionKey = "option.profile.height")
  private Optional<Integer> height = Optional.empty();

  @Option(names = "--clear", descriptionKey = "option.profile.clear")
  private boolean clear;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsProfileCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    return new Inquiry(surroundings, texts, messages, json).ask(Optional.empty(), this::use);
  }

  private void use(Services services) {
    ModelProfileService profiles = services.profiles();
    Profile said = said();
    Profile before = clear ? Profile.EMPTY : profiles.find(model);
    if (clear || !said.equals(Profile.EMPTY)) {
      profiles.keep(model, before.with(said));
    }
    print(services.models().find(model), profiles.find(model));
  }

  private Profile said() {
    return new Profile(
        vae.map(surroundings.folder()::resolve)
            .map(path -> path.toAbsolutePath().normalize().toString()),
        clipSkip.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        sampler.map(choice -> choice.sampler().label()),
        sampler
            .filter(choice -> choice.schedule() != ScheduleKind.MODEL)
            .map(choice -> choice.schedule().label()),
        steps.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        guidance.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        width.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        height.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private void print(ModelSummary summary, Profile profile) {
    if (json) {
      ObjectNode event =
          JsonLines.event("profile")
              .put("model", summary.name())
              .put("sampler", summary.sampling().sampler().label())
              .put("schedule", summary.sampling().schedule().label())
              .put("steps", summary.sampling().steps())
              .put("guidance", summary.sampling().guidanceScale())
              .put("clip_skip", summary.clipSkip())
              .put("width", summary.size().width())
              .put("height", summary.size().height())
              .put("own", !profile.equals(Profile.EMPTY));
      profile.vae().ifPresent(file -> event.put("vae", file));
      new JsonLines(surroundings.streams()).write(event);
      return;
    }
    Streams streams = surroundings.streams();
    streams.tell(
        texts.of(profile.equals(Profile.EMPTY) ? "profile.none" : "profile.own", summary.name()));
    streams.result(
        texts.of(
            "profile.values",
            summary.sampling().sampler().label(),
            Integer.toString(summary.sampling().steps()),
            Double.toString(summary.sampling().guidanceScale()),
            Integer.toString(summary.clipSkip()),
            summary.size().toString()));
    profile.vae().ifPresent(file -> streams.result(texts.of("profile.vae", file)));
  }
}
