/** The command line. */
@NullMarked
package io.github.easel.cli;

import org.jspecify.annotations.NullMarked;
