package io.github.easel.ui;

import java.util.concurrent.Executor;

/**
 * Where the window's work is done. Each does one task at a time, in the order in which they came.
 *
 * @param window JavaFX's thread; it never waits
 * @param drawing opens services and makes pictures
 * @param files writes files and reads pictures
 * @param aside short questions whose answer is awaited while one types
 * @param planning what the button begins: it may take a large canvas apart
 * @param painting what changes the canvas and takes its time, such as filling all of it
 * @param tiles makes the canvas's pictures for the screen, which must not wait for a fill
 * @param gallery makes thumbnails and looks for pictures that are alike
 * @param exports takes pictures out of the collection, which may take minutes
 * @param models looks for models and into them
 * @param downloads fetches models, which may take hours
 * @param teaching trains, which may take as long
 */
public record Workers(
    Executor window,
    Executor drawing,
    Executor files,
    Executor aside,
    Executor planning,
    Executor painting,
    Executor tiles,
    Executor gallery,
    Executor exports,
    Executor models,
    Executor downloads,
    Executor teaching) {

  /** One worker for all that is asked beside the window, where nobody waits for two things. */
  public Workers(Executor window, Executor drawing, Executor files, Executor aside) {
    this(window, drawing, files, aside, aside, aside, aside, files, files, aside, files, files);
  }
}
