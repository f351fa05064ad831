package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.settings.Session.Layout;
import io.github.easel.settings.Session.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutViewModelTest {

  private final LayoutViewModel layout = new LayoutViewModel(Layout.USUAL);

  @Test
  void beginsWithBothColumnsAndWithoutTheDrawer() {
    assertThat(layout.left().open().get()).isTrue();
    assertThat(layout.right().open().get()).isTrue();
    assertThat(layout.drawer().open().get()).isFalse();
    assertThat(layout.snapshot()).isEqualTo(Layout.USUAL);
  }

  @Test
  void findsEverythingAgain() {
    layout.left().resize(400);
    layout.right().toggle();
    layout.drawer().toggle();
    layout.drawer().resize(300);
    layout.drawerTab().set("log");
    layout.part("negative", false).set(true);
    layout.part("more", true).set(false);
    Layout kept = layout.snapshot();
    assertThat(kept)
        .isEqualTo(
            new Layout(
                new Panel(400, true),
                new Panel(0, false),
                new Panel(300, true),
                "log",
                List.of("more"),
                List.of("negative")));
    LayoutViewModel next = new LayoutViewModel(kept);
    assertThat(next.snapshot()).isEqualTo(kept);
    assertThat(next.part("negative", false).get()).isTrue();
  }

  @Test
  void theCanvasIsAFaceThatPagesLieOver() {
    layout.toggle(Page.CANVAS);
    layout.toggle(Page.SETTINGS);
    assertThat(layout.leavePage()).isTrue();
    assertThat(layout.page().get()).isEqualTo(Page.CANVAS);
    assertThat(layout.leavePage()).isFalse();
    assertThat(layout.page().get()).isEqualTo(Page.CANVAS);
    assertThat(new LayoutViewModel(layout.snapshot()).page().get()).isEqualTo(Page.CANVAS);
    layout.toggle(Page.CANVAS);
    assertThat(layout.page().get()).isEqualTo(Page.VIEWER);
    assertThat(layout.snapshot()).isEqualTo(Layout.USUAL);
  }

  @Test
  void keepsSizesWithinWhatIsReadable() {
    layout.left().resize(10);
    assertThat(layout.left().size().get()).isEqualTo(layout.left().least());
    layout.left().resize(9000);
    assertThat(layout.left().size().get()).isEqualTo(560);
    LayoutViewModel strange =
        new LayoutViewModel(
            new Layout(
                new Panel(5000, true),
                new Panel(0, true),
                new Panel(0, false),
                "",
                List.of(),
                List.of()));
    assertThat(strange.left().size().get()).isEqualTo(560);
  }

  @Test
  void hidesAllPanelsAndBringsTheColumnsBack() {
    layout.drawer().toggle();
    layout.toggleAll();
    assertThat(layout.snapshot())
        .isEqualTo(
            new Layout(
                new Panel(0, false),
                new Panel(0, false),
                new Panel(0, false),
                "",
                List.of(),
                List.of()));
    layout.toggleAll();
    assertThat(layout.snapshot()).isEqualTo(Layout.USUAL);
  }

  @Test
  void goesToAPageAndBack() {
    assertThat(layout.leavePage()).isFalse();
    layout.toggle(Page.LEARN);
    layout.toggle(Page.SETTINGS);
    assertThat(layout.page().get()).isEqualTo(Page.SETTINGS);
    layout.toggle(Page.SETTINGS);
    assertThat(layout.page().get()).isEqualTo(Page.VIEWER);
    layout.toggle(Page.KEYS);
    assertThat(layout.leavePage()).isTrue();
    assertThat(layout.page().get()).isEqualTo(Page.VIEWER);
  }

  @Test
  void tellsEveryChange() {
    int[] changes = {0};
    for (var part : layout.parts()) {
      part.addListener(changed -> changes[0]++);
    }
    layout.left().resize(333);
    layout.drawer().toggle();
    layout.drawerTab().set("log");
    layout.part("more", true).set(false);
    assertThat(changes[0]).isEqualTo(4);
  }
}
