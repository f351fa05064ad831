package io.github.easel.generation;

import java.util.List;

/**
 * What became of one setting of a picture when a request was made from it.
 *
 * @param reason what it is
 * @param details the texts and figures that belong to it, in the order that {@link Reason}
 *     documents
 */
public record Remark(Reason reason, List<String> details) {

  /** What a remark says about the request. */
  public enum Verdict {
    /** The setting is in the request as it was. */
    APPLIED,
    /** The request holds something else in its place. */
    CHANGED,
    /** The request does not know it. */
    NOT_UNDERSTOOD
  }

  /** Kinds of remarks, each with a localized sentence. */
  public enum Reason {
    /** Taken as it was. Details: its name, its value. */
    APPLIED(Verdict.APPLIED),
    /** Not written, but what its program does then. Details: its name, its value, the program. */
    IMPLIED(Verdict.APPLIED),
    /** Its model is not on this computer. Details: the model, the one taken instead. */
    MODEL_ELSEWHERE(Verdict.CHANGED),
    /** Easel has no copy of the picture that it began with. Details: that picture. */
    SOURCE_GONE(Verdict.CHANGED),
    /** A part of it was painted anew, by a mask of which Easel has no copy. No details. */
    MASK_GONE(Verdict.CHANGED),
    /**
     * It began with another picture, which no file holds. Details: the setting's name, its value.
     */
    SOURCE_ELSEWHERE(Verdict.CHANGED),
    /** The model cannot draw the size. Details: the size, the one taken instead. */
    SIZE_ROUNDED(Verdict.CHANGED),
    /** No such sampler. Details: the sampler, the one taken instead. */
    SAMPLER_NEAREST(Verdict.CHANGED),
    /** Its program draws this sampler a little differently. Details: the sampler, the program. */
    SAMPLER_DIFFERS(Verdict.CHANGED),
    /** No such schedule. Details: the schedule, the one taken instead. */
    SCHEDULE_NEAREST(Verdict.CHANGED),
    /** A number out of range. Details: its name, the number, the one taken instead. */
    NUMBER_LIMITED(Verdict.CHANGED),
    /** A seed too long for Easel, which draws the same noise from a shorter one. Details: both. */
    SEED_SHORTENED(Verdict.CHANGED),
    /** Weights in the prompt act nearly, not exactly, as they did. Details: the program. */
    WEIGHTS_DIFFER(Verdict.CHANGED),
    /** The prompt was put into Easel's grammar. Details: the program. */
    PROMPT_TRANSLATED(Verdict.CHANGED),
    /** The sampler has no use for it. Details: its name, its value, the sampler. */
    ETA_IGNORED(Verdict.NOT_UNDERSTOOD),
    /** The value makes no sense. Details: its name, its value. */
    UNREADABLE(Verdict.NOT_UNDERSTOOD),
    /** Nothing in Easel corresponds to it. Details: its name, its value. */
    UNKNOWN(Verdict.NOT_UNDERSTOOD);

    private final Verdict verdict;

    Reason(Verdict verdict) {
      this.verdict = verdict;
    }

    /** What such a remark says about the request. */
    public Verdict verdict() {
      return verdict;
    }
  }

  public Remark {
    details = List.copyOf(details);
  }

  /** A remark with those details. */
  public static Remark of(Reason reason, String... details) {
    return new Remark(reason, List.of(details));
  }
}
