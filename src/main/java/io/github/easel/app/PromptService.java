package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PromptReading;

/**
 * Tells how prompts are understood. It opens no network and takes well under a millisecond once a
 * model's vocabulary is read (the first time: a tenth of a second), but waits for files, so no
 * window should ask on its own thread. Thread-safe.
 */
public interface PromptService {

  /** What a prompt is for. */
  enum Role {
    /** What the picture should show. */
    POSITIVE,
    /** What to keep away from: it has no parts, AND is text there. */
    NEGATIVE
  }

  /**
   * Reads a prompt.
   *
   * @param model its name, or the path of its folder
   * @param steps denoising steps that it is for, 1 to 1000
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}, or another failure {@code
   *     MODEL_...} if its tokenizer cannot be used; never for what the text holds
   */
  PromptReport read(String text, Role role, String model, PromptReading reading, int steps);
}
