package io.github.easel.gallery;

/** How a picture came about. */
public enum PictureKind {
  /** From words alone. */
  TEXT,
  /** From words and all of another picture (img2img). */
  REFINED,
  /** A part of another picture was painted anew (inpainting). */
  FILLED,
  /** It is unknown, as for photos and for files without settings. */
  UNKNOWN
}
