package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

  @Test
  void followsEachSystemsConventions() {
    assertThat(places("Linux", Map.of()).data()).isEqualTo(Path.of("/u/.local/share/easel"));
    assertThat(places("Linux", Map.of("XDG_DATA_HOME", "/d")).data())
        .isEqualTo(Path.of("/d/easel"));
    assertThat(places("Mac OS X", Map.of()).data())
        .isEqualTo(Path.of("/u/Library/Application Support/Easel"));
    assertThat(places("Windows 11", Map.of("LOCALAPPDATA", "/r")).data())
        .isEqualTo(Path.of("/r/Easel"));
    assertThat(places("Windows 11", Map.of()).data()).isEqualTo(Path.of("/u/Easel"));
    assertThat(places("Linux", Map.of()).pictures()).isEqualTo(Path.of("/u/Pictures/Easel"));
  }

  @Test
  void findsTheDistributionAroundItsJar(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Path jar = folder.resolve("lib").resolve("easel.jar");
    Properties properties = properties("Linux");
    assertThat(Places.of(properties, Map.of(), Optional.of(jar)).home()).isEqualTo(folder);
    properties.setProperty(Places.HOME_PROPERTY, "/elsewhere/bin/..");
    assertThat(Places.of(properties, Map.of(), Optional.of(jar)).home())
        .isEqualTo(Path.of("/elsewhere"));
  }

  @Test
  void takesTheFoldersThatWereChosenInTheWindow(@TempDir Path folder) throws IOException {
    Places usual = new Places(folder, folder, folder.resolve("pictures"));
    assertThat(usual.asChosen()).isEqualTo(usual);
    Files.writeString(
        usual.settings(), "{\"folders\":{\"pictures\":\"p\",\"models\":\"m\",\"meaning\":\"c\"}}");
    Places chosen = usual.asChosen();
    assertThat(chosen.pictures()).isEqualTo(Path.of("p"));
    assertThat(chosen.furtherModels()).contains(Path.of("m"));
    assertThat(chosen.meaning()).contains(Path.of("c"));
  }

  private static Places places(String system, Map<String, String> environment) {
    return Places.of(properties(system), environment, Optional.empty());
  }

  private static Properties properties(String system) {
    Properties properties = new Properties();
    properties.setProperty("user.home", "/u");
    properties.setProperty("os.name", system);
    return properties;
  }
}
