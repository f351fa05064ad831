package io.github.easel.ui.keys;

import io.github.easel.settings.Settings;
import io.github.easel.ui.keys.Keys.Refusal;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** All keys, and the choice of others: one command at a time waits for keys to be pressed. */
public final class KeysViewModel {

  /** What became of the keys that were pressed for the waiting command. */
  sealed interface Answer {}

  /** They cannot be chosen. */
  record Refused(Keys keys, Refusal refusal) implements Answer {}

  /** Another command has them. */
  record Taken(Keys keys, Command holder) implements Answer {}

  private final KeyMap keys;
  private final ObjectProperty<Settings> settings;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Command> waiting = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();

  /**
   * @param keys follow the settings
   */
  public KeysViewModel(KeyMap keys, ObjectProperty<Settings> settings) {
    this.keys = keys;
    this.settings = settings;
    waiting.addListener((property, old, now) -> keys.rest(now != null));
  }

  /** Waits for keys for the command. */
  public void wait(Command command) {
    answer.set(null);
    waiting.set(command);
  }

  /** Leaves all as it is. */
  public void cancel() {
    answer.set(null);
    waiting.set(null);
  }

  /** Takes the keys if they are free; else says why not, and waits on. */
  public void press(KeyEvent event) {
    Keys.of(event).ifPresent(this::press);
  }

  void press(Keys pressed) {
    Command command = waiting.get();
    if (command == null) {
      return;
    }
    Optional<Refusal> refusal = pressed.refusal();
    Optional<Command> holder = keys.holder(pressed, command);
    if (refusal.isPresent()) {
      answer.set(new Refused(pressed, refusal.get()));
    } else if (holder.isPresent()) {
      answer.set(new Taken(pressed, holder.get()));
    } else {
      choose(Map.of(command, pressed.combination()));
    }
  }

  /** The waiting command and the one that has the keys exchange theirs. */
  public void swap() {
    Command command = waiting.get();
    if (command != null && answer.get() instanceof Taken taken) {
      choose(Map.of(command, taken.keys().combination(), taken.holder(), keys.of(command).get()));
    }
  }

  /** The waiting command takes the keys, the one that had them is left without. */
  public void takeOver() {
    Command command = waiting.get();
    if (command != null && answer.get() instanceof Taken taken) {
      choose(Map.of(command, taken.keys().combination(), taken.holder(), KeyCombination.NO_MATCH));
    }
  }

  /**
   * Gives the command its usual keys. If another has them by now, that one has to give them back:
   * it gets its own usual ones, or none if those too are in use.
   */
  public void reset(Command command) {
    cancel();
    giveUsual(command);
    save();
  }

  private void giveUsual(Command command) {
    keys.of(command).set(command.usual());
    Keys.of(command.usual())
        .flatMap(usual -> keys.holder(usual, command))
        .ifPresent(
            holder -> {
              boolean free =
                  Keys.of(holder.usual()).flatMap(own -> keys.holder(own, holder)).isEmpty();
              keys.of(holder).set(free ? holder.usual() : KeyCombination.NO_MATCH);
            });
  }

  /** Gives all commands their usual keys. */
  public void resetAll() {
    cancel();
    settings.set(settings.get().withKeys(Map.of()));
  }

  private void choose(Map<Command, KeyCombination> chosen) {
    chosen.forEach((command, combination) -> keys.of(command).set(combination));
    cancel();
    save();
  }

  private void save() {
    settings.set(settings.get().withKeys(keys.chosen()));
  }

  /** Part of a command's name or of its keys; empty for all. */
  public StringProperty query() {
    return query;
  }

  /** The command that waits for keys; null if none does. */
  public ReadOnlyObjectProperty<@Nullable Command> waiting() {
    return waiting.getReadOnlyProperty();
  }

  /** Why the waiting command has not got the keys that were pressed; null before any were. */
  ReadOnlyObjectProperty<@Nullable Answer> answer() {
    return answer.getReadOnlyProperty();
  }

  /** The keys of the moment. */
  public KeyMap keys() {
    return keys;
  }
}
