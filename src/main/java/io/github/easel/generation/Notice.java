package io.github.easel.generation;

/**
 * Something about a picture that the user should know although nothing failed.
 *
 * @param kind what it is
 * @param detail the text or figure that belongs to it
 */
public record Notice(Kind kind, String detail) {

  /** Kinds of notices, each with a localized sentence. */
  public enum Kind {
    /** The prompt was longer than the model reads. Detail: the words that were left out. */
    PROMPT_TRUNCATED,
    /** Likewise for the negative prompt. */
    NEGATIVE_PROMPT_TRUNCATED,
    /** The sampler cannot take the schedule, so the model's own was used. Detail: the schedule. */
    SCHEDULE_FALLBACK,
    /** The CPU is used although the GPU was wished for. Detail: the reason. */
    DEVICE_FALLBACK
  }
}
