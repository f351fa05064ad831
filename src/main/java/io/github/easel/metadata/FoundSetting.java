package io.github.easel.metadata;

/**
 * One setting of a picture.
 *
 * @param meaning what it means to Easel
 * @param name as its program calls it
 * @param value as its program writes it
 * @param written false if the file leaves it out and its program then means this
 */
public record FoundSetting(Meaning meaning, String name, String value, boolean written) {

  /** A setting that the file holds. */
  public static FoundSetting of(Meaning meaning, String name, String value) {
    return new FoundSetting(meaning, name, value, true);
  }

  /** A setting that the file leaves out. */
  public static FoundSetting implied(Meaning meaning, String name, String value) {
    return new FoundSetting(meaning, name, value, false);
  }
}
