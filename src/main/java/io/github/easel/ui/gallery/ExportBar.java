package io.github.easel.ui.gallery;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.gallery.ExportViewModel.Done;
import io.github.easel.ui.gallery.ExportViewModel.Progress;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.text.NumberFormat;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;

/** How far an export is, and a sentence when it is done. */
final class ExportBar extends HBox {

  private final ExportViewModel exports;
  private final Messages messages;

  ExportBar(ExportViewModel exports, Messages messages) {
    super(4);
    this.exports = exports;
    this.messages = messages;
    getStyleClass().add("export-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setId("export-words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words, messages.dependencies(exports.progress(), exports.done())));
    Hints.explain(words, exports.done().map(done -> done.made().toString()).orElse(""));
    Button end = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("export.end"));
    end.setId("export-end");
    end.setOnAction(
        event -> {
          exports.cancel();
          exports.forget();
        });
    getChildren().addAll(words, end);
    Visibility.when(this, exports.progress().isNotNull().or(exports.done().isNotNull()));
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
    return NumberFormat.getIntegerInstance(messages.locale()).format(number);
  }
}
