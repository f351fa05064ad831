package io.github.easel.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * Keys that are down together. They are told by their codes and never by the letters that they
 * type, so that they are the same while a Georgian or any other layout is on.
 *
 * @param code of twins, such as the digits of the number pad, the one on the main block
 * @param shortcut Control, on a Mac Command
 * @param other the system's own: the Windows key, on a Mac Control
 */
record Keys(KeyCode code, boolean shift, boolean alt, boolean shortcut, boolean other) {

  /** Why keys cannot be chosen. */
  enum Refusal {
    /** They go from control to control. */
    TAB,
    /** They press the button that has the focus, or end a line. */
    ENTER,
    /** They end a choice, and always will. */
    ESCAPE,
    /** A text field needs them to change what is typed. */
    EDITING,
    /** The system keeps them to itself. */
    SYSTEM;

    /** The key of its text. */
    String key() {
      return "refused." + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");
  private static final Set<KeyCode> EDITING =
      Set.of(
          KeyCode.A,
          KeyCode.C,
          KeyCode.V,
          KeyCode.X,
          KeyCode.Y,
          KeyCode.Z,
          KeyCode.BACK_SPACE,
          KeyCode.DELETE,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END);
  private static final Set<KeyCode> OF_THE_MAC =
      Set.of(KeyCode.Q, KeyCode.H, KeyCode.M, KeyCode.W, KeyCode.SPACE);

  /** The keys of an event; nothing while only Shift and the like are down, or for unknown keys. */
  static Optional<Keys> of(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
      return Optional.empty();
    }
    boolean other = MAC ? event.isControlDown() : event.isMetaDown();
    return Optional.of(
        new Keys(code, event.isShiftDown(), event.isAltDown(), event.isShortcutDown(), other));
  }

  /** The keys of a combination; nothing if it is one of letters, or none. */
  static Optional<Keys> of(KeyCombination combination) {
    if (!(combination instanceof KeyCodeCombination keys)) {
      return Optional.empty();
    }
    boolean control = keys.getControl() == ModifierValue.DOWN;
    boolean meta = keys.getMeta() == ModifierValue.DOWN;
    return Optional.of(
        new Keys(
            keys.getCode(),
            keys.getShift() == ModifierValue.DOWN,
            keys.getAlt() == ModifierValue.DOWN,
            keys.getShortcut() == ModifierValue.DOWN || (MAC ? meta : control),
            MAC ? control : meta));
  }

  /** Whether both are pressed alike on some keyboard. */
  boolean same(Keys others) {
    return plain().equals(others.plain());
  }

  private Keys plain() {
    KeyCode twin = twin(code);
    // Plus is Shift and the key of the equals sign on many keyboards, a key of its own on others
    return new Keys(twin, shift && twin != KeyCode.PLUS, alt, shortcut, other);
  }

  private static KeyCode twin(KeyCode code) {
    return switch (code) {
      case EQUALS, ADD -> KeyCode.PLUS;
      case SUBTRACT -> KeyCode.MINUS;
      case KP_LEFT -> KeyCode.LEFT;
      case KP_RIGHT -> KeyCode.RIGHT;
      case KP_UP -> KeyCode.UP;
      case KP_DOWN -> KeyCode.DOWN;
      default ->
          code.isDigitKey() && code.isKeypadKey()
              ? KeyCode.valueOf(code.name().replace("NUMPAD", "DIGIT"))
              : code;
    };
  }

  /** Why they cannot be chosen for a command. */
  Optional<Refusal> refusal() {
    if (code == KeyCode.TAB) {
      return Optional.of(Refusal.TAB);
    }
    if (code == KeyCode.ESCAPE) {
      return Optional.of(Refusal.ESCAPE);
    }
    if (other
        || code == KeyCode.PRINTSCREEN
        || (alt && (code == KeyCode.F4 || code == KeyCode.SPACE))
        || (alt && shortcut && code == KeyCode.DELETE)
        || (MAC && shortcut && OF_THE_MAC.contains(code))) {
      return Optional.of(Refusal.SYSTEM);
    }
    if (!shortcut && !alt && (code == KeyCode.ENTER || code == KeyCode.SPACE)) {
      return Optional.of(Refusal.ENTER);
    }
    return edits() ? Optional.of(Refusal.EDITING) : Optional.empty();
  }

  private boolean edits() {
    return code == KeyCode.BACK_SPACE || (shortcut && !alt && !shifted() && EDITING.contains(code));
  }

  /** Letters with Shift and Control are free, but for the one that does again what was undone. */
  private boolean shifted() {
    return shift && code.isLetterKey() && code != KeyCode.Z;
  }

  /** Whether one types or moves the caret with them, so that they rest in text fields. */
  boolean typed() {
    boolean plain = !shortcut && !alt && !other;
    return plain && !code.isFunctionKey() && code != KeyCode.ESCAPE;
  }

  /** For the settings, in which Shortcut stands for Control or Command. */
  KeyCombination combination() {
    List<Modifier> down = new ArrayList<>();
    if (shortcut) {
      down.add(KeyCombination.SHORTCUT_DOWN);
    }
    if (shift) {
      down.add(KeyCombination.SHIFT_DOWN);
    }
    if (alt) {
      down.add(KeyCombination.ALT_DOWN);
    }
    if (other) {
      down.add(MAC ? KeyCombination.CONTROL_DOWN : KeyCombination.META_DOWN);
    }
    return new KeyCodeCombination(code, down.toArray(Modifier[]::new));
  }
}
