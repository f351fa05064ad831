package io.github.easel.ui.gallery;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.gallery.ExportViewModel.Done;
import io.github.easel.ui.gallery.ExportViewModel.Progress;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** How far an export is, a sentence when it is done, and the way to what was made. */
final class ExportBar {

  private final ExportViewModel exports;
  private final Messages messages;

  private ExportBar(ExportViewModel exports, Messages messages) {
    this.exports = exports;
    this.messages = messages;
  }

  static Node of(ExportViewModel exports, Messages messages) {
    ExportBar bar = new ExportBar(exports, messages);
    Button show = new Button();
    show.setId("export-show");
    show.getStyleClass().addAll("flat", "small");
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.textProperty().bind(messages.text("export.show"));
    show.setOnAction(event -> exports.reveal());
    WorkBar line =
        new WorkBar(
            "export",
            Bindings.createStringBinding(
                bar::words, messages.dependencies(exports.progress(), exports.done())),
            exports.done().map(done -> done.made().toString()).orElse(""),
            () -> {
              exports.cancel();
              exports.forget();
            },
            messages,
            Visibility.when(show, exports.done().isNotNull()));
    return Visibility.when(line, exports.progress().isNotNull().or(exports.done().isNotNull()));
  }

  private String words() {
    Progress progress = exports.progress().get();
    if (progress != null) {
      return messages.now("export.running", number(progress.done()), number(progress.all()));
    }
    Done done = exports.done().get();
    if (done == null) {
      return "";
    }
    Path name = done.made().getFileName();
    String place = name == null ? done.made().toString() : name.toString();
    Path parent = done.made().getParent();
    String where =
        place.equals("index.html") && parent != null ? parent.getFileName() + "/" + place : place;
    String all = messages.now("export.done", number(done.pictures()), where);
    return done.refused() == 0
        ? all
        : all + " " + messages.now("export.refused", number(done.refused()));
  }

  private String number(int number) {
    return WorkBar.number(number, messages);
  }
}
