/**
 * Teaching a model something of one's own: what it is, pictures of it, and the training from its
 * start to the checkpoint that is used.
 */
@NullMarked
package io.github.easel.ui.teach;

import org.jspecify.annotations.NullMarked;
