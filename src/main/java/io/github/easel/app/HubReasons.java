package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal;
import java.util.Optional;

/** Says in the user's language why a download cannot be, and what to do. */
record HubReasons(Bundle bundle, HubRefusal refusal) {

  /** Those of a failure, if it is one of a download. */
  static Optional<HubReasons> of(GenerationException failure, Bundle bundle) {
    return failure.getCause() instanceof HubRefusal refused
        ? Optional.of(new HubReasons(bundle, refused))
        : Optional.empty();
  }

  /** What is the matter: a main clause without its full stop. */
  String why() {
    return text("why");
  }

  /** What to do: likewise, to stand behind a colon. */
  String advice() {
    return text("do");
  }

  String whySentence() {
    return why() + ".";
  }

  String adviceSentence() {
    String advice = advice();
    return advice.substring(0, 1).toUpperCase(bundle.locale()) + advice.substring(1) + ".";
  }

  private String text(String part) {
    return bundle.of(
        "hub." + refusal.kind().name() + "." + part, refusal.details().toArray(String[]::new));
  }
}
