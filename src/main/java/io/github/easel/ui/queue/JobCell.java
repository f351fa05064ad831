package io.github.easel.ui.queue;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.queue.JobActions.Action;
import io.github.easel.ui.queue.JobRow.Kind;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A job in the list: its picture, what it is, how it stands, and what can be done with it. */
final class JobCell extends ListCell<JobRow> {

  private static final double PICTURE = 44;
  private static final double STATE = 192;
  private static final double TOOLS = 144;
  private static final double WHOLE_PROMPT = 480;

  private final QueueViewModel line;
  private final JobActions actions;
  private final JobWords words;
  private final ImageView picture = new ImageView();
  private final FontIcon blank = new FontIcon(Material2AL.IMAGE);
  private final Label prompt = new Label();
  private final Label settings = new Label();
  private final FontIcon icon = new FontIcon(Material2AL.HOURGLASS_EMPTY);
  private final Label state = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Tooltip all = new Tooltip();
  private final HBox tools = new HBox();
  private final HBox box;
  private final InvalidationListener refresh = changed -> fill();
  private @Nullable JobRow row;
  private List<String> offered = List.of();

  JobCell(QueueViewModel line, JobActions actions, JobWords words) {
    this.line = line;
    this.actions = actions;
    this.words = words;
    picture.setFitWidth(PICTURE);
    picture.setFitHeight(PICTURE);
    picture.setPreserveRatio(true);
    prompt.getStyleClass().add("job-prompt");
    settings.getStyleClass().add("job-settings");
    settings.setMinHeight(Region.USE_PREF_SIZE);
    all.setWrapText(true);
    all.setMaxWidth(WHOLE_PROMPT);
    prompt.setTooltip(all);
    bar.setMaxWidth(Double.MAX_VALUE);
    StackPane frame = new StackPane(blank, picture);
    frame.getStyleClass().add("job-picture");
    VBox what = new VBox(prompt, settings);
    what.getStyleClass().add("job-words");
    what.setMinWidth(0);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox stateLine = new HBox(icon, state);
    stateLine.getStyleClass().add("job-state-line");
    VBox how = new VBox(stateLine, bar);
    how.getStyleClass().add("job-state");
    fix(how, STATE);
    tools.getStyleClass().add("job-tools");
    fix(tools, TOOLS);
    tools
        .managedProperty()
        .bind(hoverProperty().or(selectedProperty())); // unseen, they leave the title their room
    box = new HBox(frame, what, tools, how);
    box.getStyleClass().add("job");
    box.setMinWidth(0);
    setPrefWidth(0); // the list's width, not the prompt's
    line.paused().addListener(refresh);
    words.messages().language().addListener(refresh);
  }

  private static void fix(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }

  @Override
  protected void updateItem(@Nullable JobRow item, boolean empty) {
    super.updateItem(item, empty);
    JobRow now = empty ? null : item;
    if (now != row) {
      if (row != null) {
        parts(row).forEach(part -> part.removeListener(refresh));
      }
      row = now;
      if (now != null) {
        parts(now).forEach(part -> part.addListener(refresh));
      }
    }
    setGraphic(now == null ? null : box);
    fill();
  }

  private static List<Observable> parts(JobRow row) {
    return List.of(row.job(), row.kind(), row.done(), row.progress(), row.picture(), row.edited());
  }

  private void fill() {
    JobRow shown = row;
    if (shown == null) {
      setAccessibleText("");
      return;
    }
    boolean paused = line.paused().get();
    Kind kind = shown.kind().get();
    picture.setImage(shown.picture().get());
    blank.setVisible(shown.picture().get() == null);
    prompt.setText(words.prompt(shown));
    settings.setText(words.below(shown));
    style(settings, "problem", kind == Kind.FAILED);
    settings.setWrapText(kind == Kind.FAILED || kind == Kind.SUSPECT);
    all.setText(prompt.getText());
    icon.setIconCode(JobWords.icon(shown, paused));
    state.setText(words.state(shown, paused));
    boolean drawing = kind == Kind.DRAWING;
    bar.setVisible(drawing);
    bar.setManaged(drawing);
    bar.setProgress(drawing ? share(shown.progress().get()) : 0);
    for (Kind one : Kind.values()) {
      style(box, one.name().toLowerCase(Locale.ROOT), one == kind);
    }
    style(box, "ended", kind.ended());
    style(box, "edited", shown.edited().get());
    offer(actions.of(shown));
    setAccessibleText(words.spoken(shown, paused));
  }

  private static double share(@Nullable Progress progress) {
    if (progress == null) {
      return 0;
    }
    Stage stage = progress.stage();
    return stage == Stage.SAMPLING || stage == Stage.DECODING ? progress.fraction() : 0;
  }

  private static void style(Node node, String name, boolean on) {
    if (on != node.getStyleClass().contains(name)) {
      if (on) {
        node.getStyleClass().add(name);
      } else {
        node.getStyleClass().remove(name);
      }
    }
  }

  /** The buttons are made anew only if there are others to offer, not with every step. */
  private void offer(List<Action> all) {
    List<Action> often = all.stream().filter(Action::often).toList();
    List<String> keys = often.stream().map(Action::key).toList();
    if (keys.equals(offered)) {
      return;
    }
    offered = keys;
    tools.getChildren().setAll(often.stream().map(this::button).toList());
  }

  /** Keys and the menu do the same, so that Tab need not lead through every row. */
  private Button button(Action action) {
    Button button =
        Hints.iconOnly(new Button(), action.icon(), words.messages().text(action.key()));
    button.getStyleClass().add(action.key().replace('.', '-'));
    button.setFocusTraversable(false);
    button.setOnAction(event -> runNow(action.key()));
    return button;
  }

  /** The row of the cell may be another by now. */
  private void runNow(String key) {
    JobRow shown = row;
    if (shown != null) {
      actions.of(shown).stream()
          .filter(one -> one.key().equals(key))
          .findFirst()
          .ifPresent(one -> one.run().run());
    }
  }
}
