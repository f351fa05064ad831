package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTokenTest {

  private final Path file;

  HubTokenTest(@TempDir Path folder) {
    file = folder.resolve("data").resolve("hub-token");
  }

  private HubToken token(Map<String, String> environment) {
    return new HubToken(file, environment);
  }

  @Test
  void isKeptAndForgotten() throws IOException {
    HubToken token = token(Map.of());
    assertThat(token.read()).isEmpty();
    assertThat(token.from()).isEqualTo(HubToken.From.NOWHERE);
    token.keep(" hf_abc \n");
    assertThat(token.read()).contains("hf_abc");
    assertThat(token.from()).isEqualTo(HubToken.From.FILE);
    token.keep("hf_def");
    assertThat(token.read()).contains("hf_def");
    try (var all = Files.list(file.getParent())) {
      assertThat(all).containsExactly(file);
    }
    token.forget();
    token.forget();
    assertThat(token.read()).isEmpty();
  }

  @Test
  void nobodyElseCanReadIt() throws IOException {
    assumeThat(file.getFileSystem().supportedFileAttributeViews())
        .as("POSIX permissions")
        .contains("posix");
    token(Map.of()).keep("hf_abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(token(Map.of()).read()).contains("hf_abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() {
    token(Map.of()).keep("hf_file");
    HubToken token = token(Map.of("HF_TOKEN", "hf_environment"));
    assertThat(token.read()).contains("hf_environment");
    assertThat(token.from()).isEqualTo(HubToken.From.ENVIRONMENT);
    assertThat(token(Map.of("HF_TOKEN", " ")).read()).contains("hf_file");
    assertThat(token(Map.of("HF_TOKEN", "two words")).read()).contains("hf_file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "abc", "hf_a b", "hf_a\r\nHost: evil", "hf_ტოკენი", "hf_a\0b"})
  void whatCouldEndAHeaderIsNoToken(String text) {
    HubRig.refused(Kind.TOKEN_UNSUITABLE, () -> token(Map.of()).keep(text));
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileOfSomethingElseIsNoToken() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "hf_a\nX-Evil: 1");
    assertThat(token(Map.of()).read()).isEmpty();
    Files.write(file, new byte[10_000]);
    assertThat(token(Map.of()).read()).isEmpty();
  }

  @Test
  void isNeverSaid() {
    HubToken token = token(Map.of());
    token.keep("hf_abc");
    assertThat(token).hasToString("token from FILE");
  }
}
