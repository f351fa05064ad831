package io.github.easel.ui.models;

import io.github.easel.hub.HubToken.From;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What can be had from the hub: by name or link, or out of the catalogue. */
final class HubView extends VBox {

  private static final double CARD = 300;

  private final DownloadsViewModel downloads;
  private final Messages messages;
  private final Disclosure token;

  HubView(ModelsViewModel models, FailureText failureText, Messages messages) {
    super(16);
    this.messages = messages;
    downloads = models.downloads();
    token = new Disclosure(messages.text("token"), this::token);
    token.line().setId("token-fold");
    Label start = Pieces.words(messages.text("hub.start"), "models-section");
    Label text = Pieces.words(messages.text("hub.start.text"), "quiet");
    TileFlow catalogue = new TileFlow(CARD, 12);
    catalogue.setId("catalogue");
    Runnable fill =
        () ->
            catalogue.show(
                downloads.catalogue().stream()
                    .<Node>map(entry -> new EntryView(entry, models, messages))
                    .toList());
    downloads.catalogue().addListener((javafx.beans.InvalidationListener) changed -> fill.run());
    messages.language().addListener(changed -> fill.run());
    fill.run();
    getStyleClass().add("models-hub");
    getChildren()
        .addAll(
            wish(),
            new DownloadView(models, failureText, this::openToken, messages),
            token,
            new VBox(4, start, text),
            catalogue);
  }

  private Node wish() {
    TextField field = new TextField();
    field.setId("hub-wish");
    field.promptTextProperty().bind(messages.text("hub.wish.prompt"));
    field.textProperty().bindBidirectional(downloads.wish());
    field.setOnAction(event -> downloads.ask());
    HBox.setHgrow(field, Priority.ALWAYS);
    BooleanBinding busy = Bindings.createBooleanBinding(downloads::isBusy, downloads.state());
    BooleanBinding blank =
        Bindings.createBooleanBinding(() -> downloads.wish().get().isBlank(), downloads.wish());
    Button ask = Pieces.first(Pieces.button("hub-ask", "", downloads::ask));
    ask.textProperty().bind(messages.text("hub.ask"));
    ask.disableProperty().bind(busy.or(blank));
    Label hint =
        Pieces.words(
            Bindings.createStringBinding(
                () -> messages.now(busy.get() ? "hub.ask.busy" : "hub.quiet"),
                messages.dependencies(busy)),
            "quiet");
    Hints.explain(
        ask,
        Bindings.createStringBinding(
            () ->
                messages.now(
                    busy.get() ? "hub.ask.busy" : blank.get() ? "hub.ask.empty" : "hub.ask.hint"),
            messages.dependencies(busy, blank)));
    Field named = new Field(messages.text("hub.wish"), new HBox(8, field, ask));
    field.accessibleTextProperty().bind(messages.text("hub.wish"));
    return new VBox(4, named, hint);
  }

  private void openToken() {
    token.open().set(true);
    token.line().requestFocus();
  }

  private Node token() {
    TokenViewModel model = downloads.token();
    PasswordField field = new PasswordField();
    field.setId("token-field");
    field.promptTextProperty().bind(messages.text("token.field"));
    field.accessibleTextProperty().bind(messages.text("token.field"));
    field.textProperty().bindBidirectional(model.typed());
    field.setOnAction(event -> model.keep());
    HBox.setHgrow(field, Priority.ALWAYS);
    BooleanBinding none =
        Bindings.createBooleanBinding(() -> model.typed().get().isBlank(), model.typed());
    Button keep = Pieces.button("token-keep", "", model::keep);
    keep.textProperty().bind(messages.text("token.keep"));
    keep.disableProperty().bind(none);
    Hints.explain(
        keep,
        Bindings.when(none)
            .then(messages.text("token.keep.empty"))
            .otherwise(messages.text("token.keep")));
    Button forget = Pieces.button("token-forget", "", model::forget);
    forget.textProperty().bind(messages.text("token.forget"));
    Label state =
        Pieces.words(
            Bindings.createStringBinding(
                () -> messages.now("token." + model.from().get()),
                messages.dependencies(model.from())),
            "quiet");
    state.setId("token-state");
    HBox row = new HBox(8, field, keep, Visibility.when(forget, model.from().isEqualTo(From.FILE)));
    return new VBox(8, Pieces.words(messages.text("token.text"), "quiet"), row, state);
  }
}
