/**
 * The collection: pictures in folders, an index of them that can be deleted, marks that cannot, and
 * ways to find a picture again by words, by meaning and by look.
 */
@NullMarked
package io.github.easel.gallery;

import org.jspecify.annotations.NullMarked;
