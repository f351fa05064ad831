package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures that one looks at, made when they come into sight. What the collection knows of them
 * is asked for many at a time, and again when something has changed; their thumbnails one by one.
 * All of it belongs to JavaFX's thread.
 */
final class PicturesInSight {

  /** So many are asked for at a time: more than a large screen shows. */
  static final int PAGE = 400;

  /** So many are remembered after they were in sight. */
  private static final int MOST = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(PicturesInSight.class);

  private final Workers workers;
  private final LongFunction<@Nullable Picture> session;
  private final Consumer<Set<Long>> onGone;
  private final Set<GalleryPicture> seen = new HashSet<>();
  private final Set<Long> asked = new LinkedHashSet<>();
  private boolean asking;
  private @Nullable GalleryService service;
  private @Nullable Thumbnails thumbnails;

  private final Map<Long, GalleryPicture> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, GalleryPicture> eldest) {
          return size() > MOST && !seen.contains(eldest.getValue());
        }
      };

  /**
   * @param session the picture of this session that has the number, if any
   * @param onGone is told the numbers of pictures that are there no longer
   */
  PicturesInSight(
      Workers workers, LongFunction<@Nullable Picture> session, Consumer<Set<Long>> onGone) {
    this.workers = workers;
    this.session = session;
    this.onGone = onGone;
  }

  void open(GalleryService opened) {
    service = opened;
    thumbnails = new Thumbnails(workers, opened, gone -> onGone.accept(Set.of(gone.id())));
    known.clear();
    seen.clear();
    asked.clear();
  }

  /** The picture of that number, always the same while it is in sight. */
  GalleryPicture of(long id) {
    GalleryPicture old = known.get(id);
    Picture own = session.apply(id);
    if (old != null && old.picture().orElse(null) == own) {
      return old;
    }
    GalleryPicture made = new GalleryPicture(id, own);
    if (old != null && old.item().get() != null) {
      made.item(old.item().get());
    }
    known.put(id, made);
    return made;
  }

  /** Likewise if it was in sight lately. */
  Optional<GalleryPicture> known(long id) {
    return Optional.ofNullable(known.get(id));
  }

  /** The picture has come into sight. */
  void seen(GalleryPicture picture) {
    seen.add(picture);
    if (picture.id() > 0 && picture.item().get() == null) {
      ask(picture.id());
    }
    if (thumbnails != null) {
      thumbnails.want(picture);
    }
  }

  /** The picture is out of sight. */
  void unseen(GalleryPicture picture) {
    seen.remove(picture);
    asked.remove(picture.id());
    if (thumbnails != null) {
      thumbnails.unwant(picture);
    }
  }

  /** Something changed: what is in sight is asked for anew at once, the rest when it is seen. */
  void stale() {
    known.values().removeIf(picture -> !seen.contains(picture));
    seen.stream().filter(picture -> picture.id() > 0).forEach(picture -> ask(picture.id()));
  }

  /** They are marked so, as far as they are in sight; the collection is told by others. */
  void marked(Collection<Long> ids, UnaryOperator<Marks> change) {
    for (Long id : ids) {
      GalleryPicture picture = known.get(id);
      GalleryItem item = picture == null ? null : picture.item().get();
      if (picture != null && item != null) {
        picture.item(new GalleryItem(item.id(), item.entry(), change.apply(item.marks())));
      }
    }
  }

  private void ask(long id) {
    asked.add(id);
    if (!asking) {
      asking = true;
      workers.window().execute(this::askAll); // with all others that this frame brings into sight
    }
  }

  private void askAll() {
    GalleryService from = service;
    List<Long> page = asked.stream().limit(PAGE).toList();
    page.forEach(asked::remove);
    if (from == null || page.isEmpty()) {
      asking = false;
      return;
    }
    try {
      workers.aside().execute(() -> read(from, page));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody reads pictures any more: the window was closed");
    }
  }

  private void read(GalleryService from, List<Long> page) {
    List<GalleryItem> items = new ArrayList<>();
    boolean failed = false;
    try {
      items.addAll(from.items(page));
    } catch (RuntimeException e) {
      LOG.warn("What is known of pictures cannot be read", e);
      failed = true;
    }
    boolean complete = !failed;
    workers.window().execute(() -> have(from, page, items, complete));
  }

  private void have(
      GalleryService from, List<Long> page, List<GalleryItem> items, boolean complete) {
    if (from != service) {
      asking = false;
      return;
    }
    Set<Long> gone = new HashSet<>(page);
    for (GalleryItem item : items) {
      gone.remove(item.id());
      GalleryPicture picture = known.get(item.id());
      if (picture != null) {
        picture.item(item);
        if (seen.contains(picture) && thumbnails != null) {
          thumbnails.want(picture);
        }
      }
    }
    if (complete && !gone.isEmpty()) {
      onGone.accept(gone);
    }
    askAll();
  }

  /** All that is remembered. */
  Collection<GalleryPicture> all() {
    return known.values();
  }
}
