package io.github.easel.cli;

import io.github.easel.app.DownloadService;
import io.github.easel.app.DownloadService.Wish;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.hub.DownloadPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code easel models download}: a model from the hub. Says what would be fetched, asks, fetches,
 * and prints where it lies.
 */
@Command(name = "download", mixinStandardHelpOptions = true)
final class ModelsDownloadCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(paramLabel = "MODEL", descriptionKey = "option.download.what")
  private String what = "";

  @Option(names = "--variant", paramLabel = "NAME", descriptionKey = "option.download.variant")
  private Optional<String> variant = Optional.empty();

  @Option(names = "--revision", paramLabel = "NAME", descriptionKey = "option.download.revision")
  private Optional<String> revision = Optional.empty();

  @Option(names = "--to", paramLabel = "FOLDER", descriptionKey = "option.download.to")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "option.download.yes")
  private boolean yes;

  @Option(names = "--list", descriptionKey = "option.download.list")
  private boolean list;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsDownloadCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (!list && !yes && (json || !surroundings.streams().answers().canAnswer())) {
      throw new UsageException(texts.of("wrong.download.consent"));
    }
    Inquiry inquiry = new Inquiry(surroundings, texts, messages, json);
    DownloadPrinter printer = new DownloadPrinter(surroundings.streams(), texts, json);
    boolean[] declined = {false};
    int code =
        new Failures(texts, messages, Optional.of(texts.of("download.paused")))
            .guardCancellable(
                inquiry.reporter(),
                cancellation -> {
                  try (Services services = inquiry.open(Optional.empty())) {
                    declined[0] = !download(services.downloads(), printer, cancellation);
                  } finally {
                    printer.end();
                  }
                });
    return declined[0] ? ExitCode.FAILED : code;
  }

  /** Whether the user agreed to what was done. */
  private boolean download(
      DownloadService downloads, DownloadPrinter printer, Cancellation cancellation) {
    Wish wish = new Wish(what, revision, variant, to.map(surroundings.folder()::resolve));
    DownloadPlan plan = downloads.plan(wish, cancellation);
    if (list) {
      printer.list(plan);
      return true;
    }
    printer.plan(plan);
    if (!plan.complete() && !yes && !surroundings.streams().agreesTo(texts.of("download.ask"))) {
      surroundings.streams().tell(texts.of("download.declined"));
      return false;
    }
    Path target = downloads.run(plan, printer, cancellation);
    printer.done(plan, target);
    return true;
  }
}
