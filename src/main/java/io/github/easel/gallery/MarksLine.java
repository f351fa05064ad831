package io.github.easel.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A line of the journal of marks: one change, as a JSON object. docs/gallery-marks.md describes it.
 */
sealed interface MarksLine {

  /** The format that is written. */
  int FORMAT = 1;

  /**
   * The first line.
   *
   * @param format what the lines behind it are
   * @param written tells apart what was written anew
   */
  record Head(int format, String written) implements MarksLine {}

  /** The marks of a picture as they are from now on. */
  record Marked(String picture, Marks marks) implements MarksLine {}

  /** There is a board of that name. */
  record Made(String board) implements MarksLine {}

  /** A board has another name, or has become one with the board of that name. */
  record Renamed(String board, String other) implements MarksLine {}

  /** There is no such board any more. */
  record Deleted(String board) implements MarksLine {}

  /** What only a later Easel understands. */
  record Unknown() implements MarksLine {}

  /**
   * A line that was read.
   *
   * @param whole whether all of its fields were understood
   */
  record Read(MarksLine line, boolean whole) {}

  JsonMapper JSON = JsonMapper.builder().build();
  Set<String> FIELDS =
      Set.of(
          "journal",
          "format",
          "written",
          "picture",
          "stars",
          "favourite",
          "label",
          "boards",
          "board",
          "renamed",
          "deleted");

  /**
   * Reads a line; nothing if it is torn or damaged.
   *
   * @param bytes UTF-8
   */
  static Optional<Read> read(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      return node == null || !node.isObject() ? Optional.empty() : Optional.of(read(node));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Read read(JsonNode node) {
    boolean whole = true;
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      whole &= FIELDS.contains(names.next());
    }
    String picture = node.path("picture").asText();
    String board = node.path("board").asText();
    MarksLine line;
    if (node.has("journal")) {
      line = new Head(node.path("format").asInt(), node.path("written").asText());
    } else if (!picture.isBlank()) {
      line = new Marked(picture, marks(node));
    } else if (board.isBlank()) {
      line = new Unknown();
    } else if (node.path("deleted").asBoolean()) {
      line = new Deleted(board);
    } else {
      String other = node.path("renamed").asText();
      line = other.isBlank() ? new Made(board) : new Renamed(board, other);
    }
    return new Read(line, whole && !(line instanceof Unknown));
  }

  private static Marks marks(JsonNode node) {
    SortedSet<String> boards = new TreeSet<>();
    node.path("boards").forEach(board -> boards.add(board.asText()));
    boards.removeIf(String::isBlank);
    String label = node.path("label").asText().toUpperCase(Locale.ROOT);
    return new Marks(
        Math.max(0, Math.min(Marks.MOST_STARS, node.path("stars").asInt())),
        node.path("favourite").asBoolean(),
        Arrays.stream(ColourLabel.values()).filter(one -> one.name().equals(label)).findFirst(),
        boards);
  }

  /** The line without the end of a line. */
  default String text() {
    ObjectNode node = JSON.createObjectNode();
    if (this instanceof Head head) {
      node.put("journal", "marks").put("format", head.format()).put("written", head.written());
    } else if (this instanceof Marked marked) {
      Marks marks = marked.marks();
      node.put("picture", marked.picture());
      node.put("stars", marks.stars()).put("favourite", marks.favourite());
      marks.label().ifPresent(label -> node.put("label", label.name().toLowerCase(Locale.ROOT)));
      marks.boards().forEach(node.putArray("boards")::add);
    } else if (this instanceof Made made) {
      node.put("board", made.board());
    } else if (this instanceof Renamed renamed) {
      node.put("board", renamed.board()).put("renamed", renamed.other());
    } else if (this instanceof Deleted deleted) {
      node.put("board", deleted.board()).put("deleted", true);
    }
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
