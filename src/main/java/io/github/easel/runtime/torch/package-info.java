/**
 * The lowering to PyTorch, for training: networks computed at once, with gradients. The only room
 * that knows DJL. Its libraries are an optional part of an installation; {@link
 * io.github.easel.runtime.torch.TorchInstallation} tells whether they are there.
 */
@NullMarked
package io.github.easel.runtime.torch;

import org.jspecify.annotations.NullMarked;
