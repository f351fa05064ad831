package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeCommandTest {

  private static final String NASTY = "\"; rm -rf ~ #$(x) `y` --urgency=critical";

  @ParameterizedTest
  @CsvSource({
    "Linux, LINUX",
    "FreeBSD, LINUX",
    "Mac OS X, MAC",
    "Windows 11, WINDOWS",
    "'', LINUX"
  })
  void isTheSystems(String name, NoticeCommand command) {
    Properties system = new Properties();
    system.setProperty("os.name", name);
    assertThat(NoticeCommand.of(system)).isEqualTo(command);
  }

  @Test
  void wordsAreArgumentsOfTheirOwn() {
    List<String> linux = NoticeCommand.LINUX.toProcess("-t", NASTY).command();
    assertThat(linux).endsWith("--", "-t", NASTY);
    assertThat(NoticeCommand.MAC.toProcess("-t", NASTY).command()).endsWith("--", "-t", NASTY);
  }

  @Test
  void onWindowsWordsAreVariablesThatTheScriptReads() {
    ProcessBuilder toast = NoticeCommand.WINDOWS.toProcess("title", NASTY);
    assertThat(toast.environment())
        .containsEntry("EASEL_NOTICE_TITLE", "title")
        .containsEntry("EASEL_NOTICE_TEXT", NASTY);
    List<String> command = toast.command();
    String script =
        new String(
            Base64.getDecoder().decode(command.get(command.size() - 1)), StandardCharsets.UTF_16LE);
    assertThat(script)
        .contains("$env:EASEL_NOTICE_TITLE", "$env:EASEL_NOTICE_TEXT")
        .doesNotContain(NASTY);
    assertThat(script.lines()).allMatch(line -> line.startsWith("[") || line.startsWith("$"));
  }

  @Test
  void whatASystemCannotDoIsNoFailure() {
    Executor now = Runnable::run;
    SystemNotices notices = new SystemNotices(now);
    notices.show("Easel", "a test"); // a server has no desktop
    notices.chime(true); // nor a sound card
  }
}
