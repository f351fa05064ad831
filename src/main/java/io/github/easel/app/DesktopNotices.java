package io.github.easel.app;

/**
 * Reaches a person who is looking at another window. Both methods return at once, and what the
 * system cannot do goes into the log only.
 */
public interface DesktopNotices {

  /** Shows a short note on the desktop. */
  void show(String title, String text);

  /**
   * Plays a short sound.
   *
   * @param well a rising one for good news, else a falling one
   */
  void chime(boolean well);
}
