package io.github.easel.image;

import java.util.Map;

/** Adds pairs to an {@link Infotext}, as A1111's scripts do. */
public final class GridInfotext {

  private GridInfotext() {}

  /**
   * The text with more pairs behind its own.
   *
   * @param infotext a text that ends in pairs
   * @param pairs key to value; written in the map's order
   */
  public static String extend(String infotext, Map<String, String> pairs) {
    StringBuilder text = new StringBuilder(infotext);
    pairs.forEach(
        (key, value) -> text.append(", ").append(key).append(": ").append(Infotext.quote(value)));
    return text.toString();
  }
}
