package io.github.easel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemThemeTest {

  private static Theme ask(String system, Map<String, String> answers) {
    return new SystemTheme(
            system,
            command ->
                answers.entrySet().stream()
                    .filter(answer -> String.join(" ", command).contains(answer.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst())
        .ask();
  }

  @ParameterizedTest
  @CsvSource({
    "'    AppsUseLightTheme    REG_DWORD    0x0', DARK",
    "'    AppsUseLightTheme    REG_DWORD    0x1', LIGHT",
    "'', LIGHT"
  })
  void windowsTellsByItsRegistry(String line, Theme theme) {
    String printed = "\r\nHKEY_CURRENT_USER\\Software\\...\\Personalize\r\n" + line + "\r\n\r\n";
    assertThat(ask("Windows 11", Map.of("AppsUseLightTheme", printed))).isEqualTo(theme);
  }

  @Test
  void macsTellByADefaultThatIsThereOnlyWhenDark() {
    assertThat(ask("Mac OS X", Map.of("AppleInterfaceStyle", "Dark\n"))).isEqualTo(Theme.DARK);
    assertThat(ask("Mac OS X", Map.of())).isEqualTo(Theme.LIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "'(<<uint32 1>>,)', 'prefer-light', Adwaita, DARK",
    "'(<<uint32 2>>,)', 'prefer-dark', Adwaita-dark, LIGHT",
    "'(<<uint32 0>>,)', 'prefer-dark', Adwaita, DARK",
    "'', 'prefer-dark', Adwaita, DARK",
    "'', 'prefer-light', Adwaita-dark, LIGHT",
    "'', 'default', Yaru-Dark, DARK",
    "'', 'default', Yaru, LIGHT"
  })
  void othersTellByPortalThenByGnomesSettings(
      String portal, String scheme, String name, Theme theme) {
    Map<String, String> answers =
        Map.of(
            "portal.Settings.Read", portal,
            "interface color-scheme", "'" + scheme + "'",
            "gtk-theme", "'" + name + "'");
    assertThat(ask("Linux", answers)).isEqualTo(theme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X", "", "Haiku"})
  void lightWhereNobodyAnswers(String system) {
    assertThat(new SystemTheme(system, command -> Optional.empty()).ask()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void programsThatAreNotThereAreNoHarm() {
    assertThat(SystemTheme.run(List.of("no-such-program-anywhere"))).isEmpty();
  }

  @Test
  void asksThisComputer() {
    assertThat(SystemTheme.here().ask()).isNotNull();
  }
}
