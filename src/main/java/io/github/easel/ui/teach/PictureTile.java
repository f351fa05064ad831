package io.github.easel.ui.teach;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A picture, its square and its caption. */
final class PictureTile extends VBox {

  private static final double WIDTH = 216;
  private static final double HEIGHT = 160;

  private final LessonPicture picture;
  private final Messages messages;

  PictureTile(LessonPicture picture, PicturesViewModel pictures, Messages messages) {
    super(4);
    this.picture = picture;
    this.messages = messages;
    getStyleClass().add("lesson-picture");
    setPrefWidth(WIDTH);
    CropView crop = new CropView(picture, messages);
    crop.setMinHeight(HEIGHT);
    crop.setMaxHeight(HEIGHT);
    HBox tools =
        new HBox(
            tool("suggest", Material2AL.CENTER_FOCUS_STRONG, picture::cropSuggested),
            tool("widest", Material2AL.CROP_FREE, picture::cropWidest),
            tool("smaller", Material2MZ.ZOOM_IN, () -> picture.resize(0.9)),
            tool("larger", Material2MZ.ZOOM_OUT, () -> picture.resize(1 / 0.9)),
            Pieces.gap(),
            tool("remove", Material2AL.CLOSE, () -> pictures.remove(picture)));
    tools.setAlignment(Pos.CENTER_LEFT);
    TextArea caption = new TextArea();
    caption.getStyleClass().add("lesson-caption");
    caption.setWrapText(true);
    caption.setPrefRowCount(2);
    caption.promptTextProperty().bind(messages.text("caption.empty"));
    caption.accessibleTextProperty().bind(messages.text("caption.spoken", name()));
    caption.textProperty().bindBidirectional(picture.caption());
    Label source =
        Pieces.words(
            Bindings.createStringBinding(
                () -> messages.now("caption." + picture.source().get()),
                messages.dependencies(picture.source())),
            "quiet");
    getChildren().addAll(crop, tools, caption, source);
  }

  private String name() {
    return String.valueOf(picture.file().getFileName());
  }

  private Button tool(String key, Ikon icon, Runnable action) {
    Button button = Hints.iconOnly(new Button(), icon, messages.text("crop." + key, name()));
    button.getStyleClass().add("lesson-" + key);
    button.setOnAction(event -> action.run());
    return button;
  }
}
