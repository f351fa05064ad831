package io.github.easel.cli;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.ScheduleKind;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the user typed behind {@code easel generate}. An empty option takes the model's value, or
 * what its description says.
 */
final class GenerateOptions {

  @Parameters(index = "0", paramLabel = "PROMPT", descriptionKey = "option.prompt")
  String prompt = "";

  @Option(names = "--negative", paramLabel = "TEXT", descriptionKey = "option.negative")
  String negative = "";

  @Option(names = "--model", paramLabel = "NAME|PATH", descriptionKey = "option.model")
  Optional<String> model = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "option.steps")
  Optional<Integer> steps = Optional.empty();

  @Option(names = "--guidance", paramLabel = "X", descriptionKey = "option.guidance")
  Optional<Double> guidance = Optional.empty();

  @Option(names = "--sampler", paramLabel = "NAME", descriptionKey = "option.sampler")
  Optional<SamplerChoice> sampler = Optional.empty();

  @Option(names = "--schedule", paramLabel = "NAME", descriptionKey = "option.schedule")
  Optional<ScheduleKind> schedule = Optional.empty();

  @Option(names = "--eta", paramLabel = "X", descriptionKey = "option.eta")
  Optional<Double> eta = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--size", paramLabel = "WxH", descriptionKey = "option.size")
  Optional<ImageSize> size = Optional.empty();

  @Option(names = "--count", paramLabel = "N", descriptionKey = "option.count")
  int count = 1;

  @Option(names = "--device", paramLabel = "auto|cpu|cuda", descriptionKey = "option.device")
  DeviceChoice device = DeviceChoice.AUTO;

  @Option(names = "--output", paramLabel = "FILE.png|DIR", descriptionKey = "option.output")
  Optional<String> output = Optional.empty();

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Option(names = "--quiet", descriptionKey = "option.quiet")
  boolean quiet;

  @Option(names = "--tokenizer", paramLabel = "DIR", descriptionKey = "option.tokenizer")
  Optional<Path> tokenizer = Optional.empty();

  @Option(
      names = "--dump-latents",
      paramLabel = "FILE.safetensors",
      descriptionKey = "option.dump-latents")
  Optional<Path> dumpLatents = Optional.empty();
}
