package io.github.easel.ui.drop;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether a picture is to begin with, or to take the settings of. */
final class PictureOfferView extends VBox {

  private static final double PREVIEW = 160;

  PictureOfferView(DropViewModel drop, Offer.OfPicture offer, Messages messages) {
    boolean says = offer.settings().isPresent();
    ImageView view = new ImageView(offer.preview());
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(Math.min(PREVIEW, offer.preview().getWidth()));
    view.setFitHeight(Math.min(PREVIEW, offer.preview().getHeight()));
    Label name = new Label(offer.name());
    name.getStyleClass().add("drop-name");
    Visibility.when(name, new SimpleBooleanProperty(!offer.name().isEmpty()));
    Node suggest =
        Visibility.when(
            Sentences.button("drop-suggest", messages.text("picture.suggest"), drop::suggest),
            new SimpleBooleanProperty(!says));
    VBox words =
        new VBox(
            Sentences.label(messages.text("picture.title"), "drop-title"),
            name,
            Sentences.label(
                says
                    ? messages.text(
                        "picture.text", offer.settings().orElseThrow().report().program())
                    : messages.text("picture.text.silent"),
                "drop-text"),
            suggest);
    words.getStyleClass().add("drop-words");
    HBox top = new HBox(view, words);
    top.getStyleClass().add("drop-picture");
    Node settings =
        Visibility.when(
            Sentences.button(
                "drop-settings", messages.text("picture.settings"), drop::lookAtSettings),
            new SimpleBooleanProperty(says));
    getStyleClass().add("drop-content");
    getChildren()
        .addAll(
            top,
            new SuggestionsView(drop, messages),
            Sentences.buttons(
                Sentences.first(
                    Sentences.button(
                        "drop-source", messages.text("picture.source"), drop::useAsSource)),
                Sentences.button("drop-edit", messages.text("picture.edit"), drop::edit),
                settings,
                Sentences.button("drop-cancel", messages.text("cancel"), drop::dismiss)));
  }
}
