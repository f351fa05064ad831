/** What Easel remembers between two starts, and the file that it is kept in. */
@NullMarked
package io.github.easel.settings;

import org.jspecify.annotations.NullMarked;
