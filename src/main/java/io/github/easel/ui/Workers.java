package io.github.easel.ui;

import java.util.concurrent.Executor;

/**
 * Where the window's work is done.
 *
 * @param window JavaFX's thread; it never waits
 * @param drawing opens services and makes pictures, one task at a time
 * @param files writes files and reads pictures, one task at a time
 * @param aside short questions whose answer is awaited while one types, one task at a time
 */
public record Workers(Executor window, Executor drawing, Executor files, Executor aside) {}
