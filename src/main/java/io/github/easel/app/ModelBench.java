package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Economy;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Measures how long models take on this computer, several in turns, so that whatever else the
 * computer does meets all of them.
 */
public final class ModelBench implements AutoCloseable {

  private static final double NANOS = 1e9;
  private static final long KIBI = 1024;

  /**
   * What to draw.
   *
   * @param size the model's own if empty
   * @param steps likewise
   * @param guidance likewise; above 1 each step makes two predictions
   * @param economy what is left out
   * @param repeat pictures that are measured, after the first
   */
  public record Wish(
      Optional<ImageSize> size,
      Optional<Integer> steps,
      Optional<Double> guidance,
      String prompt,
      Economy economy,
      int repeat) {}

  /** Median and range of a figure over all repetitions. */
  public record Spread(double median, double least, double most) {

    static Spread of(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int middle = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1
              ? sorted.get(middle)
              : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
      return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
  }

  /**
   * What was measured of a model, in seconds.
   *
   * @param model its name
   * @param device where it ran
   * @param first from the question to the first picture, opening the model included
   * @param load of it opening the model
   * @param loadAgain opening it when it was opened before, at the end
   * @param encode the text encoder
   * @param step a step of the sampling loop
   * @param engine the part of a step within the engine
   * @param overhead the share of the loop outside the engine, 0 to 1
   * @param decode the autoencoder
   * @param total a picture with the model open
   */
  public record Figures(
      String model,
      String device,
      ImageSize size,
      int steps,
      double first,
      double load,
      double loadAgain,
      Spread encode,
      Spread step,
      Spread engine,
      Spread overhead,
      Spread decode,
      Spread total) {}

  private final List<Subject> subjects = new ArrayList<>();
  private final Wish wish;

  /** A bench without models. */
  public ModelBench(Wish wish) {
    this.wish = wish;
  }

  /**
   * Adds a model.
   *
   * @param name what lists call it
   * @param services in which nothing else is open; closed with the bench
   */
  public void add(String name, Services services) {
    subjects.add(new Subject(name, services, wish));
  }

  /**
   * Draws all pictures: of each model a first one, then in turns those that are measured, and at
   * the end one more after opening the model again.
   *
   * @param drawn hears of each picture which one of how many it was, from 1
   */
  public List<Figures> run(Consumer<int[]> drawn, Cancellation cancellation) {
    int all = subjects.size() * (wish.repeat() + 2);
    int done = 0;
    for (int round = 0; round < wish.repeat() + 2; round++) {
      for (int i = 0; i < subjects.size(); i++) {
        // the other way round each time, so that none is always the one after a pause
        Subject subject = subjects.get(round % 2 == 0 ? i : subjects.size() - 1 - i);
        if (round == wish.repeat() + 1) {
          subject.again(cancellation);
        } else {
          subject.draw(cancellation);
        }
        drawn.accept(new int[] {++done, all});
      }
    }
    return subjects.stream().map(Subject::figures).toList();
  }

  /** The most memory that this process has had at a time, in bytes, where the system tells. */
  public static OptionalLong peakMemory() {
    Path status = Path.of("/proc/self/status");
    try {
      return Files.isReadable(status)
          ? Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
              .findFirst()
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    subjects.forEach(subject -> subject.services.close());
  }

  private static final class Subject {

    private final String name;
    private final Services services;
    private final GenerationRequest request;
    private final List<Timings> measured = new ArrayList<>();
    private double first;
    private double load;
    private double loadAgain;

    Subject(String name, Services services, Wish wish) {
      this.name = name;
      this.services = services;
      ModelService.ModelSummary model = services.models().find(name);
      Sampling usual = model.sampling();
      request =
          new GenerationRequest(
              Prompt.of(wish.prompt()),
              name,
              wish.size().orElse(model.size()),
              usual
                  .withSteps(wish.steps().orElse(usual.steps()))
                  .withGuidance(wish.guidance().orElse(usual.guidanceScale()))
                  .withEconomy(wish.economy()),
              1);
    }

    void draw(Cancellation cancellation) {
      long begin = System.nanoTime();
      GenerationResult result =
          services.generation().generate(request, progress -> {}, cancellation);
      if (first == 0) {
        first = (System.nanoTime() - begin) / NANOS;
        load = result.timings().loading();
      } else {
        measured.add(result.timings());
      }
    }

    void again(Cancellation cancellation) {
      services.generation().release();
      loadAgain =
          services.generation().generate(request, progress -> {}, cancellation).timings().loading();
    }

    Figures figures() {
      int steps = request.drawnSteps();
      return new Figures(
          services.models().find(name).name(),
          services.generation().device().device(),
          request.size(),
          steps,
          first,
          load,
          loadAgain,
          spread(Timings::encoding),
          spread(one -> one.sampling() / steps),
          spread(one -> one.denoiser() / steps),
          spread(one -> (one.sampling() - one.denoiser()) / one.sampling()),
          spread(Timings::decoding),
          spread(Timings::total));
    }

    private Spread spread(ToDoubleFunction<Timings> figure) {
      return Spread.of(measured.stream().map(figure::applyAsDouble).toList());
    }
  }
}
