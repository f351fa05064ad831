package io.github.easel.ui;

import java.util.concurrent.Executor;

/**
 * Where the window's work is done.
 *
 * @param window JavaFX's thread; it never waits
 * @param drawing opens services and makes pictures, one task at a time
 * @param files writes files and reads pictures, one task at a time
 * @param aside short questions whose answer is awaited while one types, one task at a time
 * @param gallery makes thumbnails and looks for pictures that are alike, one task at a time
 */
public record Workers(
    Executor window, Executor drawing, Executor files, Executor aside, Executor gallery) {

  /** The gallery's work is done where files are. */
  public Workers(Executor window, Executor drawing, Executor files, Executor aside) {
    this(window, drawing, files, aside, files);
  }
}
