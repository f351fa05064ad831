package io.github.easel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientMoveTest {

  private final List<Long> pauses = new ArrayList<>();
  private int tries;

  @Test
  void triesAgainWhileAnotherProgramIsInTheWay() throws IOException {
    PatientMove.run(
        () -> {
          tries++;
          if (tries == 1) {
            throw new AccessDeniedException("a");
          }
          if (tries == 2) {
            throw new FileSystemException("a", null, "used by another process");
          }
        },
        pauses::add);

    assertThat(tries).isEqualTo(3);
    assertThat(pauses).hasSize(2).isSorted();
  }

  @Test
  void givesUpAfterHalfASecond() {
    assertThatThrownBy(() -> PatientMove.run(() -> fail(new AccessDeniedException("a")), this::add))
        .isInstanceOf(AccessDeniedException.class);

    assertThat(pauses.stream().mapToLong(millis -> millis).sum()).isEqualTo(500);
  }

  @Test
  void doesNotWaitForWhatWillNotChange() {
    assertThatThrownBy(() -> PatientMove.run(() -> fail(new NoSuchFileException("a")), this::add))
        .isInstanceOf(NoSuchFileException.class);

    assertThat(pauses).isEmpty();
  }

  private void add(long millis) {
    pauses.add(millis);
  }

  private static void fail(IOException failure) throws IOException {
    throw failure;
  }
}
