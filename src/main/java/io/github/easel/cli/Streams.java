package io.github.easel.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;

/**
 * Where the command line writes.
 *
 * @param out results, one a line, for other programs to read
 * @param err everything that is told to the person
 * @param terminal whether a person looks at {@code err}, so that a line may be written over
 * @param answers what a person types in return
 */
public record Streams(PrintStream out, PrintStream err, boolean terminal, Answers answers) {

  private static final Set<String> YES = Set.of("y", "yes", "კი", "დიახ", "ki", "diax");

  /** Streams with nobody who could answer. */
  public Streams(PrintStream out, PrintStream err, boolean terminal) {
    this(out, err, terminal, Answers.NOBODY);
  }

  /** The process's own streams. */
  public static Streams system() {
    return new Streams(System.out, System.err, Terminal.showsErrors(), Terminal.answers());
  }

  /**
   * A writer to the stream that leaves the choice of bytes to the stream, which knows its charset.
   */
  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] characters, int from, int count) {
            stream.print(new String(characters, from, count));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {
            stream.flush();
          }
        },
        true);
  }

  /** Asks on {@code err} and waits; whatever is not a yes, silence too, is a no. */
  boolean agreesTo(String question) {
    err.print(question + " ");
    err.flush();
    return answers
        .line()
        .map(line -> YES.contains(line.strip().toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  /** Writes a result at once. */
  void result(String line) {
    out.println(line);
    out.flush();
  }

  /** Tells the person something at once. */
  public void tell(String line) {
    err.println(line);
    err.flush();
  }
}
