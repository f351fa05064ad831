package io.github.easel.hub;

import io.github.easel.generation.GenerationException;

/** Refusals for tests of other rooms. */
public final class HubFailures {

  private HubFailures() {}

  /** A refusal of that kind. */
  public static GenerationException of(HubRefusal.Kind kind, String... details) {
    return HubRefusal.of(kind, details);
  }
}
