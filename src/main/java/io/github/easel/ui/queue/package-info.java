/** The drawer at the bottom: jobs that run and wait, and what happened. */
@NullMarked
package io.github.easel.ui.queue;

import org.jspecify.annotations.NullMarked;
