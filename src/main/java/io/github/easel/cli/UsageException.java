package io.github.easel.cli;

/** The user asked for something that makes no sense; the message is a sentence for them. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  UsageException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Wraps a value type's refusal, whose message is a sentence for the user. */
  static UsageException of(IllegalArgumentException refusal) {
    return new UsageException(String.valueOf(refusal.getMessage()));
  }

  String sentence() {
    return sentence;
  }
}
