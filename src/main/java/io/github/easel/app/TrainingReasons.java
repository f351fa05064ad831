package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.training.TrainingRefusal;
import java.util.Optional;

/** Says in the user's language why nothing can be taught, and what to do. */
record TrainingReasons(Bundle bundle, TrainingRefusal refusal) {

  /** Those of a failure, if it is one of teaching. */
  static Optional<TrainingReasons> of(GenerationException failure, Bundle bundle) {
    return failure.getCause() instanceof TrainingRefusal refused
        ? Optional.of(new TrainingReasons(bundle, refused))
        : Optional.empty();
  }

  /** Both in one sentence. */
  String sentence() {
    return bundle.of("teach.sentence", text("why"), text("do"));
  }

  String whySentence() {
    return text("why") + ".";
  }

  String adviceSentence() {
    String advice = text("do");
    return advice.substring(0, 1).toUpperCase(bundle.locale()) + advice.substring(1) + ".";
  }

  private String text(String part) {
    return bundle.of(
        "teach." + refusal.kind().name() + "." + part, refusal.details().toArray(String[]::new));
  }
}
