package io.github.easel.ui.learn;

import io.github.easel.app.NoiseCurve;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/**
 * x_t = sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) e, and the same in words and numbers. Greek
 * letters and roots are drawn: the bundled letters have none.
 */
final class FormulaView extends VBox {

  private static final String ALPHA =
      "M 10 3 C 8.4 8.5, 6.2 11, 4 11 C 1.8 11, 1 9.2, 1 7.2 C 1 4.8, 2.4 3, 4.6 3 C 7 3, 7.6 6.4,"
          + " 8.4 9.2 C 8.8 10.6, 9.6 11, 10.6 10.6 M 1.4 0 L 9.4 0";
  private static final String EPSILON =
      "M 7 4 C 5.6 2.6, 2 2.8, 2 5 C 2 6.4, 3.4 6.8, 5 6.8 C 3 6.8, 1.2 7.4, 1.2 9 C 1.2 11.4, 5.6"
          + " 11.6, 7.4 9.8";
  private static final String ROOT_HOOK = "M 0 12 L 2.4 10.6 L 6 19 L 11 1";

  FormulaView(NoisingViewModel noising, Messages messages) {
    getStyleClass().add("formula");
    setAlignment(Pos.CENTER);
    setId("formula");
    ObservableValue<Boolean> flow = noising.curve().map(NoiseCurve::flow).orElse(false);
    Label numbers = new Label();
    numbers.setId("formula-numbers");
    numbers.getStyleClass().add("formula-numbers");
    numbers
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> numbers(noising, messages),
                messages.language(),
                noising.curve(),
                noising.timestep()));
    numbers.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            Visibility.when(diffusion(), flow.map(is -> !is)),
            Visibility.when(flow(), flow),
            numbers);
    accessibleTextProperty().bind(numbers.textProperty());
  }

  private static String numbers(NoisingViewModel noising, Messages messages) {
    NoiseCurve curve = noising.curve().get();
    int t = noising.timestep().get();
    if (curve == null || t < 0) {
      return "";
    }
    int at = Math.min(t, curve.timesteps() - 1);
    return messages.now("noising.formula", Integer.toString(at), curve.signal(at), curve.noise(at));
  }

  private static HBox diffusion() {
    return line(
        word("x"),
        sub("t"),
        word(" = "),
        root(drawn(ALPHA), sub("t")),
        word(" · x"),
        sub("0"),
        word(" + "),
        root(word("1 – "), drawn(ALPHA), sub("t")),
        word(" · "),
        drawn(EPSILON));
  }

  private static HBox flow() {
    return line(
        word("x"), sub("t"), word(" = (1 – t/T) · x"), sub("0"), word(" + t/T · "), drawn(EPSILON));
  }

  private static HBox line(Node... parts) {
    HBox line = new HBox(parts);
    line.setAlignment(Pos.CENTER);
    line.getStyleClass().add("formula-line");
    return line;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("formula-word");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label sub(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("formula-sub");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static SVGPath drawn(String path) {
    SVGPath letter = new SVGPath();
    letter.setContent(path);
    letter.getStyleClass().add("formula-drawn");
    return letter;
  }

  private static Node root(Node... under) {
    HBox radicand = new HBox(under);
    radicand.setAlignment(Pos.CENTER);
    radicand.getStyleClass().add("formula-radicand");
    HBox root = new HBox(new StackPane(drawn(ROOT_HOOK)), radicand);
    root.setAlignment(Pos.CENTER);
    return root;
  }
}
