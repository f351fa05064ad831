package io.github.easel.cli;

/** The user asked for something that makes no sense; the message is a sentence for them. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  UsageException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
