package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.generation.SamplerKind;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.models.FakeShelf;
import io.github.easel.ui.models.ShelfViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is kept for a model, in the column of the words and among the models. */
@ExtendWith(ApplicationExtension.class)
class ModelDefaultsTest {

  private static final String VAE = "sd-vae-ft-mse";

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, light, ka",
    "1100, 700, dark, en"
  })
  void keepsAndForgets(int width, int height, String theme, String language, FxRobot robot) {
    String name = "defaults-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      FakeServices services = window.services;
      services.cards = FakeShelf.usual();
      window.open();
      ComposeViewModel compose = window.studio.compose();
      String model = compose.model().get().name();
      robot.interact(() -> compose.moreOpen().set(true));
      StudioStage.await(() -> compose.defaults().autoencoders().size() == 1);
      Button keep = (Button) window.node("keep-defaults");
      Node forget = window.node("forget-defaults");
      assertThat(keep.isDisabled()).isTrue();
      assertThat(forget.isVisible()).isFalse();

      robot.interact(
          () -> {
            compose.way().steps().set(17);
            compose.way().sampler().set(SamplerKind.EULER_A);
            compose.way().clipSkip().set(2);
          });
      assertThat(keep.isDisabled()).isFalse();
      robot.interact(keep::fire);
      StudioStage.await(forget::isVisible);
      assertThat(keep.isDisabled()).isTrue();
      assertThat(services.profiles.find(model).steps()).hasValue(17);
      assertThat(services.profiles.find(model).clipSkip()).hasValue(2);
      robot.interact(
          () -> {
            compose.way().steps().set(40);
            compose.reset();
          });
      assertThat(compose.way().steps().get()).isEqualTo(17);
      assertThat(compose.way().sampler().get()).isEqualTo(SamplerKind.EULER_A);

      MenuButton vae = (MenuButton) window.node("vae");
      String own = vae.getText();
      robot.interact(() -> item(vae, VAE).fire());
      StudioStage.await(() -> vae.getText().equals(VAE + ".safetensors"));
      assertThat(services.profiles.find(model).steps()).hasValue(17);
      robot.interact(
          () ->
              ((javafx.scene.control.ScrollPane) window.scene.lookup(".compose-scroll"))
                  .setVvalue(1));
      Screenshots.shoot(window, name + "1-kept");

      robot.interact(vae::show);
      StudioStage.await(() -> ((RadioMenuItem) item(vae, VAE)).isSelected());
      robot.interact(vae::hide);
      robot.interact(() -> compose.defaults().choose(Optional.of(Path.of("a-lora.safetensors"))));
      StudioStage.await(() -> window.studio.failures().failure().get() != null);
      assertThat(vae.getText()).isEqualTo(VAE + ".safetensors");
      Screenshots.shoot(window, name + "2-refused");
      robot.interact(() -> window.studio.failures().dismiss());

      services.profiles.keep(model, services.profiles.find(model).with(size(640, 384)));
      robot.interact(((Button) forget)::fire);
      StudioStage.await(() -> !forget.isVisible());
      assertThat(services.profiles.find(model).width()).hasValue(640);
      assertThat(services.profiles.find(model).height()).hasValue(384);
      services.profiles.keep(
          model,
          new Profile(
              services.profiles.find(model).vae(),
              OptionalInt.empty(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty(),
              OptionalDouble.empty(),
              OptionalInt.empty(),
              OptionalInt.empty()));
      assertThat(compose.way().steps().get()).isEqualTo(compose.model().get().sampling().steps());
      assertThat(compose.way().steps().get()).isNotEqualTo(17);
      assertThat(vae.getText()).isEqualTo(VAE + ".safetensors");
      robot.interact(() -> item(vae, own).fire());
      StudioStage.await(() -> vae.getText().equals(own));
      assertThat(services.profiles.kept).isEmpty();
    }
  }

  private static List<String> texts(StudioStage window) {
    return window.scene.getRoot().lookupAll(".label").stream()
        .map(node -> ((Labeled) node).getText())
        .filter(Objects::nonNull)
        .toList();
  }

  /** As the command line keeps it; the window has no control for it. */
  private static Profile size(int width, int height) {
    return new Profile(
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalInt.of(width),
        OptionalInt.of(height));
  }

  private static MenuItem item(MenuButton menu, String text) {
    return menu.getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, ka",
    "1440, 900, dark, en",
    "1100, 700, light, en",
    "1100, 700, dark, ka"
  })
  void aVaeAmongTheModelsServesTheModelInUse(
      int width, int height, String theme, String language, FxRobot robot) {
    String name = "vae-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      FakeServices services = window.services;
      services.cards = FakeShelf.usual();
      window.open();
      String model = window.studio.compose().model().get().name();
      robot.interact(() -> window.studio.layout().page().set(Page.MODELS));
      ShelfViewModel shelf = window.studio.models().shelf();
      StudioStage.await(() -> shelf.state().get() == ShelfViewModel.State.SHOWN);
      robot.interact(() -> shelf.chooseNamed(VAE));
      Button use = (Button) window.node("model-use");
      assertThat(use.isDisabled()).isFalse();
      assertThat(use.getText()).contains(model);
      Screenshots.shoot(window, name + "1");
      robot.interact(use::fire);
      StudioStage.await(use::isDisabled);
      assertThat(services.profiles.find(model).vae().orElseThrow()).contains(VAE);
      assertThat(((Labeled) window.node("model-use-why")).getText()).contains(model);
      Screenshots.shoot(window, name + "2-used");

      services.profiles.keep(model, services.profiles.find(model).with(size(640, 384)));
      robot.interact(() -> shelf.chooseNamed(model));
      StudioStage.await(() -> window.scene.lookup("#model-kept-forget") != null);
      assertThat(use.isDisabled()).isTrue(); // it is the one in use still
      assertThat(texts(window)).anyMatch(text -> text.contains(VAE) && text.contains("640"));
      Screenshots.shoot(window, name + "3-model");
      robot.interact(((Button) window.node("model-kept-forget"))::fire);
      StudioStage.await(() -> services.profiles.find(model).equals(Profile.EMPTY));
      StudioStage.await(() -> window.scene.lookup("#model-kept-forget") == null);
      StudioStage.await(
          () -> window.studio.compose().defaults().kept().get().equals(Profile.EMPTY));
    }
  }
}
