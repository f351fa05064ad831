package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.GalleryService.ImportReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code easel gallery import}: copies a folder of pictures into the collection. As JSON an object
 * {@code import} with copied, known, without_settings and refused [{file, message}].
 */
@Command(name = "import", mixinStandardHelpOptions = true)
final class GalleryImportCommand implements Callable<Integer> {

  private final GalleryWork work;

  @Parameters(paramLabel = "FOLDER", descriptionKey = "option.gallery.folder")
  private Path folder = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  GalleryImportCommand(GalleryWork work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    int[] code = new int[1];
    int ended =
        work.run(
            json,
            (services, progress, cancellation) -> {
              Path from = work.surroundings().folder().resolve(folder);
              ImportReport report = services.gallery().importFolder(from, cancellation, progress);
              progress.end();
              print(report);
              boolean any = report.copied() + report.known() > 0;
              code[0] = any || report.refused().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
            });
    return ended == ExitCode.DONE ? code[0] : ended;
  }

  private void print(ImportReport report) {
    Map<Path, String> refused = new TreeMap<>(report.refused());
    Streams streams = work.surroundings().streams();
    if (json) {
      ObjectNode event =
          JsonLines.event("import")
              .put("copied", report.copied())
              .put("known", report.known())
              .put("without_settings", report.withoutSettings());
      ArrayNode array = event.putArray("refused");
      refused.forEach(
          (file, reason) -> array.addObject().put("file", file.toString()).put("message", reason));
      new JsonLines(streams).write(event);
      return;
    }
    Texts texts = work.texts();
    refused.forEach(
        (file, reason) ->
            streams.tell(Printable.of(texts.of("gallery.refused", file.toString(), reason))));
    streams.result(
        texts.of(
            "gallery.imported",
            Integer.toString(report.copied()),
            Integer.toString(report.known()),
            Integer.toString(refused.size()),
            Integer.toString(report.withoutSettings())));
  }
}
