package io.github.easel.cli;

import io.github.easel.app.TrainingPlan;
import io.github.easel.app.UserMessages;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code easel train}: teaches a model a word, or makes a LoRA for it. */
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  static CommandLine all(Surroundings surroundings, Texts texts, UserMessages messages) {
    TrainingRun run = new TrainingRun(surroundings, texts, messages);
    return new CommandLine(new TrainCommand())
        .addSubcommand(new Inversion(run))
        .addSubcommand(new Lora(run));
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** {@code easel train inversion}. */
  @Command(name = "inversion", mixinStandardHelpOptions = true)
  static final class Inversion implements Callable<Integer> {

    private final TrainingRun run;

    @Mixin private TrainOptions options = new TrainOptions();

    @Option(names = "--vectors", paramLabel = "N", descriptionKey = "option.train.vectors")
    private int vectors = 4;

    @Option(names = "--begin", paramLabel = "WORDS", descriptionKey = "option.train.begin")
    private String begin = "thing";

    Inversion(TrainingRun run) {
      this.run = run;
    }

    @Override
    public Integer call() {
      return run.of(options, new TrainingPlan.Word(vectors, begin), 5e-3);
    }
  }

  /** {@code easel train lora}. */
  @Command(name = "lora", mixinStandardHelpOptions = true)
  static final class Lora implements Callable<Integer> {

    private final TrainingRun run;

    @Mixin private TrainOptions options = new TrainOptions();

    @ArgGroup(exclusive = false)
    private LoraOptions lora = new LoraOptions();

    Lora(TrainingRun run) {
      this.run = run;
    }

    @Override
    public Integer call() {
      double alpha = lora.alpha > 0 ? lora.alpha : lora.rank;
      return run.of(options, new TrainingPlan.Lora(lora.rank, alpha, lora.text, lora.shapes), 1e-3);
    }
  }

  /** What a LoRA changes. */
  static final class LoraOptions {

    @Option(names = "--rank", paramLabel = "N", descriptionKey = "option.train.rank")
    private int rank = 8;

    @Option(names = "--alpha", paramLabel = "X", descriptionKey = "option.train.alpha")
    private double alpha;

    @Option(names = "--text", descriptionKey = "option.train.text")
    private boolean text;

    @Option(names = "--shapes", descriptionKey = "option.train.shapes")
    private boolean shapes;
  }
}
