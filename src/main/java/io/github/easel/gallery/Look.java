package io.github.easel.gallery;

import io.github.easel.generation.Embedding;
import java.util.Optional;

/**
 * What a picture looks like, read from its pixels once.
 *
 * @param pixels the SHA-256 of its pixels ({@code PixelImage.sha256}), by which results name the
 *     picture that they began with; empty for {@link #NONE}
 * @param hash a perceptual hash: near-duplicates differ in few of its bits ({@link PerceptualHash})
 * @param embedding where it lies in the space of the CLIP towers; nothing where there are none
 */
public record Look(String pixels, long hash, Optional<Embedding> embedding) {

  /** Of a picture that cannot be looked at, as its file is damaged. */
  public static final Look NONE = new Look("", 0, Optional.empty());

  /** Whether there is nothing to see. */
  public boolean isNone() {
    return pixels.isEmpty();
  }
}
