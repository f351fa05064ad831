package io.github.easel.ui.keys;

import static io.github.easel.ui.keys.KeyMapTest.press;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.settings.Settings;
import io.github.easel.ui.keys.Keys.Refusal;
import io.github.easel.ui.keys.KeysViewModel.Refused;
import io.github.easel.ui.keys.KeysViewModel.Taken;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {

  private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULTS);
  private final KeyMap keys = new KeyMap(Map.of());
  private final KeysViewModel model = new KeysViewModel(keys, settings);

  @BeforeEach
  void follow() {
    settings.addListener((property, old, now) -> keys.adopt(now.keys()));
  }

  private String label(Command command) {
    return keys.label(command).getValue();
  }

  @Test
  void freeKeysAreTakenAndKept() {
    model.wait(Command.SAVE);
    model.press(press("", KeyCode.CONTROL, "C"));
    assertThat(model.waiting().get()).isEqualTo(Command.SAVE);
    model.press(press("", KeyCode.K, "C"));
    assertThat(model.waiting().get()).isNull();
    assertThat(settings.get().keys()).isEqualTo(Map.of("save", "Shortcut+K"));
  }

  @Test
  void itsOwnKeysAreNoConflict() {
    model.wait(Command.SAVE);
    model.press(press("", KeyCode.S, "C"));
    assertThat(model.waiting().get()).isNull();
    assertThat(settings.get().keys()).isEmpty();
  }

  @Test
  void nothingElseIsHeardMeanwhile() {
    model.wait(Command.SAVE);
    assertThat(keys.match(press("", KeyCode.F1, ""), false, Command.Place.VIEWER)).isEmpty();
    model.cancel();
    assertThat(keys.match(press("", KeyCode.F1, ""), false, Command.Place.VIEWER))
        .contains(Command.KEYS);
    assertThat(settings.get()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void keysThatAreNeededElsewhereAreRefusedAndItWaitsOn() {
    model.wait(Command.SAVE);
    model.press(press("", KeyCode.TAB, ""));
    assertThat(model.answer().get())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TAB));
    model.press(press("", KeyCode.F7, ""));
    assertThat(settings.get().keys()).isEqualTo(Map.of("save", "F7"));
    assertThat(model.answer().get()).isNull();
  }

  private void conflict() {
    model.wait(Command.SAVE);
    model.press(press("", KeyCode.G, ""));
    assertThat(model.answer().get())
        .isInstanceOfSatisfying(
            Taken.class, taken -> assertThat(taken.holder()).isEqualTo(Command.RIGHT_PANEL));
    assertThat(settings.get().keys()).isEmpty();
  }

  @Test
  void takenKeysAreSwapped() {
    String before = label(Command.SAVE);
    conflict();
    model.swap();
    assertThat(label(Command.SAVE)).isEqualTo("G");
    assertThat(label(Command.RIGHT_PANEL)).isEqualTo(before);
  }

  @Test
  void takenKeysAreTakenOver() {
    conflict();
    model.takeOver();
    assertThat(label(Command.SAVE)).isEqualTo("G");
    assertThat(settings.get().keys()).isEqualTo(Map.of("save", "G", "right_panel", ""));
    assertThat(keys.match(press("g", KeyCode.G, ""), false, Command.Place.VIEWER))
        .contains(Command.SAVE);
  }

  @Test
  void aConflictCanBeLeft() {
    conflict();
    model.cancel();
    assertThat(settings.get()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void oneCommandGetsItsKeysBackAndSoDoesTheOneThatHadThem() {
    conflict();
    model.swap();
    model.reset(Command.SAVE);
    assertThat(settings.get().keys()).isEmpty();
  }

  @Test
  void resettingNeverLeavesTwoCommandsWithTheSameKeys() {
    conflict();
    model.takeOver();
    model.wait(Command.COMPARE);
    model.press(press("", KeyCode.S, "C"));
    model.reset(Command.SAVE);
    assertThat(settings.get().keys()).isEqualTo(Map.of("right_panel", ""));
    model.reset(Command.RIGHT_PANEL);
    assertThat(settings.get().keys()).isEmpty();
  }

  @Test
  void allGetTheirKeysBack() {
    conflict();
    model.takeOver();
    model.resetAll();
    assertThat(settings.get().keys()).isEmpty();
    assertThat(label(Command.RIGHT_PANEL)).isEqualTo("G");
  }
}
