package io.github.easel.ui.canvas;

import io.github.easel.canvas.Layer;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What layers are called in the window's language. Names that the program gave are kept in the
 * language of that moment, so that other programs can show them, and are known again by it.
 */
final class LayerNames {

  private static final List<String> KEYS = List.of("layer.picture", "layer.result");
  private static final Pattern NUMBERED = Pattern.compile("(\\D+?) ?(\\d{1,4})");

  private LayerNames() {}

  /** The name as people gave it, or the program's own word for it as of now. */
  static String shown(@Nullable Layer layer, Messages messages) {
    if (layer == null) {
      return "";
    }
    if (layer.kind() == Layer.Kind.MASK) {
      return messages.now("layer.mask");
    }
    String name = layer.name();
    Matcher numbered = NUMBERED.matcher(name);
    if (numbered.matches()) {
      int number = Integer.parseInt(numbered.group(2));
      return own(name, "layer.paint", messages, number).orElse(name);
    }
    return KEYS.stream().flatMap(key -> own(name, key, messages).stream()).findFirst().orElse(name);
  }

  private static Optional<String> own(
      String name, String key, Messages messages, Object... values) {
    for (Language language : Language.values()) {
      if (messages.in(language.locale(), key, values).equals(name)) {
        return Optional.of(messages.now(key, values));
      }
    }
    return Optional.empty();
  }
}
