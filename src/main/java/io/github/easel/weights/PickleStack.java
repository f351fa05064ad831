package io.github.easel.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stack of a pickle machine, its marks, and its memo. */
final class PickleStack {

  private final PickleInput input;
  private final List<PickleValue> values = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Long, PickleValue> memo = new HashMap<>();

  /**
   * @param input tells of what is refused
   */
  PickleStack(PickleInput input) {
    this.input = input;
  }

  void push(PickleValue value) {
    values.add(value);
  }

  PickleValue pop() {
    requireAboveMark(1);
    return values.remove(values.size() - 1);
  }

  /** The top, which stays where it is. */
  PickleValue peek() {
    requireAboveMark(1);
    return values.get(values.size() - 1);
  }

  void mark() {
    marks.add(values.size());
  }

  /** Takes all values above the last mark, and the mark. */
  List<PickleValue> popMarked() {
    if (marks.isEmpty()) {
      throw input.unusable("a pickle without a mark where one is needed");
    }
    return take(values.size() - marks.remove(marks.size() - 1));
  }

  /** Takes the top values, the topmost last. */
  List<PickleValue> pop(int count) {
    requireAboveMark(count);
    return take(count);
  }

  void memoize(long index) {
    memo.put(index, peek());
  }

  /** Under the next number, as protocol 4 counts. */
  void memoize() {
    memoize(memo.size());
  }

  void recall(long index) {
    PickleValue value = memo.get(index);
    if (value == null) {
      throw input.unusable("a pickle that recalls what it never noted");
    }
    push(value);
  }

  private List<PickleValue> take(int count) {
    List<PickleValue> top = values.subList(values.size() - count, values.size());
    List<PickleValue> taken = new ArrayList<>(top);
    top.clear();
    return taken;
  }

  private void requireAboveMark(int count) {
    int base = marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    if (values.size() - base < count) {
      throw input.unusable("a pickle that takes more than it put down");
    }
  }
}
