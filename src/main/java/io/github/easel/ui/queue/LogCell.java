package io.github.easel.ui.queue;

import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.queue.LogEntry.Kind;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Something that happened: when, what, and on request its details. */
final class LogCell extends ListCell<LogEntry> {

  private static final int DETAIL_ROWS = 6;

  private final Messages messages;
  private final Set<LogEntry> unfolded;
  private final Label time = new Label();
  private final FontIcon icon = new FontIcon(Material2AL.INFO);
  private final Label text = new Label();
  private final TextArea details = new TextArea();
  private final Disclosure disclosure;
  private final SimpleBooleanProperty detailed = new SimpleBooleanProperty();
  private final HBox box;
  private @Nullable LogEntry entry;

  /**
   * @param unfolded the entries whose details are shown
   */
  LogCell(Messages messages, Set<LogEntry> unfolded) {
    this.messages = messages;
    this.unfolded = unfolded;
    time.getStyleClass().add("log-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    text.getStyleClass().add("log-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    details.getStyleClass().add("log-details");
    details.setEditable(false);
    details.setPrefRowCount(DETAIL_ROWS);
    details.accessibleTextProperty().bind(messages.text("log.details"));
    disclosure = new Disclosure(messages.text("log.details"), () -> details);
    disclosure.open().addListener((property, old, open) -> fold(open));
    VBox words = new VBox(text, Visibility.when(disclosure, detailed));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    box = new HBox(time, icon, words);
    box.getStyleClass().add("log-entry");
    setPrefWidth(0); // the list's width, not the text's
    messages.language().addListener(changed -> fill());
  }

  private void fold(boolean open) {
    LogEntry shown = entry;
    if (shown == null) {
      return;
    }
    if (open) {
      unfolded.add(shown);
    } else {
      unfolded.remove(shown);
    }
  }

  @Override
  protected void updateItem(@Nullable LogEntry item, boolean empty) {
    super.updateItem(item, empty);
    entry = null; // what is set now is no wish of the user's
    LogEntry now = empty ? null : item;
    disclosure.open().set(now != null && unfolded.contains(now));
    entry = now;
    setGraphic(now == null ? null : box);
    fill();
  }

  private void fill() {
    LogEntry shown = entry;
    if (shown == null) {
      setAccessibleText("");
      return;
    }
    String when = shown.time().format(LogViewModel.TIME);
    String what = shown.text().in(messages.locale());
    time.setText(when);
    text.setText(what);
    details.setText(shown.details());
    detailed.set(!shown.details().isEmpty());
    icon.setIconCode(icon(shown.kind()));
    for (Kind kind : Kind.values()) {
      box.getStyleClass().remove(kind.name().toLowerCase(Locale.ROOT));
    }
    box.getStyleClass().add(shown.kind().name().toLowerCase(Locale.ROOT));
    setAccessibleText(
        messages.now("log.describe", when, messages.now("log.kind." + shown.kind()), what));
  }

  private static Ikon icon(Kind kind) {
    return switch (kind) {
      case MODEL -> Material2MZ.MEMORY;
      case PICTURE -> Material2AL.BRUSH;
      case FILE -> Material2MZ.SAVE;
      case NOTICE -> Material2AL.INFO;
      case PROBLEM -> Material2AL.ERROR_OUTLINE;
    };
  }
}
