package io.github.easel.ui.studio;

/** What the studio is doing. */
public enum Phase {
  /** The services are being opened. */
  OPENING,
  /** The services could not be opened. */
  UNAVAILABLE,
  READY,
  DRAWING,
  /** Cancelled, but the step that runs has not ended yet. */
  STOPPING
}
