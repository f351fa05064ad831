package io.github.easel.ui.text;

import io.github.easel.generation.GenerationException;
import java.util.Locale;

/** Says in a short sentence what went wrong and what to do. */
@FunctionalInterface
public interface FailureText {

  /** The sentence for this failure in this language. */
  String of(GenerationException failure, Locale locale);
}
