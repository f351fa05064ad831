package io.github.easel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.FolderService;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Settings;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsViewModelTest {

  private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULTS);
  private final ObjectProperty<@Nullable DeviceReport> device = new SimpleObjectProperty<>();
  private final List<Path> shown = new ArrayList<>();
  private final List<GenerationException> failures = new ArrayList<>();
  private final SettingsViewModel model =
      new SettingsViewModel(
          settings,
          device,
          new FolderService() {
            @Override
            public Path usualPictures() {
              return Path.of("usual");
            }

            @Override
            public Optional<String> obstacle(Path folder) {
              return folder.endsWith("locked") ? Optional.of("access is denied") : Optional.empty();
            }

            @Override
            public int models(Path folder) {
              return 3;
            }

            @Override
            public int unusable(Path folder) {
              return 1;
            }

            @Override
            public CompletionStage<Void> show(Path folder) {
              shown.add(folder);
              return folder.endsWith("locked")
                  ? CompletableFuture.failedFuture(new IllegalStateException("no desktop"))
                  : CompletableFuture.completedFuture(null);
            }
          },
          new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run),
          failures::add);

  @Test
  void everyChoiceIsKeptAtOnceAndLeavesTheOthers() {
    model.language().set("ka");
    model.theme().set("dark");
    model.deviceChoice().set("cpu");
    model.memory().set("low");
    model.precision().set("full");
    model.threads().set(2);
    model.preview().set("off");
    model.every().set(8);
    model.strip().set(true);
    model.desktop().set(false);
    model.sound().set(false);
    model.pictures().set("p");
    model.models().set("m");
    assertThat(settings.get())
        .isEqualTo(
            new Settings(
                "ka",
                "dark",
                new Settings.Folders("p", "m"),
                new Settings.Engine("cpu", "low", "full", 2),
                new Settings.Previews("off", 8),
                settings.get().keys(),
                new Settings.Privacy(true),
                new Settings.Notices(false, false)));
  }

  @Test
  void choicesFollowWhatIsChosenElsewhere() {
    ObjectProperty<String> theme = model.theme();
    settings.set(settings.get().withTheme("dark"));
    assertThat(theme.get()).isEqualTo("dark");
  }

  @ParameterizedTest
  @EnumSource
  void aSectionIsResetAloneAndTellsWhetherItWasChanged(Section section) {
    Settings changed =
        new Settings(
            "ka",
            "dark",
            new Settings.Folders("p", "m"),
            new Settings.Engine("cpu", "low", "full", 2),
            new Settings.Previews("off", 8),
            java.util.Map.of("save", "F5"),
            new Settings.Privacy(true),
            new Settings.Notices(false, false));
    settings.set(changed);
    assertThat(model.usual(section).get()).isFalse();
    model.reset(section);
    assertThat(model.usual(section).get()).isTrue();
    for (Section other : Section.values()) {
      assertThat(model.usual(other).get()).isEqualTo(other == section);
    }
  }

  @Test
  void saysWhatWaitsForTheNextStart() {
    assertThat(model.waitsForStart(Section.ENGINE).get()).isFalse();
    ObjectProperty<Integer> threads = model.threads();
    threads.set(1);
    assertThat(model.waitsForStart(Section.ENGINE).get()).isTrue();
    assertThat(model.waitsForStart(Section.FOLDERS).get()).isFalse();
    threads.set(0);
    assertThat(model.waitsForStart(Section.ENGINE).get()).isFalse();
    model.models().set("m");
    assertThat(model.waitsForStart(Section.FOLDERS).get()).isFalse();
    model.theme().set("dark");
    assertThat(model.waitsForStart(Section.APPEARANCE).get()).isFalse();
  }

  @Test
  void tellsAtOnceOfAFolderThatCannotBeWritten() {
    model.pictures().set("locked");
    assertThat(model.obstacle().get()).isEqualTo("access is denied");
    model.reset(Section.FOLDERS);
    assertThat(model.obstacle().get()).isEmpty();
    assertThat(model.picturesFolder()).isEqualTo(Path.of("usual"));
  }

  @Test
  void countsTheModelsOfAFurtherFolder() {
    assertThat(model.modelsFolder()).isEmpty();
    model.models().set("m");
    assertThat(model.modelsFound().get()).isEqualTo(3);
    model.models().set("");
    assertThat(model.modelsFound().get()).isZero();
  }

  @Test
  void showsFolders() {
    model.show(model.picturesFolder());
    assertThat(shown).containsExactly(Path.of("usual"));
    assertThat(failures).isEmpty();
    model.show(Path.of("locked"));
    assertThat(failures).hasSize(1);
  }

  @Test
  void precisionMattersOnCudaOnly() {
    assertThat(model.precisionMatters().get()).isFalse();
    device.set(new DeviceReport("CPU", "as asked for"));
    assertThat(model.precisionMatters().get()).isFalse();
    device.set(new DeviceReport("CUDA", "CUDA works here"));
    assertThat(model.precisionMatters().get()).isTrue();
  }

  @Test
  void allWordsMustBeFoundInAnyOrderAndCase() {
    assertThat(SettingsViewModel.found("", "Theme")).isTrue();
    assertThat(SettingsViewModel.found("  dark THEME ", "Theme light dark")).isTrue();
    assertThat(SettingsViewModel.found("ენა", "ენა language")).isTrue();
    assertThat(SettingsViewModel.found("dark sound", "Theme light dark")).isFalse();
  }
}
