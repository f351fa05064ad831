package io.github.easel.cli;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LookService;
import io.github.easel.app.Services;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel gallery search}: finds pictures by words, by meaning or by look. */
@Command(name = "search", sortOptions = false)
final class GallerySearchCommand implements Callable<Integer> {

  private static final int USUAL_LIMIT = 50;

  private final GalleryWork work;

  @Mixin LongHelp help = new LongHelp();

  @Parameters(arity = "0..*", paramLabel = "WORDS", descriptionKey = "option.gallery.words")
  private List<String> words = List.of();

  @Option(names = "--meaning", descriptionKey = "option.gallery.meaning")
  private boolean meaning;

  @Option(names = "--like", paramLabel = "FILE", descriptionKey = "option.gallery.like")
  private Optional<Path> like = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.gallery.limit")
  private int limit = USUAL_LIMIT;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  GallerySearchCommand(GalleryWork work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Texts texts = work.texts();
    GalleryQuery query = work.query(words);
    if (limit < 1) {
      throw new UsageException(texts.of("wrong.gallery.limit", Integer.toString(limit)));
    }
    if (meaning && like.isPresent()) {
      throw new UsageException(texts.of("wrong.gallery.like"));
    }
    if (meaning && query.words().isBlank()) {
      throw new UsageException(texts.of("wrong.gallery.meaning"));
    }
    boolean[] blind = new boolean[1];
    int code =
        work.run(
            json,
            (services, progress, cancellation) -> {
              GalleryPrinter printer = new GalleryPrinter(work, json);
              if (meaning || like.isPresent()) {
                blind[0] = !nearest(services, query, progress, cancellation, printer);
              } else {
                GalleryService gallery = services.gallery();
                Found found = work.find(gallery, query, progress, cancellation);
                List<GalleryItem> items = gallery.items(GalleryWork.ids(found, limit));
                items.forEach(item -> printer.print(item, Optional.empty()));
                printer.end(items.size(), found.size());
              }
            });
    return blind[0] ? ExitCode.MODEL_UNUSABLE : code;
  }

  /** Whether pictures can be compared. */
  private boolean nearest(
      Services services,
      GalleryQuery query,
      GalleryProgress progress,
      Cancellation cancellation,
      GalleryPrinter printer) {
    GalleryService gallery = services.gallery();
    LookService looks = gallery.looks();
    if (!looks.hasMeaning()) {
      printer.fail("NO_MEANING", "gallery.blind");
      return false;
    }
    // What nearness does not ask for, the filter does: with it, all near pictures are candidates.
    GalleryQuery filter = meaning ? query.withWords("") : query;
    Found allowed = work.find(gallery, filter, progress, cancellation);
    work.lookAtAll(gallery, progress, cancellation);
    boolean all = filter.equals(GalleryQuery.ALL);
    int most = all ? limit : Math.max(limit, gallery.find(GalleryQuery.ALL, cancellation).size());
    List<Nearness> near =
        like.isPresent()
            ? looks.like(
                services.pictures().read(work.surroundings().folder().resolve(like.get())),
                most,
                cancellation)
            : looks.like(query.words(), most, cancellation);
    Set<Long> ids = new HashSet<>(GalleryWork.ids(allowed, allowed.size()));
    List<Nearness> shown =
        near.stream().filter(one -> ids.contains(one.id())).limit(limit).toList();
    Map<Long, Double> likeness = new HashMap<>();
    shown.forEach(one -> likeness.put(one.id(), one.likeness()));
    List<GalleryItem> items = gallery.items(shown.stream().map(Nearness::id).toList());
    items.forEach(item -> printer.print(item, Optional.ofNullable(likeness.get(item.id()))));
    printer.end(items.size(), items.size());
    return true;
  }
}
