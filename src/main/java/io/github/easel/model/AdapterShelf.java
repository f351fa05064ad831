package io.github.easel.model;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.LoraFile;
import io.github.easel.weights.TextualInversion;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The LoRAs and embeddings at hand. Only headers are read, and of files that did not change since
 * not even those. May be shared between threads.
 */
public final class AdapterShelf {

  private static final int MOST_KEPT = 4096;
  private static final long GLANCE_NANOS = 3_000_000_000L;

  private final Supplier<List<Path>> roots;
  private final long glance;
  private final Map<Path, Known> known = new HashMap<>();
  private final Map<AdapterKind, Listing> listings = new EnumMap<>(AdapterKind.class);

  private record Listing(long since, List<Path> files) {}

  private record Known(ModelFiles.Stamp stamp, Adapter adapter) {}

  /**
   * A shelf over some folders.
   *
   * @param roots folders with {@code loras} and {@code embeddings} in them, or with the folder
   *     trees of A1111 or ComfyUI; those that do not exist are passed over
   */
  public AdapterShelf(Supplier<List<Path>> roots) {
    this(roots, 0);
  }

  private AdapterShelf(Supplier<List<Path>> roots, long glance) {
    this.roots = roots;
    this.glance = glance;
  }

  /**
   * The same, but it looks into the folders every few seconds only, for those who ask with every
   * letter that is typed.
   */
  public AdapterShelf forGlances() {
    return new AdapterShelf(roots, GLANCE_NANOS);
  }

  private synchronized List<Path> files(AdapterKind kind) {
    Listing listing = listings.get(kind);
    long now = System.nanoTime();
    if (listing == null || now - listing.since() >= glance) {
      listing = new Listing(now, AdapterFolders.files(kind, roots.get()));
      listings.put(kind, listing);
    }
    return listing.files();
  }

  /** A shelf without anything. */
  public static AdapterShelf empty() {
    return new AdapterShelf(List::of);
  }

  /** All of a kind by name, those included that cannot be used. */
  public List<Adapter> list(AdapterKind kind) {
    return files(kind).stream()
        .map(file -> adapter(kind, file))
        .sorted(Comparator.comparing(adapter -> adapter.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /**
   * The one of that name, whatever its case, with or without folder and ending; by the name that
   * its trainer gave it only where no file is called so.
   */
  public Optional<Adapter> find(AdapterKind kind, String name) {
    String plain = AdapterFolders.plain(name);
    List<Path> files = files(kind);
    return files.stream()
        .filter(file -> CheckpointPaths.stem(file).equalsIgnoreCase(plain))
        .map(file -> adapter(kind, file))
        .min(Comparator.comparing(adapter -> adapter.refusal().isPresent()))
        .or(
            () ->
                files.stream()
                    .map(file -> adapter(kind, file))
                    .filter(adapter -> adapter.isCalled(plain))
                    .findFirst());
  }

  /** The names of all of a kind, without reading a file. */
  public List<String> names(AdapterKind kind) {
    return files(kind).stream().map(CheckpointPaths::stem).distinct().toList();
  }

  /** The name most like another, if any is alike. */
  public Optional<String> nearest(AdapterKind kind, String name) {
    return LikeNames.nearest(AdapterFolders.plain(name), names(kind));
  }

  private Adapter adapter(AdapterKind kind, Path file) {
    try {
      ModelFiles.Stamp stamp = ModelFiles.stamp(file);
      Adapter kept = kept(file, stamp);
      return kept == null ? keep(stamp, read(kind, file, stamp.bytes())) : kept;
    } catch (GenerationException e) {
      return refused(kind, file, 0, e);
    }
  }

  private synchronized @Nullable Adapter kept(Path file, ModelFiles.Stamp stamp) {
    Known one = known.get(file);
    return one != null && one.stamp().equals(stamp) ? one.adapter() : null;
  }

  private synchronized Adapter keep(ModelFiles.Stamp stamp, Adapter adapter) {
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    known.put(adapter.file(), new Known(stamp, adapter));
    return adapter;
  }

  private static Adapter read(AdapterKind kind, Path file, long bytes) {
    String name = CheckpointPaths.stem(file);
    try {
      if (kind == AdapterKind.EMBEDDING) {
        TextualInversion opened = TextualInversion.open(file);
        return new Adapter(
            kind,
            name,
            Optional.empty(),
            file,
            opened.base(),
            List.of(name),
            opened.count(),
            bytes,
            AdapterNotes.picture(file),
            Optional.empty());
      }
      LoraFile lora = LoraFile.open(file);
      return new Adapter(
          kind,
          name,
          AdapterNotes.alias(lora.metadata()).filter(alias -> !alias.equalsIgnoreCase(name)),
          file,
          lora.base(),
          AdapterNotes.triggers(file, lora.metadata()),
          0,
          bytes,
          AdapterNotes.picture(file),
          Optional.empty());
    } catch (GenerationException e) {
      return refused(kind, file, bytes, e);
    }
  }

  private static Adapter refused(
      AdapterKind kind, Path file, long bytes, GenerationException reason) {
    return new Adapter(
        kind,
        CheckpointPaths.stem(file),
        Optional.empty(),
        file,
        Base.UNKNOWN,
        List.of(),
        0,
        bytes,
        AdapterNotes.picture(file),
        Optional.of(Adapter.told(kind, CheckpointPaths.stem(file), file, reason)));
  }
}
