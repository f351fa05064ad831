package io.github.easel.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryObstacleTest {

  @Test
  void saysWhichSystemHasNone() {
    Error none = new UnsatisfiedLinkError("no onnxruntime in java.library.path: /usr/lib");
    assertThat(LibraryObstacle.inWords(none, "Mac OS X", "x86_64"))
        .isEqualTo("ONNX Runtime has no native library for Mac OS X x86_64");
    assertThat(LibraryObstacle.inWords(none, "Windows 11", "aarch64"))
        .isEqualTo("ONNX Runtime has no native library for Windows 11 aarch64");
  }

  @Test
  void saysWhatWindowsNeeds() {
    Error failed =
        new UnsatisfiedLinkError(
            "C:\\Temp\\onnxruntime.dll: A dynamic link library (DLL) initialization routine failed");
    assertThat(LibraryObstacle.inWords(failed, "Windows 11", "amd64"))
        .contains("Visual C++ Redistributable (x64)", "Temurin 17.0.13");
  }

  @Test
  void repeatsTheFirstLineOfTheDeepestCauseElsewhere() {
    Error cause =
        new UnsatisfiedLinkError("/tmp/libonnxruntime.so: version `GLIBC_2.27' not found\nmore");
    assertThat(
            LibraryObstacle.inWords(
                new ExceptionInInitializerError(new RuntimeException("failed", cause)),
                "Linux",
                "amd64"))
        .endsWith("version `GLIBC_2.27' not found");
  }
}
