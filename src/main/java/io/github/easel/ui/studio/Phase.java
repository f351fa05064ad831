package io.github.easel.ui.studio;

/** What the studio is doing. */
public enum Phase {
  /** The services or the chosen model are being opened. */
  OPENING,
  /** The services could not be opened. */
  UNAVAILABLE,
  READY,
  DRAWING,
  /** Cancelled, but what runs has not ended yet. */
  STOPPING
}
