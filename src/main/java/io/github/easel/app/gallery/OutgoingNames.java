package io.github.easel.app.gallery;

import io.github.easel.gallery.GalleryItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Names for exported files. */
final class OutgoingNames {

  private final Set<String> given = new HashSet<>();
  private final Predicate<String> isTaken;

  private OutgoingNames(Predicate<String> isTaken) {
    this.isTaken = isTaken;
  }

  /**
   * Names all pictures: as they are called, or by their numbers if nothing may be told of them.
   *
   * @param isTaken whether another file has the name already
   */
  static List<Outgoing> of(ExportPlan plan, Predicate<String> isTaken) {
    OutgoingNames names = new OutgoingNames(isTaken);
    List<Outgoing> all = new ArrayList<>();
    for (GalleryItem item : plan.items()) {
      int number = all.size() + 1;
      String wanted = plan.settings() ? name(item) : "picture-%04d.png".formatted(number);
      all.add(new Outgoing(number, names.free(wanted), item));
    }
    return all;
  }

  private static String name(GalleryItem item) {
    Path name = item.entry().file().getFileName();
    return name == null ? "picture" : PortableName.of(name.toString());
  }

  private String free(String wanted) {
    int dot = wanted.lastIndexOf('.');
    String stem = dot <= 0 ? wanted : wanted.substring(0, dot);
    String ending = wanted.substring(stem.length());
    String name = wanted;
    // Of names that differ in case only, some systems keep one.
    for (int i = 2; isTaken.test(name) || !given.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + "-" + i + ending;
    }
    return name;
  }
}
