package io.github.easel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What both ways of training have in common. */
final class TrainOptions {

  @Option(names = "--model", paramLabel = "NAME|PATH", descriptionKey = "option.train.model")
  String model = "starter";

  @Option(
      names = "--images",
      paramLabel = "DIR",
      required = true,
      descriptionKey = "option.train.images")
  Path images = Path.of(".");

  @Option(
      names = "--name",
      paramLabel = "WORD",
      required = true,
      descriptionKey = "option.train.name")
  String name = "";

  @Option(names = "--style", descriptionKey = "option.train.style")
  boolean style;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "option.train.steps")
  int steps = 600;

  @Option(names = "--rate", paramLabel = "X", descriptionKey = "option.train.rate")
  double rate;

  @Option(names = "--batch", paramLabel = "N", descriptionKey = "option.train.batch")
  int batch = 2;

  @Option(names = "--accumulate", paramLabel = "N", descriptionKey = "option.train.accumulate")
  int accumulation = 1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.train.seed")
  long seed = 1;

  @Option(names = "--every", paramLabel = "N", descriptionKey = "option.train.every")
  int every = 100;

  @Option(names = "--preview", paramLabel = "PROMPT", descriptionKey = "option.train.preview")
  String preview = "*";

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;
}
