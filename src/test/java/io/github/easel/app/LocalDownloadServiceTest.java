package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.DownloadService.Wish;
import io.github.easel.generation.Cancellation;
import io.github.easel.hub.ClipVocabulary;
import io.github.easel.hub.DownloadKind;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.FakeHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDownloadServiceTest {

  /** SHA-256 of "a" and "b", a line each. */
  private static final String AB =
      "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2";

  private final FakeHub hub = new FakeHub();
  private final Path folder;
  private final Places places;
  private final DownloadService downloads;

  LocalDownloadServiceTest(@TempDir Path folder) {
    this.folder = folder;
    places = new Places(folder.resolve("home"), folder.resolve("data"), folder.resolve("pictures"));
    downloads =
        new LocalDownloadService(places, Map.of("HF_ENDPOINT", hub.endpoint().root().toString()));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private DownloadPlan plan(Wish wish) {
    return downloads.plan(wish, new Cancellation());
  }

  @Test
  void modelsGoWhereModelsAreLookedFor() {
    hub.with("unet/model.onnx", "graph").with("unet/config.json", "{}");
    DownloadPlan plan = plan(new Wish(FakeHub.MODEL));
    Path model = downloads.run(plan, progress -> {}, new Cancellation());
    assertThat(places.modelRoots()).contains(model.getParent());
    assertThat(model.resolve("unet/model.onnx")).hasContent("graph");
    assertThat(plan(new Wish(FakeHub.MODEL)).complete()).isTrue();
  }

  @Test
  void eachKindHasItsFolder() {
    for (DownloadKind kind : DownloadKind.values()) {
      assertThat(places.downloads(kind)).hasParentRaw(folder.resolve("data"));
    }
    hub.with("learned_embeds.bin", "vectors");
    assertThat(plan(new Wish(FakeHub.MODEL)).target())
        .isEqualTo(folder.resolve("data/embeddings/name.bin"));
  }

  @Test
  void anotherFolderTakesItsPlace() {
    hub.with("learned_embeds.bin", "vectors");
    Wish wish =
        new Wish(
            FakeHub.MODEL,
            Optional.of("v2"),
            Optional.empty(),
            Optional.of(folder.resolve("elsewhere")));
    assertThat(plan(wish).target()).isEqualTo(folder.resolve("elsewhere/name.bin"));
  }

  @Test
  void theCataloguesNamesAreKnown() {
    assertThatThrownBy(() -> plan(new Wish("sd-turbo")))
        .hasMessageContaining("MODEL_NOT_FOUND")
        .hasMessageContaining("stabilityai/sd-turbo");
  }

  @Test
  void plainWeightsAreAskedForByName() {
    hub.with("unet/diffusion_pytorch_model.safetensors", "plain");
    Wish wish =
        new Wish(
            FakeHub.MODEL, Optional.empty(), Optional.of(DownloadService.PLAIN), Optional.empty());
    assertThat(plan(wish).variant()).isEmpty();
    assertThatThrownBy(
            () ->
                plan(
                    new Wish(
                        FakeHub.MODEL, Optional.empty(), Optional.of("fp16"), Optional.empty())))
        .hasMessageContaining("VARIANT_MISSING");
  }

  @Test
  void whatIsNoAddressConnectsToNothing() {
    assertThatThrownBy(() -> plan(new Wish("not an address")))
        .hasMessageContaining("ADDRESS_UNREADABLE");
    hub.close();
    assertThatThrownBy(() -> plan(new Wish("https://example.com/a/b")))
        .hasMessageContaining("ADDRESS_ELSEWHERE");
  }

  @Test
  void theTokenLiesInTheUsersFolder() {
    downloads.token().keep("hf_abcdef");
    assertThat(places.hubToken()).hasContent("hf_abcdef");
    assertThat(downloads.token().read()).contains("hf_abcdef");
  }

  private DownloadService fetching(String tokens) {
    return new LocalDownloadService(
        places,
        Map.of("HF_ENDPOINT", hub.endpoint().root().toString()),
        new ClipVocabulary(
            FakeHub.MODEL,
            tokens,
            "01186fcf04b4b447f393e552964c08c7b419c1ad7a25c342a0b631b1967d3a27"));
  }

  @Test
  void fetchesTheVocabularyOnce() throws IOException {
    hub.with("vocab.json", "{\"a\": 0, \"b\": 1}").with("merges.txt", "#version: 0.2\na b\n");
    hub.with("pytorch_model.bin", "not wanted");
    DownloadService service = fetching(AB);
    Files.createDirectories(places.tokenizer());
    Files.writeString(places.tokenizer().resolve("vocab.json"), "somebody's own");
    DownloadPlan plan = service.plan(new Wish(DownloadService.TOKENIZER), new Cancellation());
    assertThat(plan.files()).hasSize(2);
    assertThat(service.run(plan, progress -> {}, new Cancellation())).isEqualTo(places.tokenizer());
    assertThat(places.tokenizer().resolve("vocab.json")).hasContent("{\"a\": 0, \"b\": 1}");
    assertThat(places.tokenizer().resolve("merges.txt")).exists();
    assertThat(places.tokenizer().resolve("vocab.json.unreadable")).hasContent("somebody's own");
    assertThat(folder.resolve("data/.easel-downloads")).doesNotExist();
    assertThat(service.plan(new Wish(DownloadService.TOKENIZER), new Cancellation()).complete())
        .isTrue();
  }

  @Test
  void keepsNoOtherVocabulary() {
    hub.with("vocab.json", "{\"b\": 0, \"a\": 1}").with("merges.txt", "a b");
    DownloadService service = fetching(AB);
    DownloadPlan plan = service.plan(new Wish(DownloadService.TOKENIZER), new Cancellation());
    assertThatThrownBy(() -> service.run(plan, progress -> {}, new Cancellation()))
        .hasMessageContaining("VOCABULARY_DIFFERS")
        .hasMessageContaining("vocab.json");
    assertThat(places.tokenizer()).doesNotExist();
  }
}
