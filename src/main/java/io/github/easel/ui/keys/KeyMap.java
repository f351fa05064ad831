package io.github.easel.ui.keys;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which keys do what, as it is now. */
public final class KeyMap {

  private static final Logger LOG = LoggerFactory.getLogger(KeyMap.class);

  /** What is shown where a command has no keys. */
  private static final String NONE = "–";

  private final Map<Command, ObjectProperty<KeyCombination>> keys = new EnumMap<>(Command.class);
  private boolean resting;

  /**
   * @param chosen keys that differ from the usual, as {@link #chosen} gives them
   */
  public KeyMap(Map<String, String> chosen) {
    for (Command command : Command.values()) {
      keys.put(command, new SimpleObjectProperty<>(command.usual()));
    }
    adopt(chosen);
  }

  /** From now on these differ from the usual, and no others; see {@link #chosen}. */
  public void adopt(Map<String, String> chosen) {
    for (Command command : Command.values()) {
      KeyCombination wanted = read(command, chosen.get(command.label()));
      if (differ(wanted, of(command).get())) {
        of(command).set(wanted);
      }
    }
  }

  private static KeyCombination read(Command command, @Nullable String text) {
    if (text == null) {
      return command.usual();
    }
    try {
      KeyCombination keys = text.isBlank() ? KeyCombination.NO_MATCH : KeyCombination.valueOf(text);
      if (text.isBlank() || Keys.of(keys).isPresent()) {
        return keys;
      }
      LOG.warn("'{}' are letters and no keys for {}", text, command.label());
      return command.usual();
    } catch (IllegalArgumentException e) {
      LOG.warn("'{}' are no keys for {}: {}", text, command.label(), e.getMessage());
      return command.usual();
    }
  }

  /** While keys rest they ask for nothing, so that new ones can be pressed. */
  public void rest(boolean wanted) {
    resting = wanted;
  }

  /** The keys of a command; {@link KeyCombination#NO_MATCH} if it has none. */
  public ObjectProperty<KeyCombination> of(Command command) {
    return Objects.requireNonNull(keys.get(command), "every command has keys");
  }

  /** The keys of a command as the system writes them, for example {@code Ctrl+Enter}. */
  public ObservableValue<String> label(Command command) {
    ObjectProperty<KeyCombination> own = of(command);
    return Bindings.createStringBinding(() -> label(own.get()), own);
  }

  /** The keys as the system writes them. */
  static String label(KeyCombination keys) {
    if (Keys.of(keys).isEmpty()) {
      return NONE;
    }
    // as they are printed on keys, not as JavaFX has them
    return keys.getDisplayText().replace("\u21B5", "Enter").replace("Escape", "Esc");
  }

  /** Whether the command's keys are others than usual. */
  boolean changed(Command command) {
    return differ(of(command).get(), command.usual());
  }

  /**
   * Combinations of letters, as NO_MATCH, are equal to all that have the same Shift and Control.
   */
  private static boolean differ(KeyCombination one, KeyCombination other) {
    return !Keys.of(one).equals(Keys.of(other));
  }

  /** The other command that has such keys where this one has its own. */
  Optional<Command> holder(Keys wanted, Command except) {
    return Arrays.stream(Command.values())
        .filter(command -> command != except && command.place().meets(except.place()))
        .filter(command -> alike(of(command).get(), wanted))
        .findFirst();
  }

  /**
   * The command that the event asks for.
   *
   * @param typing whether a text field has the focus, in which plain keys are letters
   * @param here what lies in the middle of the window: VIEWER or CANVAS
   */
  public Optional<Command> match(KeyEvent event, boolean typing, Command.Place here) {
    Optional<Keys> pressed = Keys.of(event);
    if (resting || pressed.isEmpty() || (typing && pressed.get().typed())) {
      return Optional.empty();
    }
    return Arrays.stream(Command.values())
        .filter(command -> command.place().meets(here))
        .filter(command -> alike(of(command).get(), pressed.get()))
        .findFirst();
  }

  private static boolean alike(KeyCombination combination, Keys keys) {
    return Keys.of(combination).filter(keys::same).isPresent();
  }

  /** The keys that differ from the usual, by the command's label, for the settings file. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new TreeMap<>();
    keys.forEach(
        (command, own) -> {
          if (changed(command)) {
            boolean none = Keys.of(own.get()).isEmpty();
            chosen.put(command.label(), none ? "" : own.get().getName());
          }
        });
    return chosen;
  }
}
