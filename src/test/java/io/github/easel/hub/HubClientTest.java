package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubClientTest {

  private static final String INFO = "/api/models/";

  private final HubRig rig = new HubRig(Path.of("nowhere"));
  private final FakeHub hub = rig.hub;

  @AfterEach
  void close() {
    rig.close();
  }

  private HubModel model() {
    return rig.client().model(rig.address(FakeHub.MODEL), rig.cancellation);
  }

  private List<HubFile> files(String what) {
    return rig.client().files(model(), rig.address(what), rig.cancellation);
  }

  @Test
  void tellsWhatIsKnownOfAModel() {
    HubModel model = model();
    assertThat(model.id()).isEqualTo(FakeHub.MODEL);
    assertThat(model.commit()).isEqualTo(FakeHub.COMMIT);
    assertThat(model.licence()).isEqualTo("creativeml-openrail-m");
    assertThat(model.tags()).containsExactly("diffusers");
    assertThat(model.gated()).isFalse();
    assertThat(model.page()).isEqualTo(hub.uri("/" + FakeHub.MODEL));
    assertThat(hub.asked.get(0).path()).isEqualTo(INFO + FakeHub.MODEL + "/revision/main");
    assertThat(hub.asked.get(0).authorization()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'cardData':{'license':'mit'}} | mit",
        "{'cardData':{'license':['mit','other']}} | mit",
        "{'cardData':{'license':'other','license_name':'own words'}} | own words",
        "{'cardData':{'license':'other'}} | other",
        "{'tags':['x','license:openrail++']} | openrail++",
        "{} | ''"
      })
  void findsTheLicence(String json, String licence) {
    String fields = "{\"sha\":\"" + FakeHub.COMMIT + "\",";
    String text = fields + json.replace('\'', '"').substring(1);
    hub.next(INFO, FakeHub.text("application/json", text.replace(",}", "}")));
    assertThat(model().licence()).isEqualTo(licence);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false",
    "true, true",
    "'\"auto\"', true",
    "'\"manual\"', true",
    "null, false"
  })
  void knowsGates(String value, boolean gated) {
    hub.further = ",\"gated\":" + value;
    assertThat(model().gated()).isEqualTo(gated);
  }

  @Test
  void aRenamedModelIsFollowedWithTheToken() {
    rig.token = Optional.of("hf_secret");
    hub.next(
        INFO + "old/name",
        FakeHub.status(307, "Location", INFO + FakeHub.MODEL + "/revision/main"));
    HubModel model = rig.client().model(rig.address("old/name"), rig.cancellation);
    assertThat(model.id()).isEqualTo(FakeHub.MODEL);
    assertThat(hub.asked).extracting(FakeHub.Asked::authorization).containsOnly("Bearer hf_secret");
  }

  @Test
  void theTokenGoesToNoOtherHost() {
    rig.token = Optional.of("hf_secret");
    String away = "http://localhost:" + hub.port() + INFO + FakeHub.MODEL + "/revision/main";
    hub.next(INFO, FakeHub.status(302, "Location", away));
    assertThat(model().id()).isEqualTo(FakeHub.MODEL);
    assertThat(hub.asked).hasSize(2);
    assertThat(hub.asked.get(0).authorization()).isEqualTo("Bearer hf_secret");
    assertThat(hub.asked.get(1).host()).startsWith("localhost");
    assertThat(hub.asked.get(1).authorization()).isEmpty();
  }

  @Test
  void listsFilesWithSizesAndHashes() {
    byte[] large = HubRig.bytes(5_000);
    hub.with("unet/model.safetensors", large).with("model_index.json", "{}");
    assertThat(files(FakeHub.MODEL))
        .containsExactly(
            new HubFile(
                "unet/model.safetensors",
                5_000,
                Optional.of(FakeHub.sha256(large)),
                Optional.empty()),
            new HubFile(
                "model_index.json",
                2,
                Optional.empty(),
                // what `git hash-object` says of the two brackets
                Optional.of("9e26dfeeb6e641a33dae4961196235bdb965b21b")));
  }

  @Test
  void turnsThePagesOfAList() {
    hub.pageSize = 3;
    for (int i = 0; i < 8; i++) {
      hub.with("file-" + i, "x".repeat(i));
    }
    assertThat(files(FakeHub.MODEL)).hasSize(8);
    assertThat(hub.count(INFO + FakeHub.MODEL + "/tree/")).isEqualTo(3);
    // the link names another host, which nobody asked for
    assertThat(hub.asked).allMatch(asked -> asked.host().startsWith("127.0.0.1"));
  }

  @Test
  void listsAFolder() {
    hub.with("a/x", "1").with("b/y", "2").with("b/c/z", "3");
    String link = hub.endpoint().root() + "/" + FakeHub.MODEL + "/tree/main/b";
    assertThat(files(link)).extracting(HubFile::path).containsExactly("b/y", "b/c/z");
  }

  @Test
  void aListThatTurnsBackIsRefused() {
    String tree = INFO + FakeHub.MODEL + "/tree/";
    for (int i = 0; i < 2; i++) {
      hub.next(
          tree,
          exchange -> {
            exchange.getResponseHeaders().add("Link", "<https://x/y?cursor=same>; rel=\"next\"");
            FakeHub.json(exchange, "[]");
          });
    }
    HubRig.refused(Kind.ANSWER_UNREADABLE, () -> files(FakeHub.MODEL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil.sh", "/etc/passwd", "a/../../b", "C:/x", "a\\..\\b"})
  void namesThatLeadOutAreRefused(String name) {
    hub.with(name, "x");
    HubRig.refused(Kind.NAME_HOSTILE, () -> files(FakeHub.MODEL), name, FakeHub.MODEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000000000000000000", "1099511627777", "-1", "\"many\"", "null"})
  void absurdSizesAreRefused(String size) {
    hub.next(
        INFO + FakeHub.MODEL + "/tree/",
        FakeHub.text(
            "application/json",
            "[{\"type\":\"file\",\"path\":\"a.bin\",\"size\":" + size + ",\"oid\":\"x\"}]"));
    HubRig.refused(Kind.SIZE_ABSURD, () -> files(FakeHub.MODEL), "a.bin");
  }

  @Test
  void describesAFileInStorageWithoutGoingThere() {
    byte[] large = HubRig.bytes(5_000);
    hub.with("a b.safetensors", large);
    HubFile file = rig.client().file(model(), "a b.safetensors", rig.cancellation);
    assertThat(file.size()).isEqualTo(5_000);
    assertThat(file.sha256()).contains(FakeHub.sha256(large));
    assertThat(hub.count("/storage/")).isZero();
    assertThat(hub.asked.get(1).method()).isEqualTo("HEAD");
  }

  @Test
  void describesAFileOfTheHubItself() {
    hub.with("config.json", "{}");
    HubFile file = rig.client().file(model(), "config.json", rig.cancellation);
    assertThat(file.size()).isEqualTo(2);
    assertThat(file.blob()).contains(FakeHub.blob("{}".getBytes(StandardCharsets.UTF_8)));
    HubRig.refused(
        Kind.FILE_NOT_FOUND,
        () -> rig.client().file(model(), "none.bin", rig.cancellation),
        "none.bin",
        FakeHub.MODEL);
  }

  @ParameterizedTest
  @CsvSource({
    "404, RepoNotFound, MODEL_NOT_FOUND",
    "404, RevisionNotFound, REVISION_NOT_FOUND",
    "404, '', MODEL_NOT_FOUND",
    "401, '', MODEL_NOT_FOUND",
    "401, RepoNotFound, MODEL_NOT_FOUND",
    "401, GatedRepo, GATED_NO_TOKEN",
    "403, GatedRepo, GATED_NO_TOKEN",
    "403, DisabledRepo, DISABLED",
    "400, '', SERVER_FAILED",
    "451, '', SERVER_FAILED"
  })
  void refusalsAreToldApartAndNotTriedAgain(int status, String code, Kind kind) {
    hub.next(INFO, FakeHub.status(status, "X-Error-Code", code));
    HubRig.refused(kind, this::model);
    assertThat(hub.asked).hasSize(1);
    assertThat(rig.waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"401, '', TOKEN_REFUSED", "403, GatedRepo, GATED", "401, GatedRepo, GATED"})
  void withATokenTheyMeanSomethingElse(int status, String code, Kind kind) {
    rig.token = Optional.of("hf_secret");
    hub.next(INFO, FakeHub.status(status, "X-Error-Code", code));
    assertThatThrownBy(this::model)
        .hasMessageNotContaining("hf_secret")
        .satisfies(
            e ->
                HubRig.refused(
                    kind,
                    () -> {
                      throw e;
                    }));
  }

  @Test
  void aLockedModelIsNoGate() {
    hub.next(INFO, FakeHub.status(403, "X-Error-Message", "Access to this resource is disabled."));
    HubRig.refused(Kind.DISABLED, this::model, FakeHub.MODEL);
  }

  @Test
  void busyServersAreLeftAloneAsLongAsTheyWish() {
    hub.next(INFO, FakeHub.status(429, "Retry-After", "42"));
    hub.next(INFO, FakeHub.status(429, "RateLimit", "\"api\";r=0;t=17"));
    hub.next(INFO, FakeHub.status(503));
    hub.next(INFO, FakeHub.status(503, "Retry-After", "1"));
    assertThat(model().id()).isEqualTo(FakeHub.MODEL);
    assertThat(rig.waits)
        .containsExactly(
            Duration.ofSeconds(42),
            Duration.ofSeconds(17),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
  }

  @Test
  void whoWantsALongBreakIsToldToTheUser() {
    hub.next(INFO, FakeHub.status(429, "Retry-After", "3541"));
    HubRig.refused(Kind.BUSY, this::model, "127.0.0.1", "60");
    assertThat(rig.waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, SERVER_FAILED", "502, SERVER_FAILED", "504, SERVER_FAILED", "429, BUSY"})
  void serversThatKeepFailingAreGivenUp(int status, Kind kind) {
    for (int i = 0; i < 6; i++) {
      hub.next(INFO, FakeHub.status(status));
    }
    HubRig.refused(kind, this::model);
    assertThat(rig.waits)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16));
  }

  @Test
  void aCancellationEndsTheWaiting() {
    hub.next(INFO, FakeHub.status(503));
    rig.atWait = time -> rig.cancellation.cancel();
    assertThatThrownBy(this::model)
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(hub.asked).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsSaidSoon() {
    HubEndpoint nobody = hub.endpoint();
    hub.close();
    HubClient client =
        new HubClient(
            nobody,
            new HubHttp(nobody, Optional::empty, HubTimes.USUAL, "Easel/test"),
            (time, wish) -> rig.waits.add(time));
    HubRig.refused(
        Kind.UNREACHABLE,
        () -> client.model(HubAddress.parse("a/b", nobody), rig.cancellation),
        "127.0.0.1");
    assertThat(rig.waits).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void redirectsInACircleAreRefused() {
    hub.next("/api/models/a", FakeHub.status(302, "Location", "/api/models/c/d"));
    hub.next("/api/models/c", FakeHub.status(302, "Location", "/api/models/a/b/revision/main"));
    HubRig.refused(
        Kind.REDIRECT_LOOP, () -> rig.client().model(rig.address("a/b"), rig.cancellation));
  }

  @Test
  void redirectsWithoutAnEndAreRefused() {
    for (int i = 0; i < 20; i++) {
      hub.next("/", FakeHub.status(302, "Location", "/further/" + i));
    }
    HubRig.refused(Kind.REDIRECT_LOOP, this::model);
    assertThat(hub.asked).hasSizeLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.invalid/x",
        "//example.invalid/x",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "https://me:secret@example.invalid/x"
      })
  void redirectsOffAProtectedConnectionAreRefused(String location) {
    hub.next(INFO, FakeHub.status(302, "Location", location));
    HubRig.refused(Kind.REDIRECT_PLAIN, this::model, "127.0.0.1");
  }

  @Test
  void aRedirectToNonsenseIsRefused() {
    hub.next(INFO, FakeHub.status(302, "Location", "http://a b/%%"));
    HubRig.refused(Kind.ANSWER_UNREADABLE, this::model);
  }

  @Test
  void aPageInThePlaceOfAnAnswerIsRefused() {
    hub.next(INFO, FakeHub.text("text/html; charset=utf-8", "<html>Log in</html>"));
    HubRig.refused(Kind.HTML_ANSWER, this::model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{\"sha\":\"short\"}", "{\"sha\":7}", "\0\1\2"})
  void nonsenseIsRefused(String text) {
    hub.next(INFO, FakeHub.text("application/json", text));
    HubRig.refused(Kind.ANSWER_UNREADABLE, this::model);
  }

  @Test
  void deepNonsenseIsRefused() {
    hub.next(INFO, FakeHub.text("application/json", "[".repeat(100_000)));
    HubRig.refused(Kind.ANSWER_UNREADABLE, this::model);
  }

  @Test
  void aPackedAnswerIsUnpacked() throws IOException {
    String json = "{\"id\":\"%s\",\"sha\":\"%s\"}".formatted(FakeHub.MODEL, FakeHub.COMMIT);
    byte[] packed = gzip(json.getBytes(StandardCharsets.UTF_8));
    hub.next(
        INFO,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          FakeHub.send(exchange, packed);
        });
    assertThat(model().commit()).isEqualTo(FakeHub.COMMIT);
  }

  @Test
  void aPackedAnswerWithoutAnEndIsRefused() throws IOException {
    byte[] packed = gzip(new byte[40 << 20]);
    hub.next(
        INFO,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          FakeHub.send(exchange, packed);
        });
    HubRig.refused(Kind.ANSWER_UNREADABLE, this::model);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }
}
