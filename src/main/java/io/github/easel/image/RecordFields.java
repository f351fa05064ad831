package io.github.easel.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a JSON object, each refused with an {@link IllegalArgumentException} if it is not
 * there or not of the type that is asked for.
 */
final class RecordFields {

  private final JsonNode node;

  RecordFields(JsonNode node) {
    this.node = node;
  }

  String text(String field) {
    JsonNode value = node.path(field);
    check(value.isTextual(), field);
    return value.textValue();
  }

  double number(String field) {
    JsonNode value = node.path(field);
    check(value.isNumber(), field);
    return value.doubleValue();
  }

  long whole(String field) {
    JsonNode value = node.path(field);
    check(value.isIntegralNumber() && value.canConvertToLong(), field);
    return value.longValue();
  }

  int integer(String field) {
    long value = whole(field);
    check(value == (int) value, field);
    return (int) value;
  }

  boolean flag(String field) {
    JsonNode value = node.path(field);
    check(value.isBoolean(), field);
    return value.booleanValue();
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** The object in the field, or nothing if it is null. */
  Optional<RecordFields> object(String field) {
    JsonNode value = node.path(field);
    check(value.isObject() || value.isNull(), field);
    return value.isNull() ? Optional.empty() : Optional.of(new RecordFields(value));
  }

  /** Likewise, or nothing if there is no such field. */
  Optional<RecordFields> added(String field) {
    return has(field) ? object(field) : Optional.empty();
  }

  /** The values of a list; none if there is no such field. */
  Iterable<JsonNode> list(String field) {
    return node.path(field);
  }

  boolean isNull(String field) {
    return node.path(field).isNull();
  }

  /** The constant whose lower-case name the field holds. */
  <E extends Enum<E>> E constant(String field, E[] constants) {
    String name = text(field);
    return Arrays.stream(constants)
        .filter(constant -> nameOf(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(field + " is unknown"));
  }

  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void check(boolean sound, String field) {
    if (!sound) {
      throw new IllegalArgumentException(field + " is missing or of another type");
    }
  }
}
