package io.github.easel.ui.teach;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The second step: the pictures, each with its square and caption. */
final class PicturesView extends VBox {

  private final PicturesViewModel pictures;
  private final Messages messages;
  private final FlowPane tiles = new FlowPane(16, 16);

  PicturesView(PicturesViewModel pictures, Function<Window, List<Path>> files, Messages messages) {
    super(12);
    this.pictures = pictures;
    this.messages = messages;
    Button add = Pieces.button("teach-add", "", () -> pictures.add(files.apply(window())));
    add.textProperty().bind(messages.text("pictures.add"));
    add.setGraphic(new FontIcon(Material2AL.ADD_PHOTO_ALTERNATE));
    Hints.explain(add, messages.text("pictures.hint"));
    Label count =
        Pieces.words(
            Bindings.createStringBinding(
                () -> messages.now("pictures.count", pictures.all().size(), PicturesViewModel.MOST),
                messages.dependencies(pictures.all())),
            "quiet");
    count.setId("teach-count");
    Label many =
        Pieces.words(
            Bindings.createStringBinding(
                () -> messages.now("pictures.many", pictures.tooMany().get()),
                messages.dependencies(pictures.tooMany())),
            "teach-warning");
    getChildren()
        .addAll(
            Pieces.words(messages.text("pictures.text"), "quiet"),
            Pieces.flow(add, count),
            Visibility.when(many, pictures.tooMany().greaterThan(0)),
            Visibility.when(tiles, Bindings.isNotEmpty(pictures.all())));
    pictures.all().addListener((InvalidationListener) changed -> show());
    show();
  }

  private Window window() {
    return getScene().getWindow();
  }

  /** Tiles that are here stay, with what is typed in them. */
  private void show() {
    List<PictureTile> now =
        pictures.all().stream()
            .map(
                picture ->
                    tiles.getChildren().stream()
                        .filter(node -> node.getUserData() == picture)
                        .map(PictureTile.class::cast)
                        .findFirst()
                        .orElseGet(() -> tile(picture)))
            .toList();
    tiles.getChildren().setAll(now);
  }

  private PictureTile tile(LessonPicture picture) {
    PictureTile tile = new PictureTile(picture, pictures, messages);
    tile.setUserData(picture);
    return tile;
  }

  /** The system's own dialog. */
  static List<Path> ask(Window over, Messages messages) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now("pictures.add"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages.now("pictures.files"),
                PicturesViewModel.ENDINGS.stream().map(ending -> "*." + ending).toList()));
    List<File> chosen = chooser.showOpenMultipleDialog(over);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }
}
