package io.github.easel.cli;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerChoice;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What decides a picture, as the user typed it. An empty option takes the model's value, or what
 * its description says.
 */
class PictureOptions {

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROMPT", descriptionKey = "option.prompt")
  Optional<String> prompt = Optional.empty();

  @Option(names = "--from", paramLabel = "FILE", descriptionKey = "option.from")
  Optional<Path> from = Optional.empty();

  @Option(names = "--negative", paramLabel = "TEXT", descriptionKey = "option.negative")
  Optional<String> negative = Optional.empty();

  @Option(names = "--model", paramLabel = "NAME|PATH", descriptionKey = "option.model")
  Optional<String> model = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "option.steps")
  Optional<Integer> steps = Optional.empty();

  @Option(names = "--guidance", paramLabel = "X", descriptionKey = "option.guidance")
  Optional<Double> guidance = Optional.empty();

  @Option(names = "--sampler", paramLabel = "NAME", descriptionKey = "option.sampler")
  Optional<SamplerChoice> sampler = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--size", paramLabel = "WxH", descriptionKey = "option.size")
  Optional<ImageSize> size = Optional.empty();

  @Mixin SourceOptions source = new SourceOptions();

  @Mixin SamplingOptions sampling = new SamplingOptions();

  @Mixin SeedOptions seeding = new SeedOptions();

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Option(names = "--device", paramLabel = "auto|cpu|cuda", descriptionKey = "option.device")
  DeviceChoice device = DeviceChoice.AUTO;

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Option(names = "--quiet", descriptionKey = "option.quiet")
  boolean quiet;

  @Option(names = "--tokenizer", paramLabel = "DIR", descriptionKey = "option.tokenizer")
  Optional<Path> tokenizer = Optional.empty();
}
