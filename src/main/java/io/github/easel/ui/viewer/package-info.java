/**
 * The middle: the pictures of this session, the one that is looked at, and what can be done with
 * it.
 */
@NullMarked
package io.github.easel.ui.viewer;

import org.jspecify.annotations.NullMarked;
