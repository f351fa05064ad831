package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.theme.Theme;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Settings and keys as a user meets them. */
@ExtendWith(ApplicationExtension.class)
class PreferencesWindowTest {

  private StudioStage window;

  @BeforeEach
  void openWindow() {
    Settings settings = Settings.DEFAULTS.withLanguage("en");
    window =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                new StudioStage(
                    new javafx.stage.Stage(),
                    settings,
                    Session.NEW,
                    new FakeServices(FakeServices.STARTER)));
    window.open();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Settings saved() {
    return window.saved.get(window.saved.size() - 1);
  }

  private String text(String id) {
    return ((Labeled) window.node(id)).getText();
  }

  /** Presses a button that may lie below what can be seen. */
  private void fire(String id) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          ButtonBase button = (ButtonBase) window.node(id);
          button.requestFocus();
          button.fire();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void pagesAreClosedByAButton(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    robot.clickOn("#settings-close");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
    robot.push(KeyCode.F1);
    robot.clickOn("#keys-close");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
  }

  @Test
  void languageAndThemeChangeAtOnceAndAreKept(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    robot.clickOn("#setting-language-ka");
    assertThat(text("setting-theme-dark")).isEqualTo("მუქი");
    robot.clickOn("#setting-theme-dark");
    assertThat(window.studio.look().theme().get()).isEqualTo(Theme.DARK);
    assertThat(saved().language()).isEqualTo("ka");
    assertThat(saved().theme()).isEqualTo("dark");
    robot.clickOn("#reset-appearance");
    assertThat(saved().theme()).isEqualTo("system");
    assertThat(saved().language()).isEmpty();
  }

  @Test
  void theSystemsThemeIsFollowedUnlessOneWasChosen(FxRobot robot) {
    robot.interact(() -> window.studio.look().systemTheme().set(Theme.DARK));
    assertThat(window.studio.look().theme().get()).isEqualTo(Theme.DARK);
    assertThat(window.studio.settings().get().theme()).isEqualTo("system");
    robot.clickOn("#theme");
    assertThat(window.studio.look().theme().get()).isEqualTo(Theme.LIGHT);
    assertThat(saved().theme()).isEqualTo("light");
    assertThat(saved().language()).isEqualTo("en");
    robot.interact(() -> window.studio.look().systemTheme().set(Theme.LIGHT));
    robot.interact(() -> window.studio.look().systemTheme().set(Theme.DARK));
    assertThat(window.studio.look().theme().get()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void searchLeavesWhatItFinds(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    robot.clickOn("#settings-search").write("threads");
    assertThat(window.node("setting-threads").getParent().isVisible()).isTrue();
    Node theme = window.node("setting-theme").getParent();
    assertThat(theme.isVisible()).isFalse();
    robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.DELETE);
    assertThat(theme.isVisible()).isTrue();
  }

  @Test
  void sayThatTheEngineWaitsForTheNextStart(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    assertThat(window.node("restart-engine").isVisible()).isFalse();
    fire("setting-memory-low");
    assertThat(saved().engine().memory()).isEqualTo("low");
    assertThat(window.node("restart-engine").isVisible()).isTrue();
    assertThat(window.node("setting-precision").isDisabled()).isTrue();
  }

  @Test
  void keysAreChosenAndUsed(FxRobot robot) {
    robot.push(KeyCode.F1);
    fire("key-right_panel");
    assertThat(text("key-right_panel")).isEqualTo("Press keys…");
    robot.push(KeyCode.F9);
    assertThat(text("key-right_panel")).isEqualTo("F9");
    assertThat(saved().keys()).isEqualTo(Map.of("right_panel", "F9"));
    boolean open = window.studio.layout().right().open().get();
    robot.push(KeyCode.F9);
    assertThat(window.studio.layout().right().open().get()).isNotEqualTo(open);
    fire("key-reset-right_panel");
    assertThat(text("key-right_panel")).isEqualTo("G");
    robot.push(KeyCode.F9);
    assertThat(window.studio.layout().right().open().get()).isNotEqualTo(open);
  }

  @Test
  void aConflictIsToldAndSolved(FxRobot robot) {
    robot.push(KeyCode.F1);
    fire("key-drawer");
    robot.push(KeyCode.G);
    assertThat(text("key-answer-drawer"))
        .isEqualTo("G already means “Your pictures, show or hide”.");
    fire("key-swap-drawer");
    assertThat(text("key-drawer")).isEqualTo("G");
    assertThat(text("key-right_panel")).isEqualTo("Q");
    fire("key-drawer");
    robot.push(KeyCode.TAB);
    assertThat(text("key-answer-drawer")).startsWith("Tab goes from control to control");
    robot.push(KeyCode.ESCAPE);
    assertThat(text("key-drawer")).isEqualTo("G");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.KEYS);
    robot.push(KeyCode.ESCAPE);
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
  }
}
