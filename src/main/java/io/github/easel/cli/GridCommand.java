package io.github.easel.cli;

import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.app.grid.GridAxis;
import io.github.easel.app.grid.GridField;
import io.github.easel.app.grid.GridOutcome;
import io.github.easel.app.grid.GridPlan;
import io.github.easel.app.grid.GridProblem;
import io.github.easel.app.grid.GridService;
import io.github.easel.app.grid.GridSize;
import io.github.easel.app.grid.GridTexts;
import io.github.easel.generation.Cancellation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code easel grid}: draws a picture for every combination of some values, on one sheet. */
@Command(
    name = "grid",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
final class GridCommand implements Callable<Integer> {

  private static final String NAME = "easel-grid";

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;
  private final GridTexts gridTexts;

  @Mixin private final GridOptions options = new GridOptions();

  GridCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
    this.gridTexts = new GridTexts(surroundings.locale());
  }

  /** What was asked for, as far as it is known without a model. */
  private record Order(
      Requests requests,
      Optional<GridAxis> x,
      Optional<GridAxis> y,
      Optional<GridAxis> z,
      Optional<Path> output) {

    /** The model whose settings are taken where the user named none. */
    Optional<String> firstModel() {
      return Stream.of(x, y, z)
          .flatMap(Optional::stream)
          .filter(axis -> axis.field() == GridField.MODEL)
          .map(axis -> axis.values().get(0))
          .findFirst();
    }
  }

  @Override
  public Integer call() {
    Order order = order();
    Streams streams = surroundings.streams();
    Reporter reporter = options.reporter(streams, texts, messages);
    GridReporter grid =
        options.json
            ? new JsonGridReporter(streams, messages)
            : new TextGridReporter(streams, texts, messages, options.quiet);
    return new Failures(texts, messages)
        .guardCancellable(
            reporter, cancellation -> openAndDraw(order, reporter, grid, cancellation));
  }

  /** Checks all that can be checked before a model is opened. */
  private Order order() {
    if (options.x.isEmpty() && options.y.isEmpty() && options.z.isEmpty()) {
      throw new UsageException(texts.of("wrong.axes"));
    }
    try {
      Optional<GridAxis> x = options.x.map(GridAxis::parse);
      Optional<GridAxis> y = options.y.map(GridAxis::parse);
      Optional<GridAxis> z = options.z.map(GridAxis::parse);
      if (Stream.of(x, y, z).flatMap(Optional::stream).anyMatch(GridCommand::variesStrength)) {
        options.seeding.expectStrengths();
      }
      return new Order(new Requests(options, 1, texts, messages), x, y, z, output());
    } catch (GridProblem e) {
      throw new UsageException(gridTexts.of(e));
    }
  }

  private static boolean variesStrength(GridAxis axis) {
    return axis.field() == GridField.VARIATION_STRENGTH;
  }

  private Optional<Path> output() {
    return options.output.map(
        name -> OutputFiles.planned(options.output, surroundings.folder(), 1, texts).named(NAME));
  }

  private void openAndDraw(
      Order order, Reporter reporter, GridReporter grid, Cancellation cancellation) {
    order
        .output()
        .ifPresentOrElse(
            OutputFiles::checkParentOf, () -> OutputFiles.check(surroundings.folder()));
    Optional<Path> cells = options.cells.map(surroundings.folder()::resolve);
    cells.ifPresent(OutputFiles::check);
    try (Services services =
        surroundings.open().apply(options.services(surroundings.folder(), texts))) {
      GridPlan plan = plan(order, services, reporter);
      for (String model : plan.models()) {
        new TokenizerOffer(surroundings, texts).make(services, model, options.json, cancellation);
      }
      reporter.device(services.generation().device());
      GridCells files = new GridCells(services.pictures(), cells, plan, gridTexts, grid);
      draw(services, plan, order, files, grid, cancellation);
    } catch (GridProblem e) {
      throw new UsageException(gridTexts.of(e));
    } finally {
      grid.close();
    }
  }

  private GridPlan plan(Order order, Services services, Reporter reporter) {
    GridPlan plan =
        new GridPlan(
            order.requests().first(services, surroundings.folder(), reporter, order.firstModel()),
            order.x(),
            order.y(),
            order.z());
    // A misspelt model is found now, and not after the pictures of the others.
    plan.models().forEach(services.models()::find);
    return plan;
  }

  private void draw(
      Services services,
      GridPlan plan,
      Order order,
      GridCells files,
      GridReporter grid,
      Cancellation cancellation) {
    GridService service = new GridService(services.generation(), surroundings.locale());
    GridSize size = service.check(plan);
    grid.begin(size);
    GridOutcome outcome = service.draw(plan, files, cancellation);
    Path file = order.output().orElseGet(() -> OutputFiles.free(surroundings.folder(), NAME));
    outcome.write(file);
    grid.end(outcome, size, file);
    if (outcome.end().isPresent()) {
      throw outcome.end().get();
    }
  }
}
