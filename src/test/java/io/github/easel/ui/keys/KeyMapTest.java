package io.github.easel.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.keys.Keys.Refusal;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMapTest {

  static KeyEvent press(String letters, KeyCode code, String modifiers) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED,
        letters,
        letters,
        code,
        modifiers.contains("S"),
        modifiers.contains("C"),
        modifiers.contains("A"),
        modifiers.contains("M"));
  }

  private static Keys keys(String combination) {
    return Keys.of(KeyCombination.valueOf(combination)).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void noOtherCommandHasTheUsualKeys(Command command) {
    KeyMap map = new KeyMap(Map.of());
    assertThat(map.holder(Keys.of(command.usual()).orElseThrow(), command)).isEmpty();
  }

  @Test
  void keysAreTheSameWhateverLettersAreOnThem() {
    KeyMap map = new KeyMap(Map.of());
    assertThat(map.match(press("გ", KeyCode.G, ""), false, Command.Place.VIEWER))
        .contains(Command.RIGHT_PANEL);
    assertThat(map.match(press("ს", KeyCode.S, "C"), true, Command.Place.VIEWER))
        .contains(Command.SAVE);
    assertThat(map.match(press("", KeyCode.UNDEFINED, ""), false, Command.Place.VIEWER)).isEmpty();
    assertThat(map.match(press("", KeyCode.SHIFT, "S"), false, Command.Place.VIEWER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EQUALS, C, ZOOM_IN",
    "EQUALS, CS, ZOOM_IN",
    "PLUS, C, ZOOM_IN",
    "ADD, C, ZOOM_IN",
    "MINUS, C, ZOOM_OUT",
    "SUBTRACT, C, ZOOM_OUT",
    "NUMPAD0, C, FIT",
    "NUMPAD1, C, ACTUAL_SIZE"
  })
  void twinsOfKeysMeanTheSame(KeyCode code, String modifiers, Command command) {
    assertThat(new KeyMap(Map.of()).match(press("", code, modifiers), false, Command.Place.VIEWER))
        .contains(command);
  }

  @Test
  void keysThatOneTypesOrMovesWithRestInTextFields() {
    KeyMap map = new KeyMap(Map.of());
    assertThat(map.match(press("a", KeyCode.A, ""), true, Command.Place.VIEWER)).isEmpty();
    assertThat(map.match(press("a", KeyCode.A, ""), false, Command.Place.VIEWER))
        .contains(Command.RECALL_ALL);
    assertThat(map.match(press("", KeyCode.LEFT, ""), true, Command.Place.VIEWER)).isEmpty();
    assertThat(map.match(press("", KeyCode.LEFT, "C"), false, Command.Place.VIEWER)).isEmpty();
    assertThat(map.match(press("", KeyCode.ESCAPE, ""), true, Command.Place.VIEWER))
        .contains(Command.CANCEL);
    assertThat(map.match(press("", KeyCode.F1, ""), true, Command.Place.VIEWER))
        .contains(Command.KEYS);
  }

  @Test
  void followsWhatWasChosenAndGoesBack() {
    KeyMap map = new KeyMap(Map.of("save", "Shortcut+K", "copy", "", "pause", "no key at all"));
    assertThat(map.match(press("", KeyCode.K, "C"), true, Command.Place.VIEWER))
        .contains(Command.SAVE);
    assertThat(map.match(press("", KeyCode.S, "C"), true, Command.Place.VIEWER)).isEmpty();
    assertThat(map.label(Command.COPY).getValue()).isEqualTo("–");
    assertThat(map.of(Command.PAUSE).get()).isEqualTo(Command.PAUSE.usual());
    assertThat(map.chosen()).isEqualTo(Map.of("save", "Shortcut+K", "copy", ""));
    assertThat(new KeyMap(map.chosen()).chosen()).isEqualTo(map.chosen());
    map.adopt(Map.of());
    assertThat(map.chosen()).isEmpty();
  }

  @Test
  void lettersInTheFileAreNoKeys() {
    KeyMap map = new KeyMap(Map.of("save", "Shortcut+'k'"));
    assertThat(map.chosen()).isEmpty();
  }

  @Test
  void asksForNothingWhileItRests() {
    KeyMap map = new KeyMap(Map.of());
    map.rest(true);
    assertThat(map.match(press("", KeyCode.F1, ""), false, Command.Place.VIEWER)).isEmpty();
    map.rest(false);
    assertThat(map.match(press("", KeyCode.F1, ""), false, Command.Place.VIEWER))
        .contains(Command.KEYS);
  }

  @ParameterizedTest
  @CsvSource({
    "Tab, TAB",
    "Shift+Tab, TAB",
    "Shortcut+Tab, TAB",
    "Enter, ENTER",
    "Shift+Enter, ENTER",
    "Space, ENTER",
    "Esc, ESCAPE",
    "Shortcut+C, EDITING",
    "Shortcut+Shift+Z, EDITING",
    "Shortcut+Left, EDITING",
    "Backspace, EDITING",
    "Alt+F4, SYSTEM",
    "Meta+L, SYSTEM"
  })
  void keysThatAreNeededElsewhereAreRefused(String combination, Refusal refusal) {
    assertThat(keys(combination).refusal()).contains(refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"G", "Shift+G", "F5", "Shortcut+Shift+C", "Alt+Enter", "Shortcut+K", "Delete"})
  void othersAreFree(String combination) {
    assertThat(keys(combination).refusal()).isEqualTo(Optional.empty());
    assertThat(Keys.of(keys(combination).combination())).contains(keys(combination));
  }

  @Test
  void labelsAreWrittenAsOnKeys() {
    KeyMap map = new KeyMap(Map.of());
    assertThat(map.label(Command.GENERATE).getValue()).endsWith("Enter");
    assertThat(map.label(Command.CANCEL).getValue()).isEqualTo("Esc");
  }
}
