package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelCard;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.models.FakeHub;
import io.github.easel.ui.models.FakeShelf;
import io.github.easel.ui.models.ModelsViewModel;
import io.github.easel.ui.models.ShelfViewModel;
import io.github.easel.ui.models.ShownModel;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The models as a user meets them. */
@ExtendWith(ApplicationExtension.class)
class ModelsJourneyTest {

  @TempDir private Path folder;

  @Test
  void findsUsesAddsAndDownloads(FxRobot robot) {
    try (StudioStage window = StudioStage.show(1440, 900, "light", "en")) {
      ModelsScreenshotTest.stock(window, folder);
      window.open();
      ModelsViewModel models = window.studio.models();
      robot.push(KeyCode.F5);
      StudioStage.await(() -> models.shelf().state().get() == ShelfViewModel.State.SHOWN);
      assertThat(window.studio.layout().page().get()).isEqualTo(Page.MODELS);

      // from the search to the cards by keys, and with the second of them into the prompt
      robot.interact(() -> models.shelf().words().set("SD 1"));
      robot.interact(() -> models.shelf().forgetFilter());
      robot.interact(() -> window.node("models-order").requestFocus());
      robot.push(KeyCode.TAB);
      robot.push(KeyCode.RIGHT);
      assertThat(chosen(models).card().kind()).isEqualTo(ModelCard.Kind.EMBEDDING);
      robot.push(KeyCode.ENTER);
      assertThat(window.studio.compose().prompt().get()).isEqualTo("easynegative");

      // another model, by its details
      robot.interact(() -> models.shelf().chooseNamed("Stable Diffusion 1.5"));
      StudioStage.await(() -> models.details().facts().get() != null);
      robot.clickOn(window.node("model-use"));
      StudioStage.await(() -> FakeServices.LARGE.equals(window.studio.compose().model().get()));
      assertThat(window.node("model-use").isDisabled()).isTrue();
      assertThat(window.text("model-use-why")).isNotEmpty();

      // the hash of a LoRA by a click
      robot.interact(() -> models.shelf().chooseNamed("watercolour-v2"));
      StudioStage.await(() -> window.scene.lookup("#model-hash") != null);
      robot.interact(((Button) window.node("model-hash"))::fire);
      assertThat(
              org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(
                  5_000, () -> Clipboard.getSystemClipboard().getString()))
          .isEqualTo("6ce0161689");

      // a folder of another program where it lies
      robot.interact(() -> models.adding().look(folder.resolve("webui")));
      StudioStage.await(() -> window.scene.lookup("#adding-text") != null);
      robot.interact(() -> models.adding().dismiss());

      // a download, from the catalogue to the end
      robot.clickOn(window.node("models-part-hub"));
      StudioStage.await(() -> window.scene.lookup("#entry-sd-turbo") != null);
      FakeHub hub = (FakeHub) window.services.downloads;
      assertThat(hub.asked).isEmpty();
      robot.clickOn(window.node("entry-sd-turbo"));
      StudioStage.await(() -> window.scene.lookup("#download-start") != null);
      assertThat(window.node("download-start").isDisabled()).isTrue();
      robot.clickOn(window.node("download-accept"));
      robot.clickOn(window.node("download-start"));
      StudioStage.await(() -> window.scene.lookup("#download-pause") != null);
      hub.arrival.countDown();
      StudioStage.await(() -> window.scene.lookup("#download-use") != null);

      // and what was removed is gone
      robot.clickOn(window.node("models-part-here"));
      robot.interact(() -> models.shelf().chooseNamed("half-a-download"));
      robot.interact(((Button) window.node("model-remove"))::fire);
      robot.interact(((Button) window.node("model-remove-sure"))::fire);
      StudioStage.await(() -> models.shelf().shown().size() == 6);
      assertThat(((FakeShelf) window.services.cards).removed).containsExactly("half-a-download");
      assertThat(window.text("model-removed")).contains("half-a-download");
      robot.clickOn(window.node("models-close"));
      assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
    }
  }

  private static ShownModel chosen(ModelsViewModel models) {
    ShownModel chosen = models.shelf().chosen().get();
    assertThat(chosen).isNotNull();
    return chosen;
  }
}
