/**
 * Writing files so that a reader never meets half of one. Imports nothing but {@code java.base}.
 */
@NullMarked
package io.github.easel.file;

import org.jspecify.annotations.NullMarked;
