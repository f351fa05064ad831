package io.github.easel.weights;

import io.github.easel.weights.PickleValue.Dict;
import io.github.easel.weights.PickleValue.Global;
import io.github.easel.weights.PickleValue.Inert;
import io.github.easel.weights.PickleValue.Sequence;
import io.github.easel.weights.PickleValue.Storage;
import io.github.easel.weights.PickleValue.Text;
import io.github.easel.weights.PickleValue.Whole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pickle as plain data (the format is told by CPython's {@code pickletools}). It knows the
 * instructions that torch's files consist of and imports, calls and builds nothing: what a pickle
 * wants called is looked up in {@link TorchGlobals}, everything else becomes {@link Inert#OBJECT}.
 * Its work is bounded.
 */
final class PickleMachine {

  /** A lightning checkpoint of SDXL with its optimizer's state takes about a tenth. */
  private static final int MOST_INSTRUCTIONS = 2_000_000;

  private final PickleInput input;
  private final PickleStack stack;
  private final Map<String, Storage> storages = new HashMap<>();
  private int work;

  PickleMachine(PickleInput input) {
    this.input = input;
    this.stack = new PickleStack(input);
  }

  /**
   * The value that the pickle ends with; the input is behind its end then.
   *
   * @throws io.github.easel.generation.GenerationException if it is broken, uses other instructions
   *     or names functions with which harm is done
   */
  PickleValue run() throws IOException {
    while (true) {
      charge(1);
      int instruction = input.octet();
      if (instruction == '.') {
        return stack.pop();
      }
      PickleValue literal = literal(instruction);
      if (literal != null) {
        stack.push(literal);
      } else if (!note(instruction) && !gather(instruction)) {
        make(instruction);
      }
    }
  }

  /** The storages that the pickle spoke of, by their keys. */
  Map<String, Storage> storages() {
    return storages;
  }

  private void charge(int units) {
    work += units;
    if (work > MOST_INSTRUCTIONS) {
      throw input.unusable("a pickle of more than " + MOST_INSTRUCTIONS + " instructions");
    }
  }

  /** Instructions that only put down a value. */
  private @Nullable PickleValue literal(int instruction) throws IOException {
    return switch (instruction) {
      case 'N' -> Inert.NONE;
      case 0x88 -> new Whole(1);
      case 0x89 -> new Whole(0);
      case 'K' -> new Whole(input.octet());
      case 'M' -> new Whole(input.unsigned16());
      case 'J' -> new Whole(input.signed32());
      case 0x8A -> whole(input.octet());
      case 0x8B -> whole(input.unsigned32());
      case 'G' -> skipped(Double.BYTES);
      case 'X', 'T' -> new Text(input.text(input.unsigned32()));
      case 0x8C, 'U' -> new Text(input.text(input.octet()));
      case 0x8D -> new Text(input.text(input.signed64()));
      case 'C' -> skipped(input.octet());
      case 'B' -> skipped(input.unsigned32());
      case 0x8E, 0x96 -> skipped(input.signed64());
      case '}' -> new Dict(new LinkedHashMap<>());
      case ']', 0x8F -> new Sequence(new ArrayList<>());
      case ')' -> new Sequence(List.of());
      case 'c' -> global(input.line(), input.line());
      default -> null;
    };
  }

  /** An integer of so many bytes; those of more than 64 bits count for nothing. */
  private PickleValue whole(long length) throws IOException {
    if (length > Long.BYTES) {
      return skipped(length);
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) input.octet() << (8 * i);
    }
    int unused = Long.SIZE - 8 * (int) length;
    return new Whole(length == 0 ? 0 : value << unused >> unused);
  }

  private PickleValue skipped(long length) throws IOException {
    input.skip(length);
    return Inert.OBJECT;
  }

  /** Instructions about the stack and the memo. */
  private boolean note(int instruction) throws IOException {
    switch (instruction) {
      case 0x80 -> input.skip(1);
      case 0x95 -> input.skip(Long.BYTES);
      case '(' -> stack.mark();
      case '0' -> stack.pop();
      case '1' -> stack.popMarked();
      case '2' -> stack.push(stack.peek());
      case 'q' -> stack.memoize(input.octet());
      case 'r' -> stack.memoize(input.unsigned32());
      case 0x94 -> stack.memoize();
      case 'h' -> stack.recall(input.octet());
      case 'j' -> stack.recall(input.unsigned32());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Instructions that fill containers. */
  private boolean gather(int instruction) {
    switch (instruction) {
      case 't', 'l', 0x91 -> stack.push(new Sequence(stack.popMarked()));
      case 0x85, 0x86, 0x87 -> stack.push(new Sequence(stack.pop(instruction - 0x84)));
      case 'd' -> {
        List<PickleValue> items = stack.popMarked();
        Dict dict = new Dict(new LinkedHashMap<>());
        put(dict, items);
        stack.push(dict);
      }
      case 'a' -> append(stack.pop(1));
      case 'e', 0x90 -> append(stack.popMarked());
      case 's' -> {
        List<PickleValue> item = stack.pop(2);
        put(stack.peek(), item);
      }
      case 'u' -> {
        List<PickleValue> items = stack.popMarked();
        put(stack.peek(), items);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void append(List<PickleValue> items) {
    if (stack.peek() instanceof Sequence list && list.items() instanceof ArrayList) {
      list.items().addAll(items);
    }
  }

  private static void put(PickleValue into, List<PickleValue> keysAndValues) {
    if (into instanceof Dict dict) {
      for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
        if (keysAndValues.get(i) instanceof Text key) {
          dict.items().put(key.value(), keysAndValues.get(i + 1));
        }
      }
    }
  }

  /** Instructions that would import, call or build in Python. */
  private void make(int instruction) {
    switch (instruction) {
      case 0x93 -> {
        List<PickleValue> names = stack.pop(2);
        if (names.get(0) instanceof Text module && names.get(1) instanceof Text name) {
          stack.push(global(module.value(), name.value()));
        } else {
          throw input.unusable("a pickle that imports what has no name");
        }
      }
      case 'Q' -> {
        PickleValue found = TorchGlobals.persistent(stack.pop());
        if (found instanceof Storage storage) {
          storages.put(storage.key(), storage);
        }
        stack.push(found);
      }
      case 'R', 0x81 -> {
        List<PickleValue> call = stack.pop(2);
        stack.push(call(call.get(0), call.get(1)));
      }
      case 0x92 -> {
        stack.pop(3);
        stack.push(Inert.OBJECT);
      }
      case 'b' -> build(stack.pop());
      default ->
          throw input.unusable(
              "a pickle with the instruction 0x%02X, which torch does not write"
                  .formatted(instruction));
    }
  }

  /** State of an object, which stays what it is; only torch's ParameterDict has its items there. */
  private void build(PickleValue state) {
    if (stack.peek() instanceof Dict object
        && state instanceof Dict attributes
        && attributes.items().get("_parameters") instanceof Dict items) {
      charge(items.items().size());
      if (items.items() != object.items()) {
        object.items().putAll(items.items());
      }
    }
  }

  private Global global(String module, String name) {
    Global global = new Global(module, name);
    if (TorchGlobals.isHarmful(global)) {
      throw input.unusable(
          "a program: it would call %s, as malware does; it was not run"
              .formatted(WeightFiles.quoted(global.qualified())));
    }
    return global;
  }

  private PickleValue call(PickleValue callee, PickleValue arguments) {
    if (callee instanceof Global global && arguments instanceof Sequence sequence) {
      charge(TorchGlobals.cost(sequence));
      return TorchGlobals.call(global, sequence.items());
    }
    return Inert.OBJECT;
  }
}
