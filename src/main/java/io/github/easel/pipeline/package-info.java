/** From a request to pixels: text encoder, sampling loop, decoder. */
@NullMarked
package io.github.easel.pipeline;

import org.jspecify.annotations.NullMarked;
