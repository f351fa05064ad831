package io.github.easel.ui.queue;

import io.github.easel.generation.Draft;
import io.github.easel.task.Job;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The drawer at the bottom, with a page for the queue and one for the log. */
public final class DrawerView extends BorderPane {

  /** The name of the log's page in {@code tab}; any other is the queue's. */
  public static final String LOG = "log";

  /** The page of the jobs. */
  public static final String QUEUE = "queue";

  private final QueueViewModel line;
  private final LogViewModel log;
  private final StringProperty tab;
  private final KeyMap keys;
  private final Messages messages;
  private final BooleanBinding logShown;

  /**
   * What the drawer asks of others.
   *
   * @param edit takes a draft over into the left column
   * @param show shows the pictures of a job
   * @param openLog opens the log's file
   */
  public record Hooks(Consumer<Draft> edit, Consumer<Job> show, Runnable openLog) {}

  /**
   * @param tab which page shows; to be remembered
   * @param messages the texts of this screen
   */
  public DrawerView(
      Models models, Hooks hooks, StringProperty tab, KeyMap keys, Messages messages) {
    this.line = models.line();
    this.log = models.log();
    this.tab = tab;
    this.keys = keys;
    this.messages = messages;
    logShown = tab.isEqualTo(LOG);
    QueuePage queue =
        new QueuePage(
            line, new JobActions(line, hooks.edit(), hooks.show()), new JobWords(messages));
    LogPage happened = new LogPage(log, messages);
    getStyleClass().add("drawer");
    setTop(bar(happened, hooks.openLog()));
    setCenter(
        new StackPane(Visibility.when(queue, logShown.not()), Visibility.when(happened, logShown)));
    setMinHeight(0);
  }

  /**
   * What the drawer shows.
   *
   * @param line the jobs
   * @param log what happened
   */
  public record Models(QueueViewModel line, LogViewModel log) {}

  private Node bar(LogPage happened, Runnable openLog) {
    HBox tabs = new HBox(queueTab(), tab(LOG, "drawer.log"));
    tabs.getStyleClass().add("drawer-tabs");
    Label left = new Label();
    left.setId("queue-left");
    left.getStyleClass().add("quiet");
    left.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> TimeLeft.of(line.picturesLeft().get(), line.secondsLeft().get(), messages),
                messages.dependencies(line.picturesLeft(), line.secondsLeft())));
    Visibility.when(left, line.picturesLeft().greaterThan(0));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(tabs, left, gap, queueTools(), logTools(happened, openLog));
    bar.getStyleClass().add("drawer-bar");
    return bar;
  }

  private Node queueTab() {
    ToggleButton button = tab(QUEUE, "drawer.queue");
    button.textProperty().unbind();
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  long jobs = line.rows().stream().filter(row -> row.kind().get().waits()).count();
                  return jobs == 0
                      ? messages.now("drawer.queue")
                      : messages.now("drawer.queue.count", Long.toString(jobs));
                },
                messages.dependencies(line.rows(), line.waiting(), line.running())));
    return button;
  }

  private ToggleButton tab(String name, String key) {
    ToggleButton button = new ToggleButton();
    button.setId("drawer-" + name);
    button.getStyleClass().add("drawer-tab");
    button.textProperty().bind(messages.text(key));
    Hints.explain(button, messages.text(key + ".hint"));
    button.setSelected(logShown.get() == name.equals(LOG));
    logShown.addListener((property, old, now) -> button.setSelected(now == name.equals(LOG)));
    button.setOnAction(
        event -> {
          tab.set(name);
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }

  private Node queueTools() {
    Button pause = new Button();
    pause.setId("queue-pause");
    pause.getStyleClass().addAll("small-button", "flat");
    FontIcon icon = new FontIcon(Material2MZ.PAUSE);
    icon.iconCodeProperty()
        .bind(
            Bindings.when(line.paused()).then(Material2MZ.PLAY_ARROW).otherwise(Material2MZ.PAUSE));
    pause.setGraphic(icon);
    pause
        .textProperty()
        .bind(
            Bindings.when(line.paused())
                .then(messages.text("queue.resume"))
                .otherwise(messages.text("queue.pause")));
    Hints.explain(
        pause,
        Bindings.createStringBinding(
            () ->
                messages.now(
                    line.paused().get() ? "queue.resume.hint" : "queue.pause.hint",
                    keys.label(Command.PAUSE)),
            messages.dependencies(line.paused(), keys.of(Command.PAUSE))));
    pause.setOnAction(event -> line.pause(!line.paused().get()));
    Button cancel = new Button();
    cancel.setId("queue-cancel-all");
    cancel.getStyleClass().addAll("small-button", "flat");
    cancel.setGraphic(new FontIcon(Material2AL.BLOCK));
    cancel.textProperty().bind(messages.text("queue.cancel.all"));
    Hints.explain(cancel, messages.text("queue.cancel.all.hint", keys.label(Command.CANCEL_ALL)));
    cancel.disableProperty().bind(Bindings.isEmpty(line.waiting()).and(line.running().isNull()));
    cancel.setOnAction(event -> line.cancelAll());
    Button clear =
        Hints.iconOnly(new Button(), Material2AL.DELETE_SWEEP, messages.text("queue.clear"));
    clear.setId("queue-clear");
    clear
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> line.rows().stream().noneMatch(row -> row.kind().get().ended()),
                line.rows(),
                line.running()));
    clear.setOnAction(event -> line.commands().clearEnded());
    return shownWhen(logShown.not(), pause, cancel, clear);
  }

  private Node logTools(LogPage happened, Runnable openLog) {
    CheckBox problems = new CheckBox();
    problems.setId("log-problems");
    problems.textProperty().bind(messages.text("log.problems"));
    problems.selectedProperty().bindBidirectional(log.problemsOnly());
    Button copy = Hints.iconOnly(new Button(), Material2AL.CONTENT_COPY, messages.text("log.copy"));
    copy.setId("log-copy");
    copy.disableProperty().bind(Bindings.isEmpty(log.shown()));
    copy.setOnAction(event -> happened.copyAll());
    Button open = Hints.iconOnly(new Button(), Material2MZ.OPEN_IN_NEW, messages.text("log.open"));
    open.setId("log-open");
    open.setOnAction(event -> openLog.run());
    return shownWhen(logShown, problems, copy, open);
  }

  private static Node shownWhen(BooleanBinding condition, Node... tools) {
    HBox box = new HBox(tools);
    box.getStyleClass().add("drawer-tools");
    return Visibility.when(box, condition);
  }
}
