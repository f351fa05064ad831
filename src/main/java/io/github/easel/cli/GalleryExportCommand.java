package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.Services;
import io.github.easel.app.gallery.ExportOutcome;
import io.github.easel.app.gallery.ExportPlan;
import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.app.gallery.GalleryExport;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.generation.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code easel gallery export}: takes what is found out of the collection. As JSON an object {@code
 * export} with form, pictures, files and refused [{file, message}].
 */
@Command(name = "export", sortOptions = false)
final class GalleryExportCommand implements Callable<Integer> {

  private final GalleryWork work;

  @Mixin LongHelp help = new LongHelp();

  @Parameters(index = "0", paramLabel = "FORM", descriptionKey = "option.gallery.form")
  private String form = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORDS",
      descriptionKey = "option.gallery.words")
  private List<String> words = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PATH",
      descriptionKey = "option.gallery.to")
  private Path to = Path.of("");

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.gallery.export-limit")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--no-settings", descriptionKey = "option.gallery.no-settings")
  private boolean withoutSettings;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  GalleryExportCommand(GalleryWork work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Form wanted = form();
    GalleryQuery query = work.query(words);
    if (limit < 1) {
      throw new UsageException(work.texts().of("wrong.gallery.limit", Integer.toString(limit)));
    }
    boolean[] any = new boolean[1];
    int code =
        work.run(
            json,
            (services, progress, cancellation) ->
                any[0] = export(services, wanted, query, progress, cancellation));
    return code == ExitCode.DONE && !any[0] ? ExitCode.FAILED : code;
  }

  /** Whether there was anything to export. */
  private boolean export(
      Services services,
      Form wanted,
      GalleryQuery query,
      GalleryProgress progress,
      Cancellation cancellation) {
    Found found = work.find(services.gallery(), query, progress, cancellation);
    List<GalleryItem> items = services.gallery().items(GalleryWork.ids(found, limit));
    if (items.isEmpty()) {
      new GalleryPrinter(work, json).fail("NOTHING_FOUND", "gallery.nothing");
      return false;
    }
    Path target = work.surroundings().folder().resolve(to);
    ExportPlan plan =
        new ExportPlan(wanted, items, target, !withoutSettings, work.surroundings().locale());
    ExportOutcome outcome =
        new GalleryExport(services.gallery(), services.pictures(), services.settings())
            .export(plan, cancellation, progress);
    progress.end();
    print(outcome);
    return true;
  }

  private Form form() {
    Texts texts = work.texts();
    String name = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT);
    Form wanted =
        switch (form.toLowerCase(Locale.ROOT)) {
          case "copy" -> Form.COPY;
          case "sheet" -> Form.SHEET;
          case "zip" -> Form.ZIP;
          case "html" -> Form.HTML;
          default -> throw new UsageException(texts.of("wrong.gallery.form", form));
        };
    if (wanted == Form.SHEET && !name.endsWith(".png")) {
      throw new UsageException(texts.of("wrong.gallery.to", to.toString(), ".png"));
    }
    if (wanted == Form.ZIP && !name.endsWith(".zip")) {
      throw new UsageException(texts.of("wrong.gallery.to", to.toString(), ".zip"));
    }
    return wanted;
  }

  private void print(ExportOutcome outcome) {
    Streams streams = work.surroundings().streams();
    if (json) {
      ObjectNode event =
          JsonLines.event("export")
              .put("form", form.toLowerCase(Locale.ROOT))
              .put("pictures", outcome.pictures());
      ArrayNode files = event.putArray("files");
      outcome.made().forEach(file -> files.add(file.toString()));
      ArrayNode refused = event.putArray("refused");
      outcome
          .refused()
          .forEach(
              (file, failure) ->
                  refused
                      .addObject()
                      .put("file", file.toString())
                      .put("message", work.messages().of(failure)));
      new JsonLines(streams).write(event);
      return;
    }
    outcome
        .refused()
        .values()
        .forEach(failure -> streams.tell(Printable.of(work.messages().of(failure))));
    outcome.made().forEach(file -> streams.result(file.toString()));
  }
}
