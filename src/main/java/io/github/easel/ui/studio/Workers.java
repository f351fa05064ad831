package io.github.easel.ui.studio;

import java.util.concurrent.Executor;

/**
 * Where the studio's work is done.
 *
 * @param window JavaFX's thread; it never waits
 * @param drawing opens services and makes pictures, one task at a time
 * @param files writes files, one task at a time
 */
public record Workers(Executor window, Executor drawing, Executor files) {}
