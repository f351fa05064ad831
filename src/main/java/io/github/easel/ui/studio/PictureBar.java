package io.github.easel.ui.studio;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line under the picture: how it was made, where it is kept, what can be done with it. */
final class PictureBar extends HBox {

  private final ObjectProperty<Picture> shown;
  private final Messages messages;

  PictureBar(ObjectProperty<Picture> shown, PictureActions actions, Messages messages) {
    this.shown = shown;
    this.messages = messages;
    getStyleClass().add("picture-bar");
    Label settings = line("picture-settings", text(this::settings));
    Label notices = line("picture-notices", text(this::notices));
    notices.getStyleClass().add("notice");
    Label kept = line("picture-kept", text(this::kept, shown.flatMap(Picture::file)));
    kept.getStyleClass().add("quiet");
    VBox lines =
        new VBox(settings, Visibility.when(notices, notices.textProperty().isNotEmpty()), kept);
    lines.getStyleClass().add("picture-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren()
        .addAll(
            lines,
            button("recall", Material2AL.EDIT, Shortcut.RECALL, actions::recall),
            button("copy", Material2AL.CONTENT_COPY, Shortcut.COPY, actions::copy),
            button("save", Material2MZ.SAVE_ALT, Shortcut.SAVE, actions::saveAs));
  }

  private static Label line(String id, ObservableValue<String> text) {
    Label label = new Label();
    label.setId(id);
    label.setMinWidth(0);
    label.textProperty().bind(text);
    return label;
  }

  private Button button(String name, Ikon icon, Shortcut shortcut, Consumer<Picture> action) {
    Button button = new Button();
    button.setId(name);
    button.setGraphic(new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(messages.text("canvas." + name));
    button.setOnAction(event -> action.accept(shown.get()));
    Hints.explain(button, messages.text("canvas." + name + ".hint", shortcut.label()));
    return button;
  }

  /** What a line says of a picture. */
  @FunctionalInterface
  private interface Say {
    String of(Picture picture);
  }

  private StringBinding text(Say say, Object... alsoOf) {
    Object[] all = Arrays.copyOf(alsoOf, alsoOf.length + 1);
    all[alsoOf.length] = shown;
    return Bindings.createStringBinding(
        () -> shown.get() == null ? "" : say.of(shown.get()), messages.dependencies(all));
  }

  private String settings(Picture picture) {
    GenerationRequest request = picture.request();
    GenerationResult result = picture.result();
    return messages.now(
        "canvas.settings",
        Integer.toString(request.size().width()),
        Integer.toString(request.size().height()),
        Long.toString(request.seed()),
        request.sampling().sampler().label(),
        Integer.toString(request.sampling().steps()),
        String.format(Locale.ROOT, "%.1f", request.sampling().guidanceScale()),
        String.format(Locale.ROOT, "%.1f", result.timings().total()));
  }

  private String notices(Picture picture) {
    return picture.result().notices().stream()
        .map(notice -> messages.now("notice." + notice.kind(), notice.detail()))
        .collect(Collectors.joining(" "));
  }

  private String kept(Picture picture) {
    Path file = picture.file().get();
    return file == null
        ? messages.now("canvas.keeping")
        : messages.now("canvas.kept", file.toString());
  }
}
