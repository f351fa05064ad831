package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.ModelBench;
import io.github.easel.app.ModelBench.Figures;
import io.github.easel.app.ModelBench.Spread;
import io.github.easel.app.RandomFamily;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Economy;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RefusedValue;
import io.github.easel.hub.ByteCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel bench}: how long a model takes on this computer, or two in turns. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false)
final class BenchCommand implements Callable<Integer> {

  private static final double PERCENT = 100;

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(arity = "0..1", paramLabel = "MODEL", descriptionKey = "option.bench.model")
  private Optional<String> model = Optional.empty();

  @Option(names = "--against", paramLabel = "MODEL", descriptionKey = "option.bench.against")
  private Optional<String> against = Optional.empty();

  @Option(names = "--family", paramLabel = "sd15|sd21|sdxl", descriptionKey = "option.bench.family")
  private Optional<String> family = Optional.empty();

  @Option(names = "--random", descriptionKey = "option.bench.random")
  private boolean random;

  @Option(names = "--full", descriptionKey = "option.bench.full")
  private boolean full;

  @Option(names = "--size", paramLabel = "WxH", descriptionKey = "option.size")
  private Optional<ImageSize> size = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "option.steps")
  private Optional<Integer> steps = Optional.empty();

  @Option(names = "--guidance", paramLabel = "X", descriptionKey = "option.guidance")
  private Optional<Double> guidance = Optional.empty();

  @Mixin private final EconomyOptions economy = new EconomyOptions();

  @Option(names = "--repeat", paramLabel = "N", descriptionKey = "option.bench.repeat")
  private int repeat = 5;

  @Mixin private final RunningOptions running = new RunningOptions();

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  BenchCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (random != family.isPresent() || (random && model.isPresent())) {
      throw new UsageException(texts.of("wrong.bench.random"));
    }
    if (family.isPresent() && !RandomFamily.knows(family.get())) {
      throw new UsageException(texts.of("wrong.bench.family", family.get()));
    }
    if (repeat < 1 || steps.orElse(1) < 1) {
      throw new UsageException(texts.of("wrong.bench.number"));
    }
    Inquiry inquiry = new Inquiry(surroundings, texts, messages, json);
    StatusLine line = new StatusLine(surroundings.streams());
    return new Failures(texts, messages)
        .guardCancellable(
            inquiry.reporter(),
            cancellation -> {
              try {
                if (family.isPresent()) {
                  ofRandom(family.get(), line, cancellation);
                } else {
                  run(Optional.empty(), line, cancellation);
                }
              } finally {
                line.clear();
              }
            });
  }

  private void ofRandom(String kind, StatusLine line, Cancellation cancellation) {
    show(line, texts.of("bench.making", kind));
    Path parent = surroundings.folder();
    try (RandomFamily made = RandomFamily.make(kind, !full, parent, cancellation)) {
      run(Optional.of(made), line, cancellation);
    }
  }

  private Economy economy() {
    try {
      return economy.over(Economy.NONE);
    } catch (RefusedValue e) {
      throw new UsageException(messages.of(e));
    }
  }

  private void run(Optional<RandomFamily> made, StatusLine line, Cancellation cancellation) {
    ServiceOptions options = running.services(texts);
    ModelBench.Wish wish =
        new ModelBench.Wish(
            size, steps, guidance, CommandLineProgram.EXAMPLE_PROMPT, economy(), repeat);
    try (ModelBench bench = new ModelBench(wish)) {
      if (made.isPresent()) {
        bench.add(made.get().name(), made.get().open(options));
      } else {
        Services services = surroundings.open().apply(options);
        bench.add(Requests.model(services.models(), model, texts).name(), services);
      }
      against.ifPresent(other -> bench.add(other, surroundings.open().apply(options)));
      List<Figures> figures =
          bench.run(
              at ->
                  show(
                      line,
                      texts.of("bench.picture", Integer.toString(at[0]), Integer.toString(at[1]))),
              cancellation);
      line.clear();
      figures.forEach(this::print);
      printMemory();
    }
  }

  private void show(StatusLine line, String text) {
    if (surroundings.streams().terminal() && !json) {
      line.show(text);
    }
  }

  private void print(Figures figures) {
    if (json) {
      new JsonLines(surroundings.streams()).write(event(figures));
      return;
    }
    Streams streams = surroundings.streams();
    streams.result(
        texts.of(
            "bench.title",
            figures.model(),
            figures.device(),
            figures.size().toString(),
            Integer.toString(figures.steps()),
            Integer.toString(repeat)));
    line("bench.first", seconds(figures.first()));
    line("bench.load", seconds(figures.load()));
    line("bench.load_again", seconds(figures.loadAgain()));
    line("bench.encode", spread(figures.encode(), 1));
    line("bench.step", spread(figures.step(), 1));
    line("bench.engine", spread(figures.engine(), 1));
    line("bench.overhead", spread(figures.overhead(), PERCENT) + " %");
    line("bench.decode", spread(figures.decode(), 1));
    line("bench.total", spread(figures.total(), 1));
  }

  private void line(String key, String value) {
    surroundings.streams().result("  " + texts.of(key) + ": " + value);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String spread(Spread spread, double unit) {
    return seconds(spread.median() * unit)
        + " ("
        + seconds(spread.least() * unit)
        + " - "
        + seconds(spread.most() * unit)
        + ")";
  }

  private void printMemory() {
    ModelBench.peakMemory()
        .ifPresent(
            bytes -> {
              if (json) {
                new JsonLines(surroundings.streams())
                    .write(JsonLines.event("memory").put("peakBytes", bytes));
              } else {
                line("bench.memory", ByteCount.text(bytes));
              }
            });
  }

  private ObjectNode event(Figures figures) {
    ObjectNode event =
        JsonLines.event("bench")
            .put("model", figures.model())
            .put("device", figures.device())
            .put("size", figures.size().toString())
            .put("steps", figures.steps())
            .put("repeat", repeat)
            .put("threads", running.threads())
            .put("memory", running.memory())
            .put("first", figures.first())
            .put("load", figures.load())
            .put("loadAgain", figures.loadAgain());
    put(event, "encode", figures.encode());
    put(event, "step", figures.step());
    put(event, "engine", figures.engine());
    put(event, "overhead", figures.overhead());
    put(event, "decode", figures.decode());
    put(event, "total", figures.total());
    return event;
  }

  private static void put(ObjectNode event, String name, Spread spread) {
    event
        .putObject(name)
        .put("median", spread.median())
        .put("least", spread.least())
        .put("most", spread.most());
  }
}
