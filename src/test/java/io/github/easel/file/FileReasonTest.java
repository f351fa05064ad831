package io.github.easel.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReasonTest {

  @ParameterizedTest
  @CsvSource({
    "No such file or directory, NOT_THERE",
    "The system cannot find the path specified, NOT_THERE",
    "Permission denied, DENIED",
    "Access is denied, DENIED",
    "File exists, NAME_TAKEN",
    "No space left on device, NO_SPACE",
    "There is not enough space on the disk, NO_SPACE",
    "Disk quota exceeded, NO_SPACE",
    "Read-only file system, READ_ONLY",
    "Is a directory, FOLDER",
    "Not a directory, NO_FOLDER",
    "File name too long, NAME_TOO_LONG",
    "Too many open files, TOO_MANY_OPEN",
    "Input/output error, DISK_FAULT"
  })
  void understandsWhatSystemsSay(String words, FileReason reason) {
    assertThat(FileReason.of(new IOException(words))).isEqualTo(reason.words());
    assertThat(FileReason.of(new FileSystemException("/a/b.png", null, words)))
        .isEqualTo(reason.words());
    assertThat(FileReason.of(new FileNotFoundException("/a (1)/b.png (" + words + ")")))
        .isEqualTo(reason.words());
  }

  @Test
  void neverTellsThePathForTheReason() {
    assertThat(FileReason.of(new NoSuchFileException("/a/b"))).doesNotContain("/a/b");
    assertThat(FileReason.of(new AccessDeniedException("/a/b"))).doesNotContain("/a/b");
    assertThat(FileReason.of(new NotDirectoryException("/a/b"))).doesNotContain("/a/b");
    assertThat(FileReason.of(new FileSystemException("/a/b"))).doesNotContain("/a/b");
  }

  @Test
  void leavesTheUnusualAsItIs() {
    assertThat(FileReason.of(new IOException("the moon is full"))).isEqualTo("the moon is full");
    assertThat(FileReason.find("the moon is full")).isEmpty();
  }

  @Test
  void findsEveryReasonByItsWords() {
    for (FileReason reason : FileReason.values()) {
      assertThat(FileReason.find(reason.words())).contains(reason);
    }
  }
}
