/**
 * Pixels to files and back: PNG with its metadata. The only user of {@code java.awt} and ImageIO.
 */
@NullMarked
package io.github.easel.image;

import org.jspecify.annotations.NullMarked;
