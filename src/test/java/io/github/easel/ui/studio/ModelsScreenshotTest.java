package io.github.easel.ui.studio;

import io.github.easel.app.PreparedModels;
import io.github.easel.ui.Shots;
import io.github.easel.ui.models.FakeHub;
import io.github.easel.ui.models.FakeImport;
import io.github.easel.ui.models.FakeShelf;
import io.github.easel.ui.models.ModelsViewModel;
import io.github.easel.ui.models.ModelsViewModel.Part;
import io.github.easel.ui.models.ShelfViewModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Takes pictures of the models; kept with {@code -Deasel.screenshots=FOLDER}. */
@ExtendWith(ApplicationExtension.class)
class ModelsScreenshotTest {

  private static final int COLOURS = 8;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1440, 900, light, en", "1100, 700, dark, ka"})
  void looksWell(int width, int height, String theme, String language, FxRobot robot) {
    String name = "models-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      stock(window, folder);
      window.open();
      ModelsViewModel models = window.studio.models();
      robot.interact(() -> window.studio.layout().page().set(Page.MODELS));
      StudioStage.await(() -> models.shelf().state().get() == ShelfViewModel.State.SHOWN);
      StudioStage.await(() -> models.shelf().shown().size() == 7);
      Shots.take(window.scene, name + "1-cards", COLOURS);
      robot.interact(() -> models.shelf().chosen().set(shown(models, "Stable")));
      StudioStage.await(() -> models.details().facts().get() != null);
      Shots.take(window.scene, name + "2-details", COLOURS);
      robot.interact(() -> models.details().asking().set(true));
      Shots.take(window.scene, name + "3-remove", COLOURS);
      robot.interact(() -> models.shelf().chosen().set(shown(models, "watercolour")));
      StudioStage.await(() -> models.details().facts().get() != null);
      Shots.take(window.scene, name + "4-lora", COLOURS);
      robot.interact(() -> models.shelf().chosen().set(shown(models, "half")));
      robot.interact(() -> models.adding().look(Path.of("/media/other/a-model.safetensors")));
      StudioStage.await(() -> window.scene.lookup("#adding-accept") != null);
      Shots.take(window.scene, name + "5-adding", COLOURS);
      robot.interact(
          () -> {
            models.adding().dismiss();
            models.shelf().words().set("zebra");
          });
      Shots.take(window.scene, name + "6-nothing", COLOURS);
      robot.interact(() -> models.part().set(Part.HUB));
      StudioStage.await(() -> !models.downloads().catalogue().isEmpty());
      Shots.take(window.scene, name + "7-hub", COLOURS);
      robot.interact(() -> models.downloads().ask("nousr/robo-diffusion"));
      StudioStage.await(() -> window.scene.lookup("#download-start") != null);
      Shots.take(window.scene, name + "8-plan", COLOURS);
      robot.interact(
          () -> {
            models.downloads().accepted().set(true);
            models.downloads().start();
          });
      StudioStage.await(() -> window.scene.lookup("#download-pause") != null);
      Shots.take(window.scene, name + "9-running", COLOURS);
      robot.interact(() -> models.downloads().cancel());
      robot.interact(() -> models.part().set(Part.READY));
      StudioStage.await(() -> models.prepared().known().get());
      Shots.take(window.scene, name + "10-ready", COLOURS);
    }
  }

  static io.github.easel.ui.models.ShownModel shown(ModelsViewModel models, String beginning) {
    return models.shelf().shown().stream()
        .filter(one -> one.card().name().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  static void stock(StudioStage window, Path folder) {
    window.services.cards = FakeShelf.usual();
    window.services.library =
        FakeShelf.pictures(name -> Screenshots.picture(name.startsWith("Stable") ? 3 : 0));
    window.services.modelImport = new FakeImport();
    window.services.downloads = new FakeHub(folder);
    window.services.preparedModels =
        new PreparedModels() {
          @Override
          public List<Entry> all() {
            Instant day = Instant.parse("2026-03-04T10:15:30Z");
            String model = "/home/nino/.local/share/easel/models/sd-1.5/";
            return List.of(
                new Entry(model + "unet/diffusion_pytorch_model.safetensors", 3_438_000_000L, day),
                new Entry(model + "text_encoder/model.safetensors", 492_000_000, day));
          }

          @Override
          public long most() {
            return 14L << 30;
          }

          @Override
          public void clear() {
            // nothing is there
          }
        };
  }
}
