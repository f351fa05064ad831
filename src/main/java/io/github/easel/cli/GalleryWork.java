package io.github.easel.cli;

import io.github.easel.app.GalleryService;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.QueryText;
import io.github.easel.generation.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** What the commands of the gallery have in common. */
record GalleryWork(Surroundings surroundings, Texts texts, UserMessages messages) {

  /** What a command does with the collection. */
  interface Task {

    /**
     * Does it.
     *
     * @param progress tells how far it is
     */
    void run(Services services, GalleryProgress progress, Cancellation cancellation);
  }

  /** Does it until Ctrl+C, and gives the exit code. */
  int run(boolean json, Task task) {
    Inquiry inquiry = new Inquiry(surroundings, texts, messages, json);
    GalleryProgress progress = new GalleryProgress(surroundings.streams(), texts, json);
    return new Failures(texts, messages, Optional.of(texts.of("gallery.cancelled")))
        .guardCancellable(
            inquiry.reporter(),
            cancellation -> {
              try (Services services = inquiry.open(Optional.empty())) {
                task.run(services, progress, cancellation);
              } finally {
                progress.end();
              }
            });
  }

  /**
   * What the arguments ask for.
   *
   * @throws UsageException if one looks like an option
   */
  GalleryQuery query(List<String> words) {
    words.stream()
        .filter(word -> word.startsWith("--"))
        .findFirst()
        .ifPresent(
            option -> {
              throw new UsageException(texts.of("wrong.option", option));
            });
    return QueryText.ofArguments(words);
  }

  /** Finds; where nothing is known yet, the files are read first. */
  Found find(
      GalleryService gallery,
      GalleryQuery query,
      GalleryProgress progress,
      Cancellation cancellation) {
    Found found = gallery.find(query, cancellation);
    if (found.size() > 0 || isKnown(gallery, cancellation)) {
      return found;
    }
    progress.say(texts.of("gallery.reading"));
    gallery.rebuild(cancellation, progress);
    progress.end();
    return gallery.find(query, cancellation);
  }

  /** Sees to it that a search by look misses no picture. */
  void lookAtAll(GalleryService gallery, GalleryProgress progress, Cancellation cancellation) {
    AtomicBoolean said = new AtomicBoolean();
    gallery.lookAtAll(
        cancellation,
        (done, all) -> {
          if (said.compareAndSet(false, true)) {
            progress.say(texts.of("gallery.looking"));
          }
          progress.on(done, all);
        });
    progress.end();
  }

  private static boolean isKnown(GalleryService gallery, Cancellation cancellation) {
    return gallery.find(GalleryQuery.ALL, cancellation).size() > 0
        || gallery.find(GalleryQuery.ALL.amongDiscarded(true), cancellation).size() > 0;
  }

  /** The numbers of the first of them. */
  static List<Long> ids(Found found, int most) {
    return LongStream.range(0, Math.min(most, found.size()))
        .map(place -> found.id((int) place))
        .boxed()
        .toList();
  }
}
