/**
 * Jobs, their queue, progress and cancellation, and the one place where threads are made. No
 * JavaFX.
 */
@NullMarked
package io.github.easel.task;

import org.jspecify.annotations.NullMarked;
