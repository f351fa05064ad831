package io.github.easel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code easel gallery rebuild}: reads all files into a new index. As JSON an object {@code
 * rebuild} with pictures.
 */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class GalleryRebuildCommand implements Callable<Integer> {

  private final GalleryWork work;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  GalleryRebuildCommand(GalleryWork work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return work.run(
        json,
        (services, progress, cancellation) -> {
          int pictures = services.gallery().rebuild(cancellation, progress);
          progress.end();
          Streams streams = work.surroundings().streams();
          if (json) {
            new JsonLines(streams).write(JsonLines.event("rebuild").put("pictures", pictures));
          } else {
            streams.result(work.texts().of("gallery.rebuilt", Integer.toString(pictures)));
          }
        });
  }
}
