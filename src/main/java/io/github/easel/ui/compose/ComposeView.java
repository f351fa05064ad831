package io.github.easel.ui.compose;

import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.PromptArea;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The left column: what to draw and how. */
public final class ComposeView extends VBox {

  private static final int PROMPT_ROWS = 5;
  private static final int NEGATIVE_ROWS = 2;

  private final ComposeViewModel compose;
  private final Messages messages;
  private final StringBinding promptHint;
  private final PromptField prompt;
  private final List<PromptField> fields = new ArrayList<>();
  private Consumer<Node> revealing = node -> {};

  public ComposeView(ComposeViewModel compose, KeyMap keys, Messages messages) {
    this.compose = compose;
    this.messages = messages;
    WordsViewModel words = compose.words();
    PromptArea area =
        new PromptArea(words.prompt(), messages.text("compose.prompt.example"), PROMPT_ROWS);
    area.setId("prompt");
    area.accessibleTextProperty().bind(messages.text("compose.prompt"));
    promptHint =
        messages.text(
            "compose.prompt.hint",
            keys.label(Command.PROMPT),
            keys.label(Command.HEAVIER),
            keys.label(Command.LIGHTER),
            keys.label(Command.EARLIER_PROMPT),
            keys.label(Command.LATER_PROMPT));
    area.accessibleHelpProperty().bind(promptHint); // a tooltip would lie on what is typed
    prompt = new PromptField(words.prompt(), words.dynamic(), words.promptReport(), area, messages);
    fields.add(prompt);
    getStyleClass().add("compose");
    getChildren()
        .addAll(
            row("compose.model", new ModelView(compose, messages), messages),
            new StylesView(compose, messages),
            promptField(),
            Visibility.late(compose.adapters().there(), () -> new AdaptersView(compose, messages)),
            negativeField(),
            Visibility.late(SourceView.shown(compose), () -> new SourceView(compose, messages)),
            Visibility.late(GroundView.shown(compose), () -> new GroundView(compose, messages)),
            withModel(new SizeView(compose.format(), messages)),
            new SeedView(compose, keys, messages),
            withModel(more()));
  }

  /** What a model suggests can be chosen only once there is one. */
  private Node withModel(Node node) {
    node.disableProperty().bind(compose.model().isNull());
    return node;
  }

  /** A name at the left of its control. */
  static Node row(String key, Node control, Messages messages) {
    Label name = new Label();
    name.getStyleClass().addAll("field-name", "row-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.textProperty().bind(messages.text(key));
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox row = new HBox(name, control);
    row.getStyleClass().add("compose-row");
    return row;
  }

  private Node promptField() {
    Label name = new Label();
    name.getStyleClass().add("field-name");
    name.textProperty().bind(messages.text("compose.prompt"));
    name.setLabelFor(prompt.area());
    Hints.explain(name, promptHint);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    prompt.counter().setId("prompt-count");
    HBox head = new HBox(name, gap, prompt.counter());
    VBox field = new VBox(head, prompt);
    field.getStyleClass().add("field");
    return field;
  }

  private Node negativeField() {
    Label beginning = new Label();
    beginning.setId("negative-beginning");
    beginning.getStyleClass().add("figure");
    beginning
        .textProperty()
        .bind(compose.negative().map(text -> text.strip().replaceAll("\\s+", " ")));
    StackPane aside = new StackPane(beginning);
    aside.setAlignment(Pos.CENTER_RIGHT);
    aside.setMinWidth(0);
    Disclosure disclosure =
        new Disclosure(
            messages.text("compose.negative"),
            aside,
            () -> {
              PromptField negative = negative();
              aside.getChildren().add(negative.counter());
              return negative;
            });
    disclosure.setId("negative-disclosure");
    Hints.explain(disclosure.line(), messages.text("compose.negative.hint"));
    disclosure.open().bindBidirectional(compose.negativeOpen());
    Visibility.when(beginning, disclosure.open().not());
    return disclosure;
  }

  private PromptField negative() {
    WordsViewModel words = compose.words();
    PromptArea area =
        new PromptArea(words.negative(), messages.text("compose.negative.example"), NEGATIVE_ROWS);
    area.setId("negative");
    area.accessibleTextProperty().bind(messages.text("compose.negative"));
    area.accessibleHelpProperty().bind(messages.text("compose.negative.hint"));
    PromptField field =
        new PromptField(words.negative(), words.dynamic(), words.negativeReport(), area, messages);
    field.counter().setId("negative-count");
    Visibility.when(
        field.counter(), Bindings.and(compose.negativeOpen(), words.negative().isNotEmpty()));
    fields.add(field);
    return field;
  }

  private Node more() {
    Disclosure disclosure =
        new Disclosure(
            messages.text("compose.more"), summary(), () -> new MoreView(compose, messages));
    disclosure.setId("advanced-disclosure");
    disclosure.open().bindBidirectional(compose.moreOpen());
    return disclosure;
  }

  /** What is folded away is told in one line. */
  private Node summary() {
    SamplingViewModel way = compose.way();
    Label summary = new Label();
    summary.setId("more-summary");
    summary.getStyleClass().add("figure");
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        "compose.more.summary",
                        way.sampler().get().label(),
                        Integer.toString(way.steps().get())),
                messages.dependencies(way.sampler(), way.steps())));
    return Visibility.when(summary, compose.moreOpen().not());
  }

  /** Goes to the prompt, behind its last word. */
  public void focusPrompt() {
    revealing.accept(prompt);
    prompt.area().requestFocus();
    prompt.area().end();
  }

  /** What is around the column scrolls by this to a part of it. */
  void revealBy(Consumer<Node> scrolling) {
    revealing = scrolling;
  }

  /** Enters what keys do in the prompts. */
  public void enter(CommandTable commands) {
    commands.on(Command.HEAVIER, () -> weigh(1));
    commands.on(Command.LIGHTER, () -> weigh(-1));
    PromptHistory history = compose.words().history();
    commands.on(Command.EARLIER_PROMPT, () -> show(history.earlier(compose.prompt().get())));
    commands.on(Command.LATER_PROMPT, () -> show(history.later(compose.prompt().get())));
  }

  private void weigh(int direction) {
    fields.stream()
        .filter(field -> field.area().isFocused())
        .forEach(field -> field.weigh(direction));
  }

  private void show(Optional<String> text) {
    text.ifPresent(
        words -> {
          compose.prompt().set(words);
          focusPrompt();
        });
  }
}
