package io.github.easel.ui.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Remark;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.drop.Change.Setting;
import io.github.easel.ui.drop.DropViewModel.Place;
import io.github.easel.ui.drop.Offer.Sentence;
import io.github.easel.ui.drop.Offer.Sentence.Kind;
import io.github.easel.ui.viewer.Images;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropping without a window, over the real services and real files. */
class DropViewModelTest {

  private static final String INFOTEXT =
      """
      a castle on a hill
      Negative prompt: fog
      Steps: 25, Sampler: Euler a, CFG scale: 6.5, Seed: 77, Size: 512x768, Wonder: 3\
      """;

  private final Path folder;
  private final Services services;
  private final Deque<Runnable> files = new ArrayDeque<>();
  private final FakeReceiver receiver = new FakeReceiver();
  private final DropViewModel drop;

  DropViewModelTest(@TempDir Path folder) {
    this.folder = folder;
    services =
        LocalServices.open(
            new Places(
                folder.resolve("home"),
                folder.resolve("data"),
                folder.resolve("pictures"),
                Optional.empty()),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    Workers workers = new Workers(Runnable::run, Runnable::run, files::add, Runnable::run);
    drop = new DropViewModel(workers, receiver, () -> 123);
    drop.open(services);
  }

  @AfterEach
  void close() {
    services.close();
  }

  private void doFiles() {
    for (Runnable task = files.poll(); task != null; task = files.poll()) {
      task.run();
    }
  }

  private Path ownPicture() {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a red fox", "snow"),
            "starter",
            new ImageSize(256, 320),
            new Sampling(SamplerKind.DDIM, 31, 5.5),
            4711);
    Provenance made = new Provenance(request, "starter", "", "torch-cpu", "CPU", "Easel 0.1.0");
    return services
        .pictures()
        .keep(
            new GenerationResult(
                FakeServices.gradient(256, 320), made, new Timings(0, 0, 0, 0, 0), List.of()));
  }

  private void take(Path file, Place place) {
    drop.take(Dropped.file(file), place);
  }

  private Offer offer() {
    return drop.offer().get();
  }

  @Test
  void opensProjectsAtOnce() {
    Path project = Path.of("sea.EASEL");
    drop.take(Dropped.file(project), Place.WINDOW);
    assertThat(receiver.projects).containsExactly(project);
    assertThat(drop.offer().get()).isNull();
  }

  @Test
  void asksWhatAPictureIsFor() {
    Path file = ownPicture();
    take(file, Place.WINDOW);
    Offer.OfPicture picture = (Offer.OfPicture) offer();
    assertThat(picture.name()).isEqualTo(file.getFileName().toString());
    assertThat(picture.preview().getHeight()).isEqualTo(320);
    assertThat(picture.settings()).isPresent();
    assertThat(receiver.sources).isEmpty();
  }

  @Test
  void leavesWordsToTheFieldThatAreNoSettings() {
    List<String> inserted = new ArrayList<>();
    drop.paste("an old lighthouse", () -> inserted.add("words"));
    assertThat(inserted).containsExactly("words");
    assertThat(offer()).isNull();
    drop.paste(INFOTEXT, () -> inserted.add("settings"));
    assertThat(inserted).hasSize(1);
    assertThat(offer()).isInstanceOf(Offer.OfSettings.class);
    assertThat(drop.canBeText()).isTrue();
    drop.insertAsText();
    assertThat(inserted).containsExactly("words", "settings");
    assertThat(offer()).isNull();
    drop.take(Dropped.text(INFOTEXT), Place.WINDOW);
    assertThat(drop.canBeText()).isFalse();
  }

  @Test
  void tellsVariantsOfWordsFromSettings() {
    assertThat(Dropped.looksLikeSettings("{red|blue} bricks")).isFalse();
    assertThat(Dropped.looksLikeSettings("{ \"steps\": 12 }")).isTrue();
    assertThat(Dropped.looksLikeSettings(INFOTEXT)).isTrue();
  }

  @Test
  void beginsWithACopyOfThePicture() {
    take(ownPicture(), Place.WINDOW);
    drop.useAsSource();
    assertThat(drop.busy().get()).isTrue();
    doFiles();
    assertThat(receiver.sources).hasSize(1);
    assertThat(receiver.sources.get(0)).isRegularFile();
    assertThat(services.sources().read(receiver.sources.get(0)).height()).isEqualTo(320);
    assertThat(offer()).isNull();
    assertThat(drop.busy().get()).isFalse();
  }

