package io.github.easel.ui.teach;

/** Why a training cannot start. */
public enum Obstacle {
  NONE,
  /** The services are not open yet. */
  OPENING,
  /** This package has no PyTorch. */
  MISSING,
  NO_MODEL,
  NO_NAME,
  /** The word has letters that files and prompts cannot have. */
  BAD_NAME,
  /** Something that was not taught here has the name. */
  TAKEN,
  /** Fewer than {@link io.github.easel.app.TrainingPlan#LEAST_PICTURES}. */
  NO_PICTURES,
  /** Pictures are being read. */
  READING,
  ESTIMATING,
  /** It does not fit into the memory. */
  MEMORY,
  /** The model cannot be taught. */
  MODEL
}
