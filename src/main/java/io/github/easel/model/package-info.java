/** What is on disk: model folders, their configuration, and what they lack. */
@NullMarked
package io.github.easel.model;

import org.jspecify.annotations.NullMarked;
