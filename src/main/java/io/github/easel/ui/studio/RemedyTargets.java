package io.github.easel.ui.studio;

import io.github.easel.app.FailureAction;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.failure.FailureViewModel;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;

/** Leads from a failure to the control that settles it. */
final class RemedyTargets {

  private static final Map<FailureAction, String> CONTROLS =
      Map.of(
          FailureAction.CHOOSE_MODEL, "#model",
          FailureAction.CHOOSE_SAMPLER, "#sampler",
          FailureAction.OTHER_STYLE, "#add-style",
          FailureAction.LESS_CLIP_SKIP, "#clip-skip");

  /** Of them, what lies under the fold. */
  private static final Set<String> FOLDED = Set.of("#sampler", "#clip-skip");

  private static final String FOLD = "#advanced-disclosure";

  private RemedyTargets() {}

  /** From now on these remedies bring the user to their controls. */
  static void enter(FailureViewModel failures, Parent window) {
    CONTROLS.forEach(
        (action, id) ->
            failures.on(action, () -> there(window, id), remedy -> show(find(window, id))));
  }

  /** What is under a fold that was never opened is made by opening it. */
  private static Node find(Parent window, String id) {
    Node control = window.lookup(id);
    if (control == null && window.lookup(FOLD) instanceof Disclosure fold) {
      fold.open().set(true);
      return window.lookup(id);
    }
    return control;
  }

  /** A choice among one is hidden, and one among none disabled. */
  private static boolean there(Parent window, String id) {
    Node control = window.lookup(id);
    if (control == null && FOLDED.contains(id)) {
      control = window.lookup(FOLD);
    }
    return control != null && control.isManaged() && !control.isDisabled();
  }

  private static void show(Node control) {
    for (Parent around = control.getParent(); around != null; around = around.getParent()) {
      if (around instanceof Disclosure fold) {
        fold.open().set(true);
      } else if (around instanceof ScrollPane scroll) {
        scrollTo(scroll, control);
      }
    }
    control.requestFocus();
    if (control instanceof ComboBoxBase<?> choice) {
      choice.show();
    }
  }

  private static void scrollTo(ScrollPane scroll, Node control) {
    scroll.applyCss();
    scroll.layout(); // what was folded has no place yet
    Node content = scroll.getContent();
    Bounds there = content.sceneToLocal(control.localToScene(control.getBoundsInLocal()));
    double hidden = content.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden > 0) {
      double top = there.getMinY() - scroll.getViewportBounds().getHeight() / 2;
      scroll.setVvalue(Math.max(0, Math.min(1, top / hidden)) * scroll.getVmax());
    }
  }
}
