package io.github.easel.ui.viewer;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.Sampling;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
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
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line under the picture: how it was made, where it is kept, what can be done with it. */
final class PictureBar extends HBox {

  /** Below this the buttons show icons only, so that the lines beside them can be read. */
  private static final double WIDE_ENOUGH_FOR_WORDS = 760;

  private final ObjectProperty<Picture> shown;
  private final KeyMap keys;
  private final Messages messages;

  PictureBar(
      ObjectProperty<Picture> shown, PictureActions actions, KeyMap keys, Messages messages) {
    this.keys = keys;
    this.shown = shown;
    this.messages = messages;
    getStyleClass().add("picture-bar");
    ObservableValue<Path> file = shown.flatMap(Picture::file);
    ObservableValue<Boolean> unkept = shown.flatMap(Picture::unkept);
    Label size = line("picture-size", text(this::size));
    Label sampling = line("picture-sampling", text(this::sampling));
    sampling.getStyleClass().add("quiet");
    Label notices = line("picture-notices", text(this::notices));
    notices.getStyleClass().add("notice");
    notices.setWrapText(true); // its sentence says what to do at its end
    notices.setMinHeight(Region.USE_PREF_SIZE);
    Label kept =
        line(
            "picture-kept",
            text(
                picture -> kept(file.getValue(), Boolean.TRUE.equals(unkept.getValue())),
                file,
                unkept));
    kept.getStyleClass().add("quiet");
    kept.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Hints.explain(kept, kept.textProperty());
    VBox lines =
        new VBox(
            size, sampling, Visibility.when(notices, notices.textProperty().isNotEmpty()), kept);
    lines.getStyleClass().add("picture-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren()
        .addAll(
            lines,
            button("recall", Material2AL.EDIT, Command.RECALL_ALL, actions::recall),
            button("copy", Material2AL.CONTENT_COPY, Command.COPY, actions::copy),
            button("save", Material2MZ.SAVE_ALT, Command.SAVE, actions::saveAs));
  }

  private static Label line(String id, ObservableValue<String> text) {
    Label label = new Label();
    label.setId(id);
    label.setMinWidth(0);
    label.textProperty().bind(text);
    return label;
  }

  private Button button(String name, Ikon icon, Command command, Consumer<Picture> action) {
    Button button = new Button();
    button.setId(name);
    button.setGraphic(new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(messages.text("canvas." + name));
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(WIDE_ENOUGH_FOR_WORDS))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    button.accessibleTextProperty().bind(button.textProperty());
    button.setOnAction(event -> action.accept(shown.get()));
    Hints.explain(button, messages.text("canvas." + name + ".hint", keys.label(command)));
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

  private String size(Picture picture) {
    GenerationRequest request = picture.request();
    return messages.now(
        "canvas.size",
        Integer.toString(request.size().width()),
        Integer.toString(request.size().height()),
        Long.toString(request.seed()));
  }

  private String sampling(Picture picture) {
    Sampling sampling = picture.request().sampling();
    return messages.now(
        "canvas.sampling",
        new SamplerChoice(sampling.sampler(), sampling.schedule()).label(),
        Integer.toString(sampling.steps()),
        oneDecimal(sampling.guidanceScale()),
        oneDecimal(picture.timings().total()));
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private String notices(Picture picture) {
    UserMessages sentences = new UserMessages(messages.locale());
    return picture.notices().stream().map(sentences::of).collect(Collectors.joining(" "));
  }

  private String kept(@Nullable Path file, boolean unkept) {
    if (file != null) {
      return messages.now("canvas.kept", file.toString());
    }
    return messages.now(unkept ? "canvas.unkept" : "canvas.keeping");
  }
}
