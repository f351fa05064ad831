package io.github.easel.cli;

import java.util.Optional;

/** What a person types when they are asked. */
public interface Answers {

  /** Nobody sits there. */
  Answers NOBODY =
      new Answers() {
        @Override
        public boolean canAnswer() {
          return false;
        }

        @Override
        public Optional<String> line() {
          return Optional.empty();
        }

        @Override
        public Optional<String> secret() {
          return Optional.empty();
        }
      };

  /** Whether a person sits at a terminal. */
  boolean canAnswer();

  /** A line, or nothing where nobody can answer or the input has ended. */
  Optional<String> line();

  /**
   * A line that is not shown while it is typed; where nobody sits, the first line that another
   * program passes on.
   */
  Optional<String> secret();
}
