package io.github.easel.ui.lineage;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LookService;
import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.Nearness;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.PictureFacts;
import io.github.easel.gallery.PictureKind;
import io.github.easel.generation.GenerationException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A collection of a few pictures, of which only looks and lineages are asked. */
public final class FakeCollection {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 4, 12, 0);

  private final Map<Path, GalleryItem> items = new LinkedHashMap<>();
  private final Map<Path, List<Path>> results = new LinkedHashMap<>();
  private @Nullable Path root;
  private volatile @Nullable GenerationException failure;

  /** What was asked for. */
  public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** What is said to be like every picture. */
  public volatile List<Nearness> near = List.of();

  /** What is suggested for every picture. */
  public volatile List<String> suggestions = List.of();

  /** A further picture, which began with that one; the first is the root. */
  public Path add(Path file, PictureKind kind, String prompt, @Nullable Path source) {
    if (root == null) {
      root = file;
    }
    PictureFacts facts =
        new PictureFacts(
            kind,
            prompt,
            "",
            "starter",
            "",
            "Easel",
            512,
            512,
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            source == null ? "" : source.toString());
    int id = items.size() + 1;
    items.put(
        file,
        new GalleryItem(
            id,
            new PictureEntry(file, "i" + id, NOON.plusMinutes(id), 0, 0, false, facts),
            Marks.NONE));
    results.put(file, new ArrayList<>());
    if (source != null) {
      results.getOrDefault(source, new ArrayList<>()).add(file);
    }
    return file;
  }

  /** From now on nothing can be told. */
  public void fail(GenerationException reason) {
    failure = reason;
  }

  /** The collection. */
  public GalleryService service() {
    LookService looks =
        (LookService)
            Proxy.newProxyInstance(
                LookService.class.getClassLoader(),
                new Class<?>[] {LookService.class},
                (proxy, method, arguments) -> look(method, arguments));
    return (GalleryService)
        Proxy.newProxyInstance(
            GalleryService.class.getClassLoader(),
            new Class<?>[] {GalleryService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "item" -> Optional.ofNullable(items.get((Path) arguments[0]));
                  case "looks" -> looks;
                  case "thumbnail" -> Drawn.blobs(arguments[0].hashCode(), 256, 192);
                  default -> method.invoke(GalleryService.NONE, arguments);
                });
  }

  private Object look(Method method, Object[] arguments) throws ReflectiveOperationException {
    GenerationException reason = failure;
    if (reason != null) {
      throw reason;
    }
    asked.add(method.getName());
    return switch (method.getName()) {
      case "hasMeaning" -> true;
      case "like" -> near;
      case "suggestions" -> suggestions;
      case "lineage" -> Optional.ofNullable(root).map(file -> new Lineage(node(file)));
      default -> method.invoke(LookService.NONE, arguments);
    };
  }

  private Lineage.Node node(Path file) {
    GalleryItem item = items.get(file);
    if (item == null) {
      throw new IllegalStateException("no item of " + file);
    }
    return new Lineage.Node(
        item, results.getOrDefault(file, List.of()).stream().map(this::node).toList());
  }
}
