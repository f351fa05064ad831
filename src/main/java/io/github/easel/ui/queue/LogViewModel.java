package io.github.easel.ui.queue;

import io.github.easel.ui.queue.LogEntry.Kind;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** What happened in this session, newest first, in plain words. */
public final class LogViewModel {

  /** So many are listed; the oldest go. */
  static final int MOST = 1000;

  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Executor window;
  private final Clock clock;
  private final ObservableList<LogEntry> all = FXCollections.observableArrayList();
  private final FilteredList<LogEntry> shown = new FilteredList<>(all);
  private final BooleanProperty problemsOnly = new SimpleBooleanProperty();

  /**
   * @param window JavaFX's thread
   */
  public LogViewModel(Executor window) {
    this(window, Clock.system(ZoneId.systemDefault()));
  }

  LogViewModel(Executor window, Clock clock) {
    this.window = window;
    this.clock = clock;
    problemsOnly.addListener(
        (property, old, only) ->
            shown.setPredicate(entry -> !only || entry.kind() == Kind.PROBLEM));
  }

  /** Notes that something happened, from whichever thread. */
  public void add(Kind kind, LogEntry.Text text) {
    add(kind, text, "");
  }

  /**
   * Likewise.
   *
   * @param details facts for whoever is asked for help
   */
  public void add(Kind kind, LogEntry.Text text, String details) {
    LogEntry entry = new LogEntry(LocalTime.now(clock), kind, text, details.strip());
    window.execute(() -> put(entry));
  }

  private void put(LogEntry entry) {
    all.add(0, entry);
    if (all.size() > MOST) {
      all.remove(MOST, all.size());
    }
  }

  /** The entries that are shown. */
  public ObservableList<LogEntry> shown() {
    return shown;
  }

  /** Whether only what went wrong is shown. */
  public BooleanProperty problemsOnly() {
    return problemsOnly;
  }

  /** What is shown, oldest first, as text to hand on. */
  public String text(Locale locale) {
    List<LogEntry> entries = List.copyOf(shown);
    StringBuilder lines = new StringBuilder();
    for (int i = entries.size() - 1; i >= 0; i--) {
      lines.append(text(entries.get(i), locale)).append('\n');
    }
    return lines.toString();
  }

  /** One entry with its details as text to hand on. */
  public static String text(LogEntry entry, Locale locale) {
    String line = entry.time().format(TIME) + "  " + entry.text().in(locale);
    return entry.details().isEmpty()
        ? line
        : line
            + "\n"
            + entry.details().lines().map(one -> "    " + one).collect(Collectors.joining("\n"));
  }
}
