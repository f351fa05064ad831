/** Where the shown picture comes from, and what came of it. */
@NullMarked
package io.github.easel.ui.lineage;

import org.jspecify.annotations.NullMarked;
