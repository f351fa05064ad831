package io.github.easel.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelCard;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubToken;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.models.ModelFilter.Kin;
import io.github.easel.ui.models.ModelFilter.Order;
import io.github.easel.ui.models.ModelFilter.Sort;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {

  private final List<GenerationException> failures = new ArrayList<>();
  private final FakeDesk desk = new FakeDesk();
  private final FakeShelf shelf = FakeShelf.usual();
  private final FakeImport imports = new FakeImport();
  private final FakeHub hub;
  private final FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);

  /** What waits for the worker of downloads. */
  private final Deque<Runnable> downloading = new ArrayDeque<>();

  private final ModelsViewModel models;

  ModelsViewModelTest(@TempDir Path folder) {
    hub = new FakeHub(folder);
    services.cards = shelf;
    services.modelImport = imports;
    services.downloads = hub;
    models =
        new ModelsViewModel(
            new Workers(
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                downloading::add,
                Runnable::run),
            desk,
            failures::add);
    models.open(services);
    models.shown(true);
  }

  private List<String> names() {
    return models.shelf().shown().stream().map(one -> one.card().name()).toList();
  }

  private ShownModel shown(String beginning) {
    return models.shelf().shown().stream()
        .filter(one -> one.card().name().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void filtersAndSorts() {
    assertThat(names())
        .hasSize(7)
        .startsWith("add-more-details_by_someone_with_a_long_name-v1.4_fp16");
    models.shelf().sort().set(Sort.LORA);
    assertThat(names()).hasSize(2);
    models.shelf().kin().set(Kin.SD1);
    assertThat(names()).containsExactly("watercolour-v2");
    models.shelf().forgetFilter();
    models.shelf().words().set("wet WTR");
    assertThat(names()).containsExactly("watercolour-v2");
    models.shelf().words().set("zebra");
    assertThat(models.shelf().state().get()).isEqualTo(ShelfViewModel.State.NOTHING);
    models.shelf().forgetFilter();
    models.shelf().order().set(Order.LARGEST);
    assertThat(names()).startsWith("Stable Diffusion 1.5", "half-a-download");
    models.shelf().order().set(Order.NEWEST);
    assertThat(names()).startsWith("Starter").endsWith("sd-vae-ft-mse");
    models.shelf().sort().set(Sort.BROKEN);
    assertThat(names()).containsExactly("half-a-download");
  }

  @Test
  void drawsWithAModelAndAddsAnAdditionToThePrompt() {
    models.shelf().use(shown("Stable"));
    assertThat(desk.used.get()).isEqualTo(FakeServices.LARGE);
    assertThat(models.shelf().isInUse(shown("Stable"))).isTrue();
    models.shelf().use(shown("watercolour"));
    models.shelf().use(shown("easy"));
    models.shelf().use(shown("half"));
    assertThat(desk.words).containsExactly("<lora:watercolour-v2:1>", "easynegative");
    assertThat(desk.used.get()).isEqualTo(FakeServices.LARGE);
  }

  @Test
  void tellsWhatGoesWithWhat() {
    assertThat(models.shelf().companions(shown("Stable").card()))
        .extracting(one -> one.card().name())
        .containsExactly("watercolour-v2", "easynegative");
    assertThat(models.shelf().companions(shown("watercolour").card()))
        .extracting(one -> one.card().name())
        .containsExactly("Stable Diffusion 1.5");
    assertThat(models.shelf().companions(shown("Starter").card())).isEmpty();
    assertThat(models.shelf().companions(shown("sd-vae").card())).isEmpty();
  }

  @Test
  void hashesSmallFilesAtOnceAndLargeOnesWhenAsked() {
    models.shelf().chosen().set(shown("watercolour"));
    assertThat(shelf.hashed).containsExactly("watercolour-v2");
    models.shelf().chosen().set(shown("Stable"));
    assertThat(shelf.hashed).hasSize(1);
    models.details().hash(shown("Stable"));
    assertThat(shown("Stable").hash().get()).isNotNull();
    assertThat(shelf.hashed).hasSize(2);
  }

  @Test
  void removesOnlyWhatSomebodyAgreedTo() {
    models.shelf().chosen().set(shown("Stable"));
    models.details().remove();
    assertThat(shelf.removed).isEmpty();
    models.details().asking().set(true);
    models.shelf().chosen().set(shown("half"));
    models.details().remove();
    assertThat(shelf.removed).as("the question was about another").isEmpty();
    models.details().asking().set(true);
    models.details().remove();
    assertThat(shelf.removed).containsExactly("half-a-download");
    assertThat(models.details().removed().get()).isEqualTo("half-a-download");
    assertThat(names()).doesNotContain("half-a-download");
    assertThat(desk.offered).hasSize(1);
  }

  @Test
  void copiesAFileAndShowsIt() {
    models.adding().look(Path.of("/elsewhere/new-model.safetensors"));
    assertThat(models.adding().state().get()).isInstanceOf(Adding.Offer.class);
    ModelCard copy = FakeShelf.lora("new-model", ModelCard.Family.SD1, 1, List.of());
    shelf.cards.add(copy);
    models.adding().accept();
    assertThat(imports.copied).containsExactly("new-model");
    assertThat(models.adding().state().get()).isEqualTo(new Adding.Added("new-model", true));
    assertThat(models.shelf().chosen().get().card()).isEqualTo(copy);
  }

  @Test
  void usesFoldersWhereTheyLie() {
    models.adding().look(Path.of("/elsewhere/new-model.safetensors"));
    models.adding().inPlace().set(true);
    models.adding().accept();
    assertThat(imports.copied).isEmpty();
    assertThat(desk.settings.get().folders().allModels()).containsExactly("/elsewhere");
    models.adding().leaveOut("/elsewhere");
    assertThat(desk.settings.get().folders()).isEqualTo(Settings.DEFAULTS.folders());
  }

  @Test
  void takesAFolderOfConfigsForUnusualShapes() {
    models.adding().look(Path.of("/elsewhere/odd-model.safetensors"));
    assertThat(models.adding().state().get()).isInstanceOf(Adding.Failed.class);
    models.adding().chooseConfigs(Path.of("/configs"));
    assertThat(models.adding().state().get()).isInstanceOf(Adding.Offer.class);
    assertThat(imports.configs).containsExactly(Path.of("/configs"));
    models.adding().dismiss();
    models.adding().look(Path.of("/elsewhere/notes.safetensors"));
    assertThat(models.adding().state().get()).isEqualTo(new Adding.NoModel("notes.safetensors"));
  }

  @Test
  void asksTheHubOnlyWhenTheUserDoes() {
    models.part().set(ModelsViewModel.Part.HUB);
    assertThat(models.downloads().catalogue()).isNotEmpty();
    assertThat(downloading).isEmpty();
    assertThat(hub.asked).isEmpty();
    models.downloads().ask("a/b");
    downloading.remove().run();
    assertThat(hub.asked).containsExactly("a/b");
    models.downloads().start();
    assertThat(downloading).as("the licence is not accepted").isEmpty();
  }

  @Test
  void pausesGoesOnAndEnds() {
    models.downloads().ask("a/b");
    downloading.remove().run();
    models.downloads().accepted().set(true);
    models.downloads().start();
    models.downloads().pause();
    downloading.remove().run();
    assertThat(models.downloads().state().get()).isInstanceOf(Download.Paused.class);
    assertThat(hub.discarded).isEmpty();
    models.downloads().start();
    hub.arrival.countDown();
    downloading.remove().run();
    assertThat(models.downloads().state().get())
        .isInstanceOfSatisfying(
            Download.Ended.class,
            ended -> assertThat(DownloadsViewModel.name(ended)).isEqualTo("robo-diffusion"));
  }

  @Test
  void discardsWhatIsCancelledAndTellsWhatFails() {
    models.downloads().ask("a/b");
    downloading.remove().run();
    models.downloads().accepted().set(true);
    models.downloads().start();
    models.downloads().cancel();
    downloading.forEach(Runnable::run);
    downloading.clear();
    assertThat(hub.discarded).hasSize(1);
    assertThat(models.downloads().state().get()).isInstanceOf(Download.Nothing.class);
    models.downloads().ask("nothing/there");
    downloading.remove().run();
    assertThat(models.downloads().state().get()).isInstanceOf(Download.Failed.class);
    assertThat(failures).isEmpty();
  }

  @Test
  void keepsATokenAndShowsItNowhere() {
    models.part().set(ModelsViewModel.Part.HUB);
    TokenViewModel token = models.downloads().token();
    token.typed().set("hf_abcdef");
    token.keep();
    assertThat(token.typed().get()).isEmpty();
    assertThat(token.from().get()).isEqualTo(HubToken.From.FILE);
    assertThat(hub.token().read()).contains("hf_abcdef");
    token.forget();
    assertThat(token.from().get()).isEqualTo(HubToken.From.NOWHERE);
    token.typed().set("two words");
    token.keep();
    assertThat(failures).hasSize(1);
  }
}
