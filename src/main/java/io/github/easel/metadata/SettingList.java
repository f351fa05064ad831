package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the settings of one picture. */
final class SettingList {

  private final List<FoundSetting> settings = new ArrayList<>();

  /** Adds a setting unless its value is empty. */
  SettingList add(Meaning meaning, String name, String value) {
    if (!value.isEmpty()) {
      settings.add(FoundSetting.of(meaning, name, value));
    }
    return this;
  }

  /** Adds the field of that name if the object has it and it is not null. */
  SettingList add(Meaning meaning, String name, JsonNode object) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull()
        ? this
        : add(meaning, name, JsonText.words(value));
  }

  /** Adds {@code WxH} if the object has both. */
  SettingList addSize(JsonNode object) {
    JsonNode width = object.path("width");
    JsonNode height = object.path("height");
    return width.isMissingNode() || height.isMissingNode()
        ? this
        : add(Meaning.SIZE, "size", JsonText.words(width) + "x" + JsonText.words(height));
  }

  /** Adds what the program does where the file says nothing of that meaning. */
  SettingList imply(Meaning meaning, String name, String value) {
    if (settings.stream().noneMatch(setting -> setting.meaning() == meaning)) {
      settings.add(FoundSetting.implied(meaning, name, value));
    }
    return this;
  }

  /**
   * Adds every field by its meaning in the table; fields that are not in it as unknown. Fields that
   * are null, false, empty, or unknown and 0 ask for nothing and are left out.
   *
   * @param done names that were dealt with
   */
  SettingList addAll(JsonNode object, Map<String, Meaning> meanings, Set<String> done) {
    Set<String> left = new HashSet<>(done);
    object
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              Meaning meaning = meanings.getOrDefault(field.getKey(), Meaning.UNKNOWN);
              if (left.add(field.getKey()) && !isIdle(value, meaning)) {
                add(meaning, field.getKey(), JsonText.words(value));
              }
            });
    return this;
  }

  private static boolean isIdle(JsonNode value, Meaning meaning) {
    return value.isNull()
        || (value.isBoolean() && !value.booleanValue())
        || (value.isContainerNode() && value.isEmpty())
        || (meaning == Meaning.UNKNOWN && value.isNumber() && value.doubleValue() == 0);
  }

  List<FoundSetting> list() {
    return List.copyOf(settings);
  }
}
