package io.github.easel.weights;

import io.github.easel.weights.PickleValue.Dict;
import io.github.easel.weights.PickleValue.Global;
import io.github.easel.weights.PickleValue.Inert;
import io.github.easel.weights.PickleValue.Sequence;
import io.github.easel.weights.PickleValue.Storage;
import io.github.easel.weights.PickleValue.Tensor;
import io.github.easel.weights.PickleValue.Text;
import io.github.easel.weights.PickleValue.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands here for the few classes and functions of Python that describe tensors. All others
 * make {@link Inert#OBJECT} when a pickle wants them called.
 */
final class TorchGlobals {

  private static final int MOST_AXES = 8;

  /** Modules that no checkpoint needs. */
  private static final Set<String> HARMFUL_MODULES =
      Set.of(
          "os",
          "posix",
          "nt",
          "subprocess",
          "pty",
          "runpy",
          "commands",
          "popen2",
          "webbrowser",
          "importlib",
          "socket",
          "ctypes",
          "shutil",
          "code",
          "timeit",
          "pdb",
          "bdb");

  private static final Set<String> HARMFUL_BUILTINS =
      Set.of("eval", "exec", "execfile", "compile", "open", "__import__", "input", "apply");

  private TorchGlobals() {}

  /** Whether a pickle that names this was made to do harm. */
  static boolean isHarmful(Global global) {
    String module = global.module().split("\\.", 2)[0];
    boolean builtin = module.equals("builtins") || module.equals("__builtin__");
    String name = global.name().split("\\.", 2)[0];
    return HARMFUL_MODULES.contains(module) || (builtin && HARMFUL_BUILTINS.contains(name));
  }

  /** How many values a call may copy. */
  static int cost(Sequence arguments) {
    return !arguments.items().isEmpty() && arguments.items().get(0) instanceof Sequence first
        ? first.items().size()
        : 0;
  }

  /** What the class or function makes of the arguments. */
  static PickleValue call(Global global, List<PickleValue> arguments) {
    return switch (global.qualified()) {
      case "collections.OrderedDict",
          "collections.defaultdict",
          "torch.nn.modules.container.ParameterDict" ->
          dict(arguments);
      case "torch.Size",
          "torch._utils._rebuild_parameter",
          "torch._utils._rebuild_parameter_with_state" ->
          arguments.isEmpty() ? Inert.OBJECT : arguments.get(0);
      case "torch._tensor._rebuild_from_type_v2" -> ofType(arguments);
      default -> tensor(global, arguments);
    };
  }

  /** The storage that a persistent id is about: ("storage", class, key, device, count). */
  static PickleValue persistent(PickleValue id) {
    if (id instanceof Sequence tuple
        && tuple.items().size() >= 5
        && tuple.items().get(1) instanceof Global type
        && tuple.items().get(2) instanceof Text key
        && tuple.items().get(4) instanceof Whole count
        // a sixth is about views of storages in files of before 2018
        && (tuple.items().size() == 5 || tuple.items().get(5) == Inert.NONE)) {
      return new Storage(type.name(), key.value(), count.value());
    }
    return Inert.OBJECT;
  }

  private static PickleValue dict(List<PickleValue> arguments) {
    Map<String, PickleValue> items = new LinkedHashMap<>();
    if (!arguments.isEmpty() && arguments.get(0) instanceof Sequence pairs) {
      for (PickleValue pair : pairs.items()) {
        if (pair instanceof Sequence two
            && two.items().size() == 2
            && two.items().get(0) instanceof Text key) {
          items.put(key.value(), two.items().get(1));
        }
      }
    }
    return new Dict(items);
  }

  /** A tensor of a subclass or with attributes: (function, class, its arguments, attributes). */
  private static PickleValue ofType(List<PickleValue> arguments) {
    return arguments.size() >= 3
            && arguments.get(0) instanceof Global function
            && arguments.get(2) instanceof Sequence inner
        ? tensor(function, inner.items())
        : Inert.OBJECT;
  }

  private static PickleValue tensor(Global global, List<PickleValue> arguments) {
    boolean typed = global.qualified().equals("torch._utils._rebuild_tensor_v3");
    if (!typed
        && !global.qualified().equals("torch._utils._rebuild_tensor_v2")
        && !global.qualified().equals("torch._utils._rebuild_tensor")) {
      return Inert.OBJECT;
    }
    if (arguments.size() < (typed ? 7 : 4)
        || !(arguments.get(0) instanceof Storage storage)
        || !(arguments.get(1) instanceof Whole offset)) {
      return Inert.OBJECT;
    }
    String type = storage.type();
    if (typed) {
      type = arguments.get(6) instanceof Global dtype ? dtype.name() : "an unknown type";
    }
    List<Long> size = numbers(arguments.get(2));
    List<Long> stride = numbers(arguments.get(3));
    return size.size() == stride.size()
        ? new Tensor(storage, type, offset.value(), size, stride)
        : Inert.OBJECT;
  }

  /** Up to eight numbers, and one -1, which is no length, for what is something else. */
  private static List<Long> numbers(PickleValue value) {
    if (!(value instanceof Sequence sequence) || sequence.items().size() > MOST_AXES) {
      return List.of(-1L);
    }
    List<Long> numbers = new ArrayList<>();
    for (PickleValue item : sequence.items()) {
      numbers.add(item instanceof Whole whole ? whole.value() : -1L);
    }
    return numbers;
  }
}
