/**
 * The networks of latent diffusion, each written once over {@link
 * io.github.easel.network.Operations}.
 */
@NullMarked
package io.github.easel.network;

import org.jspecify.annotations.NullMarked;
