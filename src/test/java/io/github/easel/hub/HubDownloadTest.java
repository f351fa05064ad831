package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubDownloadTest {

  private static final String UNET = "unet/diffusion_pytorch_model.safetensors";
  private static final byte[] WEIGHTS = HubRig.bytes(300_000);

  private final Path folder;
  private final HubRig rig;
  private final FakeHub hub;

  HubDownloadTest(@TempDir Path folder) {
    this.folder = folder;
    rig = new HubRig(folder.resolve("models"));
    hub = rig.hub;
  }

  @BeforeEach
  void fill() {
    hub.with("model_index.json", "{\"a\":1}")
        .with("README.md", "words")
        .with("unet/config.json", "{\"b\":2}")
        .with(UNET, WEIGHTS)
        .with("v1.ckpt", HubRig.bytes(700_000));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<String> lying() throws IOException {
    Path models = folder.resolve("models");
    if (!Files.exists(models)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(models)) {
      return all.filter(Files::isRegularFile)
          .map(file -> models.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void aPlanFetchesNothing() throws IOException {
    DownloadPlan plan = rig.plan();
    assertThat(plan.kind()).isEqualTo(DownloadKind.FOLDER);
    assertThat(plan.model().licence()).isEqualTo("creativeml-openrail-m");
    assertThat(plan.target()).isEqualTo(folder.resolve("models").resolve("name"));
    assertThat(plan.bytes()).isEqualTo(WEIGHTS.length + 14);
    assertThat(plan.remaining()).isEqualTo(plan.bytes());
    assertThat(plan.fits()).isTrue();
    assertThat(plan.complete()).isFalse();
    assertThat(plan.hasPickles()).isFalse();
    assertThat(plan.files())
        .extracting(part -> part.file().path())
        .containsExactly("model_index.json", "unet/config.json", UNET);
    assertThat(lying()).isEmpty();
    assertThat(hub.count("/" + FakeHub.MODEL)).isZero();
  }

  @Test
  void aFolderAppearsWhole() throws IOException {
    Path target = rig.fetch();
    assertThat(target).isEqualTo(folder.resolve("models").resolve("name"));
    assertThat(lying())
        .containsExactly(
            "name/hub.json", "name/model_index.json", "name/unet/config.json", "name/" + UNET);
    assertThat(target.resolve(UNET)).hasBinaryContent(WEIGHTS);
    assertThat(HubOrigin.read(target))
        .contains(
            new HubOrigin(
                FakeHub.MODEL,
                FakeHub.COMMIT,
                "creativeml-openrail-m",
                hub.endpoint().root() + "/" + FakeHub.MODEL));
  }

  @Test
  void theTokenStaysWithTheHub() {
    hub.token = "hf_secret";
    rig.token = Optional.of("hf_secret");
    rig.fetch();
    assertThat(hub.asked)
        .filteredOn(asked -> asked.path().startsWith("/storage/"))
        .isNotEmpty()
        .allMatch(asked -> asked.authorization().isEmpty())
        .allMatch(asked -> asked.host().startsWith("localhost"));
    assertThat(hub.asked)
        .filteredOn(asked -> !asked.path().startsWith("/storage/"))
        .allMatch(asked -> asked.authorization().equals("Bearer hf_secret"));
  }

  @Test
  void aGateIsMetBeforeAnythingElse() {
    hub.further = ",\"gated\":\"auto\"";
    HubRig.refused(
        Kind.GATED_NO_TOKEN, rig::plan, FakeHub.MODEL, hub.endpoint().root() + "/" + FakeHub.MODEL);
    hub.token = "hf_secret";
    rig.token = Optional.of("hf_other");
    HubRig.refused(Kind.GATED, rig::fetch);
    rig.token = Optional.of("hf_secret");
    assertThat(rig.fetch()).isDirectory();
  }

  @Test
  void aSingleFileLiesUnderItsOwnName() throws IOException {
    String link = hub.endpoint().root() + "/" + FakeHub.MODEL + "/blob/main/v1.ckpt";
    DownloadPlan plan = rig.plan(link, Optional.empty());
    assertThat(plan.kind()).isEqualTo(DownloadKind.EMBEDDING); // small as it is here
    assertThat(plan.hasPickles()).isTrue();
    assertThat(plan.bytes()).isEqualTo(700_000);
    assertThat(rig.run(plan)).hasBinaryContent(HubRig.bytes(700_000));
    assertThat(lying()).containsExactly("v1.ckpt", "v1.ckpt.hub.json");
    assertThat(HubOrigin.read(folder.resolve("models/v1.ckpt"))).isPresent();

    assertThat(rig.plan(link, Optional.empty()).complete()).isTrue();
    Files.writeString(folder.resolve("models/v1.ckpt"), "something else");
    DownloadPlan again = rig.plan(link, Optional.empty());
    assertThat(again.complete()).isFalse();
    assertThat(again.target()).hasFileName("v1-2.ckpt");
  }

  @Test
  void aConceptIsNamedAfterItsModel() {
    try (FakeHub concepts = rig.hub.with("learned_embeds.bin", HubRig.bytes(4_000))) {
      String link = concepts.endpoint().root() + "/owner/name/resolve/main/learned_embeds.bin";
      assertThat(rig.plan(link, Optional.empty()).target()).hasFileName("name.bin");
    }
  }

  @Test
  void whatIsHereIsNotFetchedAgain() {
    Path target = rig.fetch();
    long before = hub.count("/" + FakeHub.MODEL);
    DownloadPlan plan = rig.plan();
    assertThat(plan.complete()).isTrue();
    assertThat(plan.remaining()).isZero();
    assertThat(rig.run(plan)).isEqualTo(target);
    assertThat(hub.count("/" + FakeHub.MODEL)).isEqualTo(before);
  }

  @Test
  void aFolderOfThatNameIsLeftAlone() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("models/name"));
    Files.writeString(mine.resolve("mine.txt"), "mine");
    assertThat(rig.fetch()).hasFileName("name-2");
    assertThat(mine.resolve("mine.txt")).hasContent("mine");
    assertThat(rig.plan().complete()).isTrue();
  }

  @Test
  void whatCameInTheWaySinceThePlanIsLeftAlone() throws IOException {
    DownloadPlan plan = rig.plan();
    Path mine = Files.createDirectories(folder.resolve("models/name"));
    Files.writeString(mine.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> rig.run(plan)).hasMessageContaining("name");
    assertThat(mine.resolve("mine.txt")).hasContent("mine");
    assertThat(rig.run(rig.plan())).hasFileName("name-2");
  }

  @Test
  void variantsLieBesideOneAnother() {
    hub.with("unet/diffusion_pytorch_model.fp16.safetensors", HubRig.bytes(150_000));
    assertThat(rig.run(rig.plan(FakeHub.MODEL, Optional.of("fp16")))).hasFileName("name-fp16");
  }

  @Test
  void progressOnlyGrows() {
    List<DownloadProgress> told = new ArrayList<>();
    rig.hub.next("/storage/", hub.dropped(UNET, 100_000));
    DownloadPlan plan = rig.plan();
    rig.download().run(plan, told::add, rig.cancellation);
    assertThat(told).isNotEmpty();
    assertThat(told).extracting(DownloadProgress::done).isSorted();
    DownloadProgress last = told.get(told.size() - 1);
    assertThat(last.done()).isEqualTo(plan.bytes()).isEqualTo(last.all());
    assertThat(last.share()).isEqualTo(1);
  }

  @Test
  void aFullDiskIsToldBeforeAnythingIsFetched() throws IOException {
    DownloadPlan plan = rig.plan();
    DownloadPlan full =
        new DownloadPlan(
            plan.model(),
            plan.kind(),
            plan.variant(),
            plan.files(),
            plan.target(),
            plan.staging(),
            0,
            1_000_000,
            false);
    assertThat(full.fits()).isFalse();
    HubRig.refused(Kind.NO_SPACE, () -> rig.run(full), "300 kB", "1.0 MB");
    assertThat(lying()).isEmpty();
  }

  @Test
  void namesThatNotEverySystemHasAreRefusedBeforeAnythingIsFetched() throws IOException {
    hub.with("tokenizer/con.json", "{}");
    HubRig.refused(Kind.NAME_UNSUITABLE, rig::plan, "tokenizer/con.json");
    assertThat(lying()).isEmpty();
  }

  @Test
  void twoDoNotFetchTheSame() {
    DownloadPlan plan = rig.plan();
    hub.next(
        "/storage/",
        exchange -> {
          HubRig.refused(Kind.IN_PROGRESS, () -> rig.run(plan), FakeHub.MODEL);
          hub.dropped(UNET, 10).handle(exchange);
        });
    assertThat(rig.run(plan)).isDirectory();
  }

  @Test
  void aPauseKeepsWhatHasComeAndGoesOnFromThere() throws IOException {
    DownloadPlan plan = rig.plan();
    assertThatThrownBy(
            () ->
                rig.download()
                    .run(
                        plan,
                        progress -> {
                          if (progress.done() > 100_000) {
                            rig.cancellation.cancel();
                          }
                        },
                        rig.cancellation))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(folder.resolve("models/name")).doesNotExist();

    try (HubRig later = new HubRig(folder.resolve("models"))) {
      // the same hub, another wish to cancel
      DownloadPlan rest =
          new HubDownload(rig.client())
              .plan(
                  rig.address(FakeHub.MODEL),
                  Optional.empty(),
                  kind -> later.folder(),
                  later.cancellation);
      assertThat(rest.present()).isGreaterThan(0).isLessThan(rest.bytes());
      int before = hub.asked.size();
      Path target = new HubDownload(rig.client()).run(rest, progress -> {}, later.cancellation);
      assertThat(target.resolve(UNET)).hasBinaryContent(WEIGHTS);
      List<FakeHub.Asked> since = hub.asked.subList(before, hub.asked.size());
      assertThat(since).extracting(FakeHub.Asked::path).noneMatch(p -> p.endsWith("config.json"));
      assertThat(since)
          .filteredOn(asked -> asked.path().startsWith("/storage/"))
          .singleElement()
          .satisfies(asked -> assertThat(asked.range()).matches("bytes=[1-9]\\d+-"))
          .satisfies(asked -> assertThat(asked.ifRange()).contains("first"));
    }
    assertThat(lying()).noneMatch(name -> name.contains(".easel-downloads"));
  }

  @Test
  void leftoversOfAnotherCommitDoNotBecomePartOfTheModel() throws IOException {
    DownloadPlan plan = rig.plan();
    Path old = plan.staging().resolve("unet").resolve("gone.json");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "old");
    Files.writeString(plan.staging().resolve(UNET), "another one's weights");
    Path target = rig.run(plan);
    assertThat(target.resolve("unet/gone.json")).doesNotExist();
    assertThat(target.resolve(UNET)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void whatWasBrokenOffCanBeThrownAway() throws IOException {
    hub.next("/storage/", FakeHub.status(404));
    DownloadPlan plan = rig.plan();
    rig.atWait = time -> rig.cancellation.cancel();
    assertThatThrownBy(() -> rig.run(plan)).isInstanceOf(GenerationException.class);
    assertThat(lying()).isNotEmpty();
    HubDownload.discard(plan);
    assertThat(lying()).isEmpty();
  }
}
