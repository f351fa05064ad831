package io.github.easel.app;

import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Lineage.Node;
import io.github.easel.gallery.Look;
import io.github.easel.generation.GenerationException;
import io.github.easel.image.PictureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where pictures come from, by the pixels that they say they began with. What files say need not be
 * true: rings are cut where they close, and no tree is deeper or larger than can be shown.
 */
final class LineageTree {

  private static final Logger LOG = LoggerFactory.getLogger(LineageTree.class);

  private static final int DEEPEST = 64;
  private static final int LARGEST = 500;

  private static final Comparator<GalleryItem> AGE =
      Comparator.comparing((GalleryItem item) -> item.entry().made())
          .thenComparing(GalleryItem::id);

  private final GalleryIndex index;

  LineageTree(GalleryIndex index) {
    this.index = index;
  }

  /** The tree that the picture is in; of one with several files, that file stands for it. */
  Optional<Lineage> of(long id) {
    return index.items(List.of(id)).stream().findFirst().map(asked -> new Growth(asked).tree());
  }

  /** The work for one tree. */
  private final class Growth {

    private final GalleryItem asked;
    private final Set<String> met = new HashSet<>();
    private final Map<String, String> pixels = new HashMap<>();

    Growth(GalleryItem asked) {
      this.asked = asked;
    }

    Lineage tree() {
      List<GalleryItem> way = wayUp();
      met.clear();
      GalleryItem root = way.get(way.size() - 1);
      // the way to the picture that was asked for is in the tree, whatever else has room
      way.forEach(item -> met.add(item.entry().identity()));
      return new Lineage(grown(root, way, 0));
    }

    /** From the picture to the oldest that is known. */
    private List<GalleryItem> wayUp() {
      List<GalleryItem> way = new ArrayList<>(List.of(asked));
      met.add(asked.entry().identity());
      Optional<GalleryItem> next = parent(asked);
      while (next.isPresent() && way.size() < DEEPEST) {
        way.add(next.get());
        met.add(next.get().entry().identity());
        next = parent(next.get());
      }
      return way;
    }

    private Optional<GalleryItem> parent(GalleryItem item) {
      String source = item.entry().facts().source();
      return source.isEmpty()
          ? Optional.empty()
          : index.withPixels(source).stream()
              .filter(found -> !met.contains(found.entry().identity()))
              .min(
                  Comparator.comparing((GalleryItem one) -> one.entry().discarded())
                      .thenComparing(AGE));
    }

    /**
     * The picture with all that came of it.
     *
     * @param way to the picture that was asked for, which stands first in it; this one stands last
     *     if it is on the way, else there is none
     */
    private Node grown(GalleryItem item, List<GalleryItem> way, int depth) {
      List<GalleryItem> rest = way.subList(0, Math.max(0, way.size() - 1));
      Optional<GalleryItem> next =
          rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(rest.size() - 1));
      List<GalleryItem> results = new ArrayList<>(next.stream().toList());
      if (depth < DEEPEST) {
        for (GalleryItem result : index.withSource(pixelsOf(item))) {
          if (met.size() < LARGEST && isShown(result) && met.add(result.entry().identity())) {
            results.add(result);
          }
        }
      }
      results.sort(AGE);
      return new Node(
          item,
          results.stream()
              .map(
                  result ->
                      grown(
                          result,
                          next.filter(result::equals).isPresent() ? rest : List.of(),
                          depth + 1))
              .toList());
    }

    private boolean isShown(GalleryItem item) {
      return !item.entry().discarded();
    }

    /** As it was looked at; what was not looked at yet is read. */
    private String pixelsOf(GalleryItem item) {
      return pixels.computeIfAbsent(item.entry().identity(), absent -> seen(item));
    }

    private String seen(GalleryItem item) {
      List<String> known = new ArrayList<>(1);
      index.looksOf(List.of(item.id()), "", (id, look) -> known.add(look.pixels()));
      return known.isEmpty() ? read(item.entry().file()) : known.get(0);
    }
  }

  private static String read(Path file) {
    try {
      return PictureReader.read(file).sha256();
    } catch (GenerationException e) {
      LOG.info("what came of {} cannot be told: {}", file, e.getMessage());
      return Look.NONE.pixels();
    }
  }
}