  private static Image image(int width, int height) {
    return Images.of(FakeServices.gradient(width, height));
  }

  @Test
  void refusesAPictureThatIsTooLarge() {
    Image huge =
        new WritableImage(
            new PixelBuffer<>(
                70_000,
                1_000,
                IntBuffer.allocate(70_000_000),
                PixelFormat.getIntArgbPreInstance()));
    drop.take(new Dropped(List.of(), Optional.of(huge), Optional.empty()), Place.WINDOW);
    assertThat(((Offer.Failed) offer()).reason().failure()).isEqualTo(Failure.FILE_UNREADABLE);
  }

  @Test
  void beginsWithAPictureOfTheClipboard() {
    drop.take(new Dropped(List.of(), Optional.of(image(20, 10)), Optional.empty()), Place.WINDOW);
    assertThat(((Offer.OfPicture) offer()).settings()).isEmpty();
    drop.useAsSource();
    doFiles();
    assertThat(receiver.sources).hasSize(1);
  }

  @Test
  void showsWhatAPicturesSettingsWouldChange() {
    take(ownPicture(), Place.WINDOW);
    drop.lookAtSettings();
    Offer.OfSettings settings = (Offer.OfSettings) offer();
    assertThat(settings.changes())
        .contains(
            new Change(Setting.PROMPT, "", "a red fox"),
            new Change(Setting.NEGATIVE, "", "snow"),
            new Change(Setting.SEED, "", "4711"),
            new Change(Setting.SIZE, "", "256x320"),
            new Change(Setting.STEPS, "", "31"),
            new Change(Setting.GUIDANCE, "0", "5.5"));
    assertThat(drop.ticked()).isEqualTo(settings.groups());
    drop.ticked().remove(SettingGroup.SEED);
    drop.ticked().remove(SettingGroup.MODEL);
    drop.takeSettings();
    assertThat(receiver.requests.get(0).prompt().positive()).isEqualTo("a red fox");
    assertThat(receiver.groups)
        .containsExactly(EnumSet.of(SettingGroup.PROMPT, SettingGroup.SIZE, SettingGroup.SAMPLING));
    assertThat(offer()).isNull();
  }

  @Test
  void leavesOutWhatWouldNotChange() {
    receiver.draft =
        new Draft(
            new Draft.Words("a red fox", "snow", List.of(), false),
            "starter",
            new Draft.Format(256, 320, 3),
            Draft.EMPTY.way(),
            new Draft.Chance("4711", "", 0),
            Draft.EMPTY.start());
    take(ownPicture(), Place.PROMPT);
    assertThat(((Offer.OfSettings) offer()).groups()).containsExactly(SettingGroup.SAMPLING);
  }

  @Test
  void goesStraightToTheSettingsOnThePrompt() {
    take(ownPicture(), Place.PROMPT);
    assertThat(offer()).isInstanceOf(Offer.OfSettings.class);
  }

  @Test
  void offersSettingsInATextAndSaysWhatItDoesNotKnow() {
    drop.take(Dropped.text(INFOTEXT), Place.PROMPT);
    Offer.OfSettings settings = (Offer.OfSettings) offer();
    assertThat(settings.report().request().prompt().positive()).isEqualTo("a castle on a hill");
    assertThat(settings.changes()).contains(new Change(Setting.SEED, "", "77"));
    assertThat(settings.remarks())
        .extracting(Remark::reason)
        .contains(Remark.Reason.UNKNOWN)
        .doesNotContain(Remark.Reason.APPLIED);
  }

  @Test
  void doesNotOfferASeedThatThePictureDoesNotSay() {
    drop.take(Dropped.text(INFOTEXT.replace("Seed: 77, ", "")), Place.PROMPT);
    assertThat(((Offer.OfSettings) offer()).groups()).doesNotContain(SettingGroup.SEED);
  }

