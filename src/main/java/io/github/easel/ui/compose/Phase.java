package io.github.easel.ui.compose;

/** Whether pictures can be asked for. */
public enum Phase {
  /** The services are being opened. */
  OPENING,
  /** The services could not be opened. */
  UNAVAILABLE,
  READY
}
