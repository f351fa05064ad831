package io.github.easel.ui.models;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.DownloadProgress;
import java.nio.file.Path;
import java.util.Optional;

/** How far somebody is with a download. */
public sealed interface Download {

  /** Nothing is wanted. */
  record Nothing() implements Download {}

  /** The hub is asked what there is. */
  record Asking(String what) implements Download {}

  /** It is known what would come, and the user is asked. */
  record Planned(DownloadPlan plan) implements Download {}

  /**
   * It comes.
   *
   * @param progress nothing before the first byte
   */
  record Running(DownloadPlan plan, Optional<DownloadProgress> progress) implements Download {}

  /** It was stopped, and can go on from there. */
  record Paused(DownloadPlan plan, Optional<DownloadProgress> progress) implements Download {}

  /** It is here. */
  record Ended(DownloadPlan plan, Path path) implements Download {}

  /**
   * It cannot be had, or not now.
   *
   * @param plan nothing if not even that could be made
   */
  record Failed(String what, Optional<DownloadPlan> plan, GenerationException reason)
      implements Download {

    /** Whether the hub wants to know who asks. */
    boolean wantsToken() {
      return reason.getCause() instanceof io.github.easel.hub.HubRefusal refusal
          && switch (refusal.kind()) {
            case MODEL_NOT_FOUND, GATED, GATED_NO_TOKEN, TOKEN_REFUSED -> true;
            default -> false;
          };
    }
  }
}
