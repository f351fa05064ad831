package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.PickleValue.Dict;
import io.github.easel.weights.PickleValue.Storage;
import io.github.easel.weights.PickleValue.Tensor;
import io.github.easel.weights.PickleValue.Text;
import io.github.easel.weights.PickleValue.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors of what a checkpoint's pickle holds. */
final class StateDict {

  private static final int MOST_VALUES = 2_000_000;
  private static final int MOST_TENSORS = 200_000;

  /** Under these names checkpoints keep the weights when they keep other things as well. */
  private static final List<String> WEIGHTS =
      List.of("state_dict", "model", "module", "params_ema", "params");

  /** Says where the bytes of a storage lie. */
  @FunctionalInterface
  interface Storages {
    ZipDirectory.Region region(Storage storage) throws IOException;
  }

  private final Path file;
  private final Storages storages;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private int seen;

  private StateDict(Path file, Storages storages) {
    this.file = file;
    this.storages = storages;
  }

  /**
   * The tensors of {@code state_dict}, or else those of the outermost dictionary and, with its key
   * and a dot before their names, of the dictionaries in it. Texts and integers beside them become
   * metadata.
   *
   * @throws GenerationException if there are none, or if one is not to be had
   */
  static TensorFile of(Path file, PickleValue root, Storages storages) throws IOException {
    StateDict state = new StateDict(file, storages);
    if (root instanceof Dict dict) {
      state.addRoot(dict);
    } else if (root instanceof Tensor tensor) {
      state.add("", tensor);
    }
    if (state.tensors.isEmpty()) {
      throw state.unusable("no tensors");
    }
    return new TensorFile(file, state.tensors, metadata(root));
  }

  private void addRoot(Dict root) throws IOException {
    for (String name : WEIGHTS) {
      if (root.items().get(name) instanceof Dict dict) {
        add("", dict);
        if (!tensors.isEmpty()) {
          return;
        }
      }
    }
    add("", root);
    for (Map.Entry<String, PickleValue> entry : root.items().entrySet()) {
      if (entry.getValue() instanceof Dict dict && !entry.getKey().startsWith("optimizer")) {
        add(entry.getKey() + ".", dict);
      }
    }
  }

  private void add(String prefix, Dict dict) throws IOException {
    for (Map.Entry<String, PickleValue> entry : dict.items().entrySet()) {
      seen++;
      if (seen > MOST_VALUES || tensors.size() > MOST_TENSORS) {
        throw unusable("more than " + MOST_TENSORS + " tensors");
      }
      if (entry.getValue() instanceof Tensor tensor) {
        add(prefix + entry.getKey(), tensor);
      }
    }
  }

  private void add(String name, Tensor tensor) throws IOException {
    DataType type = type(tensor.type(), name);
    DataType stored = type(tensor.storage().type(), name);
    ZipDirectory.Region region = storages.region(tensor.storage());
    if (tensor.offset() < 0) {
      throw unusable("values before the first at " + WeightFiles.quoted(name));
    }
    try {
      long available = Math.multiplyExact(tensor.storage().count(), stored.bytes());
      StoredTensor result =
          new StoredTensor(
              name,
              type,
              shape(tensor, name),
              file,
              Math.addExact(
                  region.offset(), Math.multiplyExact(tensor.offset(), (long) type.bytes())));
      long end = Math.addExact(result.offset() - region.offset(), result.bytes());
      if (end > available || available > region.length()) {
        throw unusable("more values than are there at " + WeightFiles.quoted(name));
      }
      tensors.put(name, inOrder(result, tensor.stride()));
    } catch (ArithmeticException e) {
      throw unusable(
          "the impossible shape %s at %s".formatted(tensor.size(), WeightFiles.quoted(name)));
    }
  }

  private Shape shape(Tensor tensor, String name) {
    for (long axis : tensor.size()) {
      if (axis < 0) {
        throw unusable("no shape at " + WeightFiles.quoted(name));
      }
    }
    return Shape.of(tensor.size().stream().mapToLong(axis -> axis).toArray());
  }

  /** The tensor itself or, of a transposed matrix, one that says so. */
  private StoredTensor inOrder(StoredTensor tensor, List<Long> stride) {
    Shape shape = tensor.shape();
    if (tensor.elements() <= 1 || isRowMajor(shape, stride)) {
      return tensor;
    }
    if (shape.rank() == 2 && stride.get(0) == 1 && stride.get(1) == shape.axis(0)) {
      return tensor.shaped(Shape.of(shape.axis(1), shape.axis(0))).swapped();
    }
    throw unusable(
        "values out of order (shape %s, strides %s) at %s; save it as safetensors"
            .formatted(shape, stride, WeightFiles.quoted(tensor.name())));
  }

  private static boolean isRowMajor(Shape shape, List<Long> stride) {
    long expected = 1;
    for (int i = shape.rank() - 1; i >= 0; i--) {
      if (shape.axis(i) != 1 && stride.get(i) != expected) {
        return false;
      }
      expected *= shape.axis(i);
    }
    return true;
  }

  private DataType type(String name, String tensor) {
    return TorchTypes.named(name)
        .orElseThrow(
            () ->
                unusable(
                    "numbers of the type %s, which Easel does not know, at %s"
                        .formatted(WeightFiles.quoted(name), WeightFiles.quoted(tensor))));
  }

  private static Map<String, String> metadata(PickleValue root) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (root instanceof Dict dict) {
      dict.items()
          .forEach(
              (name, value) -> {
                if (value instanceof Text text) {
                  metadata.put(name, text.value());
                } else if (value instanceof Whole whole) {
                  metadata.put(name, Long.toString(whole.value()));
                }
              });
    }
    return metadata;
  }

  private GenerationException unusable(String found) {
    return GenerationException.unusable(file, "a checkpoint as torch saves it", found);
  }
}
