package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import org.junit.jupiter.api.Test;

class FailureCodeTest {

  private static Throwable thrown(String type, int line, String... methods) {
    RuntimeException failure =
        type.equals("state") ? new IllegalStateException("x" + line) : new ArithmeticException();
    StackTraceElement[] trace = new StackTraceElement[methods.length + 1];
    trace[0] = new StackTraceElement("java.util.List", "of", "List.java", line);
    for (int i = 0; i < methods.length; i++) {
      trace[i + 1] =
          new StackTraceElement("io.github.easel.pipeline.Loop", methods[i], "Loop.java", line);
    }
    failure.setStackTrace(trace);
    return failure;
  }

  private static String code(Throwable cause) {
    return FailureCode.of(new GenerationException(Failure.INTERNAL, "x", cause));
  }

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(code(thrown("state", 3, "step"))).isEqualTo("E-2C20");
  }

  @Test
  void knowsNeitherLinesNorMessagesNorNumberedLambdas() {
    String code = code(thrown("state", 3, "step"));
    assertThat(code(thrown("state", 99, "step", "run"))).isEqualTo(code);
    assertThat(code(thrown("state", 1, "lambda$step$4"))).isEqualTo(code);
  }

  @Test
  void tellsTypesAndPlacesApart() {
    String code = code(thrown("state", 3, "step"));
    assertThat(code(thrown("zero", 3, "step"))).isNotEqualTo(code);
    assertThat(code(thrown("state", 3, "decode"))).isNotEqualTo(code);
  }

  @Test
  void endsOnCirclesAndOnEmptyTraces() {
    Throwable outer = thrown("state", 1);
    Throwable inner = new IllegalStateException(outer);
    outer.initCause(inner);
    assertThat(code(outer)).matches("E-[0-9A-F]{4}");
    Throwable bare = new IllegalStateException();
    bare.setStackTrace(new StackTraceElement[0]);
    assertThat(FailureCode.of(bare)).matches("E-[0-9A-F]{4}");
  }
}