  @Test
  void addsPlainWordsToThePrompt() {
    drop.take(Dropped.text("an old lighthouse"), Place.PROMPT);
    assertThat(receiver.words).containsExactly("an old lighthouse");
    assertThat(offer()).isNull();
    drop.take(Dropped.text("  \n"), Place.PROMPT);
    assertThat(receiver.words).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "dream.vae.safetensors, CHECKPOINT",
    "ink.pt, CHECKPOINT",
    "model.onnx, LONE_GRAPH",
    "notes.txt, NO_SETTINGS",
    "song.mp3, UNKNOWN",
    "picture.png, UNKNOWN"
  })
  void saysWhatOtherFilesAre(String name, Kind kind) throws IOException {
    take(Files.writeString(folder.resolve(name), "something else"), Place.WINDOW);
    assertThat(offer()).isEqualTo(new Sentence(kind, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dream.safetensors", "DREAM.CKPT"})
  void saysWhyACheckpointCannotBeOpened(String name) throws IOException {
    take(Files.writeString(folder.resolve(name), "something else"), Place.WINDOW);
    assertThat(((Offer.Failed) offer()).reason().failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
  }

  @Test
  void saysThatAFolderHoldsNoModelAndThatAFileIsGone() throws IOException {
    take(Files.createDirectory(folder.resolve("holiday")), Place.WINDOW);
    assertThat(offer()).isEqualTo(new Sentence(Kind.FOLDER, "holiday"));
    take(folder.resolve("gone.png"), Place.WINDOW);
    assertThat(offer()).isInstanceOf(Offer.Failed.class);
  }

  private Path model() throws IOException {
    Path root = folder.resolve("downloads").resolve("dream");
    for (String file :
        List.of("text_encoder/model.onnx", "unet/model.onnx", "vae_decoder/model.onnx")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.write(root.resolve(file), new byte[1000]);
    }
    Files.createDirectories(root.resolve("scheduler"));
    Files.writeString(root.resolve("scheduler").resolve("scheduler_config.json"), "{}");
    return root;
  }

  @Test
  void copiesAModelToTheOthers() throws IOException {
    take(model(), Place.WINDOW);
    assertThat(((Offer.OfModel) offer()).model().name()).isEqualTo("dream");
    drop.copyModel();
    files.remove().run();
    assertThat(offer()).isEqualTo(new Offer.Copying("dream"));
    doFiles();
    assertThat(offer()).isEqualTo(new Sentence(Kind.MODEL_COPIED, "dream"));
    assertThat(receiver.model).isEqualTo("dream");
    Path copy = folder.resolve("data").resolve("models").resolve("dream");
    assertThat(copy.resolve("unet").resolve("model.onnx")).hasSize(1000);
    take(copy, Place.WINDOW);
    assertThat(offer()).isEqualTo(new Sentence(Kind.MODEL_AT_HAND, "dream"));
  }

  @Test
  void takesAwayWhatWasCopiedOfAModelWhenItIsCancelled() throws IOException {
    take(model(), Place.WINDOW);
    drop.copyModel();
    files.remove().run();
    files.remove().run();
    drop.dismiss();
    doFiles();
    assertThat(offer()).isNull();
    assertThat(receiver.model).isEmpty();
    try (var left = Files.walk(folder.resolve("data"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private void copyOnePiece() throws IOException {
    take(model(), Place.WINDOW);
    drop.copyModel();
    files.remove().run();
    files.remove().run();
  }

  @Test
  void tellsThatAModelCannotBeCopied() throws IOException {
    Path root = model();
    take(root, Place.WINDOW);
    try (var all = Files.walk(root)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
    drop.copyModel();
    doFiles();
    assertThat(offer()).isInstanceOf(Offer.Failed.class);
    assertThat(drop.copiedShare().get()).isZero();
  }

  @Test
  void nothingButCancelEndsACopy() throws IOException {
    copyOnePiece();
    drop.take(Dropped.text("an old lighthouse"), Place.PROMPT);
    take(ownPicture(), Place.WINDOW);
    drop.leave();
    assertThat(drop.takes()).isFalse();
    assertThat(offer()).isEqualTo(new Offer.Copying("dream"));
    drop.begin(FakeServices.gradient(20, 10), "a.png");
    doFiles();
    assertThat(receiver.sources).isEmpty();
    assertThat(receiver.words).isEmpty();
    assertThat(offer()).isEqualTo(new Sentence(Kind.MODEL_COPIED, "dream"));
    assertThat(receiver.model).isEqualTo("dream");
    assertThat(drop.takes()).isTrue();
    drop.leave();
    assertThat(offer()).isNull();
  }

  @Test
  void tellsSettingsFromWordsAtAGlance() {
    assertThat(Dropped.looksLikeSettings(INFOTEXT)).isTrue();
    assertThat(Dropped.looksLikeSettings(" {\"prompt\": \"x\"}")).isTrue();
    assertThat(Dropped.looksLikeSettings("a fox on a hill")).isFalse();
  }
}
