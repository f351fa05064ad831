package io.github.easel.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Nothing that ships with Easel may know where to send usage reports. */
class NativeLibraryTest {

  private static final List<String> MARKS =
      List.of("OneCollector", "events.data.microsoft.com", "ORT_DISABLE_TELEMETRY");

  @Test
  void noLibraryHoldsAnAddressForUsageReports() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    try (JarFile jar =
        new JarFile(
            OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation().getPath())) {
      for (JarEntry entry : jar.stream().filter(NativeLibraryTest::isLibrary).toList()) {
        String text = text(jar, entry);
        read++;
        MARKS.stream()
            .filter(text::contains)
            .forEach(mark -> found.add(entry.getName() + " holds " + mark));
      }
    }
    assertThat(read).as("libraries read").isGreaterThanOrEqualTo(3);
    assertThat(found).isEmpty();
  }

  private static boolean isLibrary(JarEntry entry) {
    return entry.getName().matches("ai/onnxruntime/native/[^/]+/[^/]+[.](so|dll|dylib)");
  }

  private static String text(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
