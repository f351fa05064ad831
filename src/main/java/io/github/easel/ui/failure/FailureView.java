package io.github.easel.ui.failure;

import io.github.easel.app.FailureReport;
import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.text.ShortPaths;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * A calm box: what happened, why, what to do, a button that does it, and the details folded away.
 * Takes no room while nothing is wrong.
 */
public final class FailureView extends VBox {

  private static final int DETAIL_ROWS = 6;

  private final FailureViewModel failures;
  private final Messages messages;
  private final ObjectBinding<FailureReport> report;
  private final ToggleButton fold = new ToggleButton();

  public FailureView(FailureViewModel failures, Messages messages) {
    this.failures = failures;
    this.messages = messages;
    report =
        Bindings.createObjectBinding(
            () -> failures.report(messages.locale()).orElse(null),
            messages.dependencies(failures.failure()));
    setId("failure-box");
    getStyleClass().add("failure-box");
    getChildren()
        .addAll(head(), buttons(), Visibility.late(fold.selectedProperty(), this::details));
    Visibility.when(this, failures.failure().isNotNull());
    failures.failure().addListener(changed -> fold.setSelected(false));
    speak();
  }

  /** Screen readers read the box as one text, and are told when there is another. */
  private void speak() {
    setAccessibleRole(AccessibleRole.TEXT);
    ObservableValue<String> spoken =
        part(told -> messages.now("failure.spoken", told.what(), told.why(), told.advice()));
    accessibleTextProperty().bind(spoken);
    spoken.addListener(changed -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  private Node head() {
    Label what = line("failure", FailureReport::what);
    what.getStyleClass().add("failure-what");
    VBox lines =
        new VBox(
            what,
            line("failure-why", FailureReport::why),
            line("failure-advice", FailureReport::advice));
    lines.getStyleClass().add("failure-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button dismiss =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("failure.dismiss"));
    dismiss.setId("dismiss-failure");
    dismiss.setOnAction(event -> failures.dismiss());
    HBox head = new HBox(new FontIcon(Material2AL.ERROR_OUTLINE), lines, dismiss);
    head.getStyleClass().add("failure-head");
    return head;
  }

  private Label line(String id, Function<FailureReport, String> sentence) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(part(sentence).map(ShortPaths::in));
    Hints.explain(label, part(sentence));
    return label;
  }

  private ObservableValue<String> part(Function<FailureReport, String> sentence) {
    return Bindings.createStringBinding(
        () -> report.get() == null ? "" : sentence.apply(report.get()), report);
  }

  private Node buttons() {
    Button remedy = new Button();
    remedy.setId("failure-remedy");
    remedy.textProperty().bind(part(told -> told.remedy().map(Remedy::label).orElse("")));
    remedy.setOnAction(event -> take());
    Visibility.when(remedy, remedy.textProperty().isNotEmpty());
    fold.setId("failure-fold");
    fold.getStyleClass().add("quiet-toggle");
    fold.setGraphic(new FontIcon(Material2AL.CHEVRON_RIGHT));
    ((FontIcon) fold.getGraphic())
        .iconCodeProperty()
        .bind(
            Bindings.when(fold.selectedProperty())
                .then(Material2AL.EXPAND_MORE)
                .otherwise(Material2AL.CHEVRON_RIGHT));
    fold.textProperty().bind(messages.text("failure.details"));
    Label code = new Label();
    code.setId("failure-code");
    code.getStyleClass().add("figure");
    code.textProperty().bind(part(told -> told.code().orElse("")));
    Visibility.when(code, code.textProperty().isNotEmpty());
    FlowPane buttons = new FlowPane(remedy, fold, code);
    buttons.getStyleClass().add("failure-buttons");
    return buttons;
  }

  private void take() {
    FailureReport told = report.get();
    if (told != null) {
      told.remedy().ifPresent(failures::take);
    }
  }

  private Node details() {
    TextArea text = new TextArea();
    text.setId("failure-details");
    text.setEditable(false);
    text.setPrefRowCount(DETAIL_ROWS);
    text.textProperty().bind(part(FailureReport::details));
    text.accessibleTextProperty().bind(messages.text("failure.details"));
    Button copy = new Button();
    copy.setId("failure-copy");
    copy.textProperty().bind(messages.text("failure.copy"));
    Hints.explain(copy, messages.text("failure.copy.hint"));
    copy.setOnAction(event -> copy(text.getText()));
    VBox details = new VBox(text, copy);
    details.getStyleClass().add("failure-details");
    return details;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
