package io.github.easel.cli;

import io.github.easel.app.ServiceOptions;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.SamplerChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How pictures are drawn, as the user typed it. An empty option takes the model's value, or what
 * its description says.
 */
class DrawingOptions {

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

  @Option(names = "--lora", paramLabel = "NAME[:W[:TE]]", descriptionKey = "option.lora")
  List<LoraOption> loras = new ArrayList<>();

  @Mixin SamplingOptions sampling = new SamplingOptions();

  @Mixin SeedOptions seeding = new SeedOptions();

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Mixin RunningOptions running = new RunningOptions();

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Option(names = "--quiet", descriptionKey = "option.quiet")
  boolean quiet;

  @Option(names = "--tokenizer", paramLabel = "DIR", descriptionKey = "option.tokenizer")
  Optional<Path> tokenizer = Optional.empty();

  @Option(names = "--config", paramLabel = "DIR", descriptionKey = "option.config")
  Optional<Path> config = Optional.empty();

  /**
   * Words with the LoRAs behind them.
   *
   * @param reading how the words are read
   * @throws UsageException if they are read so that no LoRA can be put in
   */
  String withLoras(String words, PromptReading reading, Texts texts) {
    if (!loras.isEmpty() && reading.syntax() == PromptReading.Syntax.PLAIN) {
      throw new UsageException(texts.of("wrong.lora.plain"));
    }
    String all = words;
    for (LoraOption lora : loras) {
      all = lora.into(all);
    }
    return all;
  }

  /**
   * What the services are opened with.
   *
   * @param folder where relative paths start
   * @throws UsageException if a value makes no sense
   */
  ServiceOptions services(Path folder, Texts texts) {
    return new ServiceOptions(
        running.services(texts).engine(),
        tokenizer.map(folder::resolve),
        config.map(folder::resolve));
  }

  /** Tells how it goes, as was asked for. */
  Reporter reporter(Streams streams, Texts texts, UserMessages messages) {
    return json
        ? new JsonReporter(streams, messages)
        : new TextReporter(streams, texts, messages, quiet);
  }
}
