package io.github.easel.ui.compose;

/** What the button does. */
public enum Verb {
  /** Pictures from noise, or from a source of which nothing is kept. */
  GENERATE,
  /** Pictures that keep something of the source. */
  REFINE,
  /** Pictures of which a masked part is painted anew. */
  FILL,
  /** Pictures that go on beyond their edges. */
  EXPAND,
  /** Other pictures in the place of some that wait. */
  CHANGE;

  /** The key of its word for one picture. */
  public String key() {
    return "action." + name();
  }

  /** The key of its words for several pictures. */
  public String keyOfSeveral() {
    return key() + ".several";
  }
}
