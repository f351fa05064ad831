package io.github.easel.canvas;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The project that a canvas belongs to.
 *
 * @param file where it lies
 * @param held the state of the canvas that it holds; nothing if the file was changed since, or no
 *     step leads back to that state any more
 */
public record Belonging(Path file, Optional<Canvas> held) {}
