package io.github.easel.app;

import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.generation.GenerationException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes marks and boards: first the journal, which is the truth, then the index. An index that
 * fails then is behind until the journal is replayed into it, and nothing is lost.
 */
final class GalleryMarks {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryMarks.class);

  private final GalleryFolder folder;

  GalleryMarks(GalleryFolder folder) {
    this.folder = folder;
  }

  void mark(Collection<Long> ids, UnaryOperator<Marks> change) {
    List<String> identities =
        folder.index().items(List.copyOf(ids)).stream()
            .map(GalleryItem::entry)
            .map(entry -> entry.identity())
            .distinct()
            .toList();
    Map<String, Marks> now = folder.journal().change(identities, change);
    indexed(() -> folder.index().mark(now));
  }

  void makeBoard(String name) {
    folder.journal().makeBoard(name.strip());
    indexed(() -> folder.index().putBoard(name.strip()));
  }

  void renameBoard(String name, String other) {
    folder.journal().renameBoard(name, other.strip());
    indexed(this::replay);
  }

  void deleteBoard(String name) {
    folder.journal().deleteBoard(name);
    indexed(this::replay);
  }

  private void replay() {
    folder.index().replaceMarks(folder.journal().all(), folder.journal().boards());
  }

  private static void indexed(Runnable change) {
    try {
      change.run();
    } catch (GenerationException e) {
      LOG.warn("The marks are kept, but the index does not have them yet", e);
    }
  }
}
