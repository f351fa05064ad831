package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.settings.Settings;
import io.github.easel.settings.Settings.Engine;
import io.github.easel.settings.Settings.Folders;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceOptionsTest {

  @Test
  void whatNobodyChoseIsAsTheCommandLineHasIt() {
    assertThat(ServiceOptions.of(Settings.DEFAULTS.engine()))
        .isEqualTo(new ServiceOptions(DeviceChoice.AUTO, Optional.empty()));
  }

  @Test
  void everyChoiceReachesTheEngine() {
    assertThat(ServiceOptions.of(new Engine("cpu", "low", "full", 3)).engine())
        .isEqualTo(new EngineOptions(DeviceChoice.CPU, 3, Memory.LOW, true));
    assertThat(ServiceOptions.of(new Engine("cuda", "medium", "auto", 0)).engine())
        .isEqualTo(new EngineOptions(DeviceChoice.CUDA, 0, Memory.MEDIUM, false));
  }

  @Test
  void whatIsNotKnownIsAsUsual() {
    assertThat(ServiceOptions.of(new Engine("abacus", "?", "?", -7)).engine())
        .isEqualTo(EngineOptions.on(DeviceChoice.AUTO));
  }

  @Test
  void chosenFoldersTakeThePlaceOfTheUsual() {
    Places usual = new Places(Path.of("home"), Path.of("data"), Path.of("pictures"));
    Places chosen = usual.with(new Folders("other", "more"));
    assertThat(chosen.pictures()).isEqualTo(Path.of("other"));
    assertThat(chosen.modelRoots())
        .containsExactly(Path.of("home", "models"), Path.of("data", "models"), Path.of("more"));
    assertThat(usual.with(new Folders("", ""))).isEqualTo(usual);
    assertThat(usual.with(new Folders("no\0folder", " "))).isEqualTo(usual);
  }
}
