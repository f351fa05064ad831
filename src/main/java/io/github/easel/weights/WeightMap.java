package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network's tensors as whoever builds the network asks for them; it keeps in mind which were
 * asked for. Not thread-safe.
 */
public final class WeightMap {

  private final Path file;
  private final Map<String, StoredTensor> tensors;
  private final Set<String> asked = new HashSet<>();

  /**
   * Tensors of a file.
   *
   * @param file named when something is amiss
   * @param tensors by the names that the network has for them
   */
  public WeightMap(Path file, Map<String, StoredTensor> tensors) {
    this.file = file;
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** The file that is named when something is amiss. */
  public Path file() {
    return file;
  }

  /**
   * The tensor of that name in the shape that a network wants. Axes of length 1 at the end do not
   * matter, since convolutions of single pixels and matrices are the same numbers.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if there is none or it has another
   *     shape; it says which, what was expected and what was found
   */
  public StoredTensor require(String name, Shape shape) {
    String expected = "the tensor %s of shape %s".formatted(WeightFiles.quoted(name), shape);
    StoredTensor tensor =
        find(name)
            .orElseThrow(
                () -> GenerationException.unusable(file, expected, "no tensor of that name"));
    if (!alike(tensor.shape(), shape)) {
      throw GenerationException.unusable(tensor.file(), expected, "the shape " + tensor.shape());
    }
    return tensor.shaped(shape);
  }

  /** Whether two shapes are the same but for axes of length 1 at the end. */
  public static boolean alike(Shape a, Shape b) {
    int most = Math.max(a.rank(), b.rank());
    for (int i = 0; i < most; i++) {
      if (axis(a, i) != axis(b, i)) {
        return false;
      }
    }
    return true;
  }

  private static long axis(Shape shape, int index) {
    return index < shape.rank() ? shape.axis(index) : 1;
  }

  /** The tensor of that name, of whatever shape, if there is one. */
  public Optional<StoredTensor> find(String name) {
    asked.add(name);
    return Optional.ofNullable(tensors.get(name));
  }

  /**
   * The folder that holds the files of all tensors, in it or below; nothing if there are no tensors
   * or no such folder, as on two drives.
   */
  public Optional<Path> folder() {
    Set<Path> folders = new HashSet<>();
    tensors.values().forEach(tensor -> folders.add(parent(tensor.file().toAbsolutePath())));
    return folders.stream().map(Optional::of).reduce(WeightMap::common).orElse(Optional.empty());
  }

  private static Path parent(Path file) {
    return file.resolveSibling("").normalize();
  }

  private static Optional<Path> common(Optional<Path> a, Optional<Path> b) {
    Optional<Path> above = a;
    while (above.isPresent() && b.isPresent() && !b.get().startsWith(above.get())) {
      above = Optional.ofNullable(above.get().getParent());
    }
    return b.isPresent() ? above : b;
  }

  /** Whether there is a tensor of that name; asking does not count. */
  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** The names of all tensors. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** The names of tensors that nobody asked for yet. */
  public Set<String> unused() {
    Set<String> unused = new LinkedHashSet<>(tensors.keySet());
    unused.removeAll(asked);
    return unused;
  }

  /**
   * Refuses tensors that nobody asked for: the network would lack what they stand for.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} naming one of them
   */
  public void requireAllUsed() {
    Set<String> unused = unused();
    if (!unused.isEmpty()) {
      String first = WeightFiles.quoted(unused.iterator().next());
      int others = unused.size() - 1;
      throw GenerationException.unusable(
          file,
          "a network without the tensor " + first,
          others == 0 ? "this tensor" : "this tensor and %d others".formatted(others));
    }
  }
}
