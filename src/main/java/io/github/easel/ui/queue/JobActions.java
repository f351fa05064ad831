package io.github.easel.ui.queue;

import io.github.easel.generation.Draft;
import io.github.easel.task.Job;
import io.github.easel.ui.queue.JobRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * What a row offers by its buttons, its menu and its keys; the three never differ.
 *
 * @param line the jobs
 * @param edit takes a draft over into the left column
 * @param show shows the pictures of a job
 */
record JobActions(QueueViewModel line, Consumer<Draft> edit, Consumer<Job> show) {

  /**
   * Something that can be done with a row.
   *
   * @param key of its name
   * @param often whether it has a button of its own
   */
  record Action(String key, Ikon icon, boolean often, Runnable run) {}

  /** All that can be done with the row now, the most likely first. */
  List<Action> of(JobRow row) {
    List<Action> actions = new ArrayList<>();
    JobCommands commands = line.commands();
    Kind kind = row.kind().get();
    switch (kind) {
      case DRAWING, STOPPING -> actions.add(often("stop", Material2MZ.STOP, line::cancelCurrent));
      case HELD, SUSPECT ->
          actions.add(often("go", Material2MZ.PLAY_ARROW, () -> commands.release(row)));
      case FAILED -> actions.add(often("again", Material2MZ.REPLAY, () -> commands.again(row)));
      case STOPPED ->
          actions.add(
              often(
                  row.done().get() > 0 ? "rest" : "again",
                  Material2MZ.REPLAY,
                  () -> commands.again(row)));
      case WAITING, DONE -> {}
    }
    if (row.done().get() > 0) {
      actions.add(rare("show", Material2AL.IMAGE, () -> show.accept(row.job().get())));
    }
    String editing = kind.waits() ? "edit" : "use";
    actions.add(often(editing, Material2AL.EDIT, () -> commands.edit(row, edit)));
    if (kind.waits()) {
      actions.add(often("front", Material2MZ.VERTICAL_ALIGN_TOP, () -> commands.put(row, 0)));
      actions.add(rare("earlier", Material2AL.EXPAND_LESS, () -> commands.move(row, -1)));
      actions.add(rare("later", Material2AL.EXPAND_MORE, () -> commands.move(row, 1)));
    }
    actions.add(often("duplicate", Material2AL.CONTENT_COPY, () -> commands.duplicate(row)));
    if (kind.waits() || kind.ended()) {
      String away = kind.ended() ? "forget" : "remove";
      actions.add(often(away, Material2AL.CLOSE, () -> commands.remove(row)));
    }
    return actions;
  }

  private static Action often(String key, Ikon icon, Runnable run) {
    return new Action("job.do." + key, icon, true, run);
  }

  private static Action rare(String key, Ikon icon, Runnable run) {
    return new Action("job.do." + key, icon, false, run);
  }

  /** What a click or Enter does: the pictures of a row are shown, others are gone on with. */
  void open(JobRow row) {
    if (row.done().get() > 0) {
      show.accept(row.job().get());
    } else if (row.kind().get() != Kind.DRAWING && row.kind().get() != Kind.STOPPING) {
      of(row).get(0).run().run();
    }
  }

  /** Whether keys mean something to the list of jobs. */
  static boolean own(KeyEvent event) {
    return name(event).isPresent();
  }

  private static Optional<String> name(KeyEvent event) {
    if (event.isShortcutDown() || event.isControlDown() || event.isShiftDown()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        event.isAltDown()
            ? switch (event.getCode()) {
              case UP -> "earlier";
              case DOWN -> "later";
              case HOME -> "front";
              default -> null;
            }
            : switch (event.getCode()) {
              case ENTER -> "open";
              case DELETE, BACK_SPACE -> "remove";
              case E -> "edit";
              case D -> "duplicate";
              default -> null;
            });
  }

  /** Does with the row what the keys say; whether they say anything. */
  boolean press(KeyEvent event, JobRow row) {
    Optional<String> name = name(event);
    name.ifPresent(
        key -> {
          switch (key) {
            case "open" -> open(row);
            case "remove" -> run(row, "forget", "remove", "stop");
            case "edit" -> run(row, "edit", "use");
            default -> run(row, key);
          }
        });
    return name.isPresent();
  }

  private void run(JobRow row, String... keys) {
    List<String> wanted = List.of(keys);
    of(row).stream()
        .filter(action -> wanted.contains(action.key().substring("job.do.".length())))
        .findFirst()
        .ifPresent(action -> action.run().run());
  }
}
