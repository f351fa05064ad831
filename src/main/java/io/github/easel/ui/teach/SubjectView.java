package io.github.easel.ui.teach;

import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The first step: what is taught, and what it is called. */
final class SubjectView extends VBox {

  private static final double FIELD = 208;

  private final SubjectViewModel subject;
  private final Messages messages;

  SubjectView(SubjectViewModel subject, Messages messages) {
    super(16);
    this.subject = subject;
    this.messages = messages;
    FlowPane kinds = new FlowPane(16, 8);
    ToggleGroup kindGroup = new ToggleGroup();
    for (Kind kind : Kind.values()) {
      String key = "kind." + kind.name().toLowerCase(Locale.ROOT);
      RadioButton button = radio("teach-" + key.replace('.', '-'), key, kindGroup);
      subject.kind().subscribe(now -> button.setSelected(now == kind));
      button.setOnAction(event -> subject.kind().set(kind));
      kinds.getChildren().add(button);
    }
    FlowPane names =
        new FlowPane(
            16,
            12,
            field("word", subject.word()),
            Visibility.when(field("begin", subject.begin()), subject.lora().not()));
    ToggleGroup forms = new ToggleGroup();
    VBox form = new VBox(8, form("embedding", false, forms), form("lora", true, forms));
    Disclosure more = new Disclosure(messages.text("more"), this::more);
    more.line().setId("teach-more");
    getChildren()
        .addAll(kinds, names, Pieces.words(messages.text("word.text"), "quiet"), form, more);
  }

  private RadioButton radio(String id, String key, ToggleGroup group) {
    RadioButton button = new RadioButton();
    button.setId(id);
    button.setToggleGroup(group);
    button.textProperty().bind(messages.text(key));
    return button;
  }

  private Node form(String name, boolean lora, ToggleGroup group) {
    RadioButton button = radio("teach-" + name, "form." + name, group);
    subject.lora().subscribe(now -> button.setSelected(now == lora));
    button.setOnAction(event -> subject.lora().set(lora));
    button.accessibleHelpProperty().bind(messages.text("form." + name + ".hint"));
    return new VBox(
        2, button, Pieces.words(messages.text("form." + name + ".hint"), "quiet", "teach-beneath"));
  }

  private Node field(String name, StringProperty value) {
    TextField text = new TextField();
    text.setId("teach-" + name);
    text.setPrefWidth(FIELD);
    text.textProperty().bindBidirectional(value);
    text.promptTextProperty().bind(messages.text(name + ".empty"));
    Hints.explain(text, messages.text(name + ".hint"));
    return new Field(messages.text(name), text);
  }

  private Node more() {
    return new FlowPane(
        16,
        12,
        spinner(
            "steps",
            subject.steps(),
            SubjectViewModel.LEAST_STEPS,
            SubjectViewModel.MOST_STEPS,
            SubjectViewModel.STEP),
        Visibility.when(
            spinner("vectors", subject.vectors(), 1, SubjectViewModel.MOST_VECTORS, 1),
            subject.lora().not()),
        Visibility.when(
            spinner("rank", subject.rank(), 1, SubjectViewModel.MOST_RANK, 1), subject.lora()),
        seed(),
        field("preview", subject.preview()));
  }

  private Node seed() {
    TextField text = new TextField(Long.toString(subject.seed().get()));
    text.setId("teach-seed");
    text.setPrefWidth(FIELD);
    text.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().matches("[0-9]{0,18}") ? change : null));
    text.textProperty()
        .addListener(
            (property, old, now) -> {
              if (!now.isEmpty()) {
                subject.seed().set(Long.parseLong(now));
              }
            });
    subject
        .seed()
        .addListener(
            (property, old, now) -> {
              if (!text.isFocused()) {
                text.setText(now.toString());
              }
            });
    text.focusedProperty()
        .addListener(
            (property, old, now) -> {
              if (!now) { // it may be empty, or begin with zeros
                text.setText(Long.toString(subject.seed().get()));
              }
            });
    Hints.explain(text, messages.text("seed.hint"));
    return new Field(messages.text("seed"), text);
  }

  private Node spinner(String name, IntegerProperty value, int least, int most, int step) {
    Spinner<Integer> spinner = new Spinner<>();
    spinner.setId("teach-" + name);
    spinner.setEditable(true);
    spinner.setPrefWidth(120);
    SpinnerValueFactory.IntegerSpinnerValueFactory values =
        new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, value.get(), step);
    spinner.setValueFactory(values);
    values
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                value.set(now);
              }
            });
    value.addListener((property, old, now) -> values.setValue(now.intValue()));
    spinner
        .focusedProperty()
        .addListener(
            (property, old, now) -> {
              if (!now && !spinner.getEditor().getText().matches("[0-9]{1,6}")) {
                spinner.getEditor().setText(Integer.toString(value.get()));
              }
            });
    Hints.explain(spinner, messages.text(name + ".hint"));
    return new Field(messages.text(name), spinner);
  }
}
