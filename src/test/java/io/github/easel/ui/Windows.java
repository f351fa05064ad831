package io.github.easel.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of windows ask for again and again. */
public final class Windows {

  private Windows() {}

  /** Waits until the condition, asked on JavaFX's thread, holds. */
  public static void await(long seconds, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          seconds, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The node of that id, which must be there. */
  public static Node node(Scene scene, String id) {
    Node found = scene.lookup("#" + id);
    if (found == null) {
      throw new AssertionError("no node " + id);
    }
    return found;
  }

  /** What the label or button of that id says. */
  public static String text(Scene scene, String id) {
    return ((Labeled) node(scene, id)).getText();
  }
}
