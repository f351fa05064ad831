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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which keys do what, as it is now. */
public final class KeyMap {

  private static final Logger LOG = LoggerFactory.getLogger(KeyMap.class);

  private final Map<Command, ObjectProperty<KeyCombination>> keys = new EnumMap<>(Command.class);

  /**
   * @param chosen keys that differ from the usual, as {@link #chosen} gives them
   */
  public KeyMap(Map<String, String> chosen) {
    for (Command command : Command.values()) {
      keys.put(command, new SimpleObjectProperty<>(command.usual()));
    }
    chosen.forEach((label, text) -> Command.find(label).ifPresent(one -> choose(one, text)));
  }

  private void choose(Command command, String text) {
    try {
      of(command).set(KeyCombination.valueOf(text));
    } catch (IllegalArgumentException e) {
      LOG.warn("'{}' are no keys for {}: {}", text, command.label(), e.getMessage());
    }
  }

  /** The keys of a command. */
  public ObjectProperty<KeyCombination> of(Command command) {
    return Objects.requireNonNull(keys.get(command), "every command has keys");
  }

  /** The keys of a command as the system writes them, for example {@code Ctrl+Enter}. */
  public ObservableValue<String> label(Command command) {
    ObjectProperty<KeyCombination> own = of(command);
    return Bindings.createStringBinding(() -> own.get().getDisplayText(), own);
  }

  /**
   * The command that the event asks for.
   *
   * @param typing whether a text field has the focus, in which plain keys are letters
   */
  public Optional<Command> match(KeyEvent event, boolean typing) {
    return Arrays.stream(Command.values())
        .filter(command -> of(command).get().match(event))
        .filter(command -> !typing || !Command.typed(of(command).get()))
        .findFirst();
  }

  /** The keys that differ from the usual, by the command's label, for the settings file. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new TreeMap<>();
    keys.forEach(
        (command, own) -> {
          if (!own.get().equals(command.usual())) {
            chosen.put(command.label(), own.get().getName());
          }
        });
    return chosen;
  }
}
