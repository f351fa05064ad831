package io.github.easel.ui.compose;

import io.github.easel.app.PromptReport;
import io.github.easel.ui.compose.PromptMarks.Mark;
import io.github.easel.ui.compose.PromptMarks.Tint;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.PromptArea;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** A field for a prompt, its grammar marked and its tokens counted. */
final class PromptField extends VBox {

  private static final int FIRST_WORDS = 24;

  private final PromptArea area;
  private final Messages messages;
  private final ObservableValue<@Nullable PromptReport> report;
  private final Label counter = new Label();
  private final Label problem = new Label();

  /** A field for that text. */
  PromptField(
      StringProperty text,
      ObservableValue<Boolean> dynamic,
      ObservableValue<@Nullable PromptReport> report,
      PromptArea area,
      Messages messages) {
    this.area = area;
    this.report = report;
    this.messages = messages;
    MarkLayer layer = new MarkLayer(area);
    StackPane paper = new StackPane(layer, area);
    paper.getStyleClass().add("prompt-paper");
    ObservableValue<List<Mark>> marks =
        Bindings.createObjectBinding(
            () -> PromptMarks.of(text.get(), dynamic.getValue()), text, dynamic);
    layer.show(marks.getValue());
    marks.addListener((property, old, now) -> layer.show(now));
    getStyleClass().add("prompt-field");
    getChildren().addAll(paper, problem(text, marks), overflow());
    count();
  }

  private Label problem(StringProperty text, ObservableValue<List<Mark>> marks) {
    problem
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    marks.getValue().stream()
                        .filter(mark -> mark.tint() == Tint.UNBALANCED)
                        .findFirst()
                        .filter(mark -> mark.to() <= text.get().length())
                        .map(mark -> text.get().substring(mark.from(), mark.to()))
                        .map(bracket -> messages.now("compose.prompt.unbalanced", bracket))
                        .orElse(""),
                messages.dependencies(marks)));
    return remark(problem, "prompt-problem");
  }

  private static Label remark(Label label, String style) {
    label.getStyleClass().addAll("quiet", style);
    label.setGraphic(new FontIcon(Material2MZ.SUBDIRECTORY_ARROW_RIGHT));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return Visibility.when(label, label.textProperty().isNotEmpty());
  }

  private void count() {
    counter.getStyleClass().add("figure");
    counter
        .textProperty()
        .bind(report.map(found -> found.used() + " / " + found.limit()).orElse(""));
    Hints.explain(
        counter,
        Bindings.createStringBinding(
            () -> Optional.ofNullable(report.getValue()).map(this::chunks).orElse(""),
            messages.dependencies(report)));
  }

  /** What falls into which part. */
  private String chunks(PromptReport found) {
    List<PromptReport.Chunk> chunks = longest(found);
    String lines =
        IntStream.range(0, chunks.size())
            .mapToObj(
                i ->
                    messages.now(
                        "compose.tokens.chunk",
                        Integer.toString(i + 1),
                        Integer.toString(chunks.get(i).used()),
                        Integer.toString(chunks.get(i).room()),
                        chunks.get(i).text().strip()))
            .collect(Collectors.joining("\n"));
    return messages.now("compose.tokens.hint") + "\n\n" + lines;
  }

  private static List<PromptReport.Chunk> longest(PromptReport found) {
    return found.parts().stream()
        .flatMap(part -> part.phases().stream())
        .map(PromptReport.Phase::chunks)
        .reduce(List.of(), (one, other) -> other.size() > one.size() ? other : one);
  }

  /** Says from which words on the text goes on in a second part. */
  private Label overflow() {
    Label label = new Label();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Optional.ofNullable(report.getValue())
                        .map(PromptField::longest)
                        .filter(chunks -> chunks.size() > 1)
                        .map(chunks -> chunks.get(1).text().strip())
                        .filter(words -> !words.isEmpty())
                        .map(words -> messages.now("compose.tokens.second", beginning(words)))
                        .orElse(""),
                messages.dependencies(report)));
    return remark(label, "prompt-overflow");
  }

  static String beginning(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    return line.length() <= FIRST_WORDS ? line : line.substring(0, FIRST_WORDS).strip() + "…";
  }

  /** How many tokens there are, for the field's head. */
  Label counter() {
    return counter;
  }

  PromptArea area() {
    return area;
  }

  /** Makes the selection, or what is at the caret, heavier (1) or lighter (-1). */
  void weigh(int direction) {
    IndexRange selection = area.getSelection();
    WeightStep.of(area.getText(), selection.getStart(), selection.getEnd(), direction)
        .ifPresent(
            edit -> {
              area.replaceText(edit.from(), edit.to(), edit.replacement());
              area.selectRange(edit.anchor(), edit.caret());
            });
  }
}
