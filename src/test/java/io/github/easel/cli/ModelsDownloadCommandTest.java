package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.DownloadService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.Catalogue;
import io.github.easel.hub.DownloadKind;
import io.github.easel.hub.DownloadListener;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.DownloadProgress;
import io.github.easel.hub.DownloadProgress.Stage;
import io.github.easel.hub.HubFailures;
import io.github.easel.hub.HubFile;
import io.github.easel.hub.HubModel;
import io.github.easel.hub.HubRefusal;
import io.github.easel.hub.HubToken;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsDownloadCommandTest {

  private static final long SIZE = 2_000_000_000;

  private final CommandLineHarness cli;
  private final FakeDownloads downloads;

  ModelsDownloadCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
    downloads = new FakeDownloads(folder);
    cli.services.downloads = downloads;
  }

  private void type(String line) {
    cli.answers =
        new Answers() {
          @Override
          public boolean canAnswer() {
            return true;
          }

          @Override
          public Optional<String> line() {
            return Optional.of(line);
          }

          @Override
          public Optional<String> secret() {
            return Optional.of(line);
          }
        };
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "YES ", "კი", "დიახ"})
  void saysWhatWouldComeAsksAndPrintsWhereItLies(String answer) {
    type(answer);
    assertThat(cli.run("models", "download", "a/b")).isZero();
    assertThat(cli.out()).isEqualTo(downloads.target + "\n");
    assertThat(cli.err())
        .contains(
            "a/b (https://hub.example/a/b)",
            "licence: mit; read it on that page",
            "files: 1, 2.0 GB",
            "goes to " + downloads.target + " (50.0 GB free)",
            "Python pickles",
            "Download it, and accept its licence? [y/N]",
            "1.0 GB of 2.0 GB, 10.0 MB/s, 1:40 min left");
    assertThat(downloads.done).containsExactly("plan a/b", "run");
    assertThat(cli.services.closed).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "", "maybe", "არა"})
  void withoutConsentNothingIsFetched(String answer) {
    type(answer);
    assertThat(cli.run("models", "download", "a/b")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).endsWith("Nothing was downloaded.\n");
    assertThat(downloads.done).containsExactly("plan a/b");
  }

  @Test
  void whereNobodyCanBeAskedNothingIsConnectedTo() {
    assertThat(cli.run("models", "download", "a/b")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("wants your consent", "--yes");
    assertThat(cli.run("models", "download", "a/b", "--json")).isEqualTo(ExitCode.USAGE);
    assertThat(downloads.done).isEmpty();
    assertThat(cli.services.opened).isEmpty();
  }

  @Test
  void consentMayBeGivenBeforehand() {
    assertThat(cli.run("models", "download", "a/b", "--yes")).isZero();
    assertThat(cli.err()).doesNotContain("[y/N]");
    assertThat(downloads.done).containsExactly("plan a/b", "run");
  }

  @Test
  void drawingOffersToFetchAMissingVocabulary() {
    cli.services.lacksTokenizer = true;
    type("no");
    assertThat(cli.run("generate", "a fox")).isZero();
    assertThat(cli.err()).contains("brings no vocabulary", "about 1.5 MB", "[y/N]");
    assertThat(downloads.done).isEmpty();
    type("yes");
    assertThat(cli.run("generate", "a fox")).isZero();
    assertThat(downloads.wish.what()).isEqualTo(DownloadService.TOKENIZER);
    assertThat(downloads.done).containsExactly("plan tokenizer", "run");
    cli.answers = Answers.NOBODY;
    assertThat(cli.run("generate", "a fox")).isZero();
    assertThat(downloads.done).hasSize(2);
  }

  @Test
  void optionsReachTheService() {
    cli.run(
        "models", "download", "a/b", "-y", "--variant", "fp16", "--revision", "v2", "--to", "d");
    assertThat(downloads.wish)
        .isEqualTo(
            new DownloadService.Wish(
                "a/b",
                Optional.of("v2"),
                Optional.of("fp16"),
                Optional.of(cli.folder.resolve("d"))));
  }

  @Test
  void listsTheFilesAndEnds() {
    assertThat(cli.run("models", "download", "a/b", "--list")).isZero();
    assertThat(cli.out()).isEqualTo("dream.ckpt: 2.0 GB\n");
    assertThat(downloads.done).containsExactly("plan a/b");
  }

  @Test
  void whatIsThereIsSaid() {
    downloads.complete = true;
    type("n");
    assertThat(cli.run("models", "download", "a/b")).isZero();
    assertThat(cli.err()).contains("it is here already: " + downloads.target);
    assertThat(cli.out()).isEqualTo(downloads.target + "\n");
  }

  @Test
  void whatHasComeBeforeIsSaid() {
    downloads.present = SIZE / 4;
    cli.run("models", "download", "a/b", "--list");
    assertThat(cli.err()).contains("some of it has come before; 1.5 GB to go");
  }

  @Test
  void tellsPrograms() {
    assertThat(cli.run("models", "download", "a/b", "--yes", "--json")).isZero();
    assertThat(cli.err()).isEmpty();
    List<JsonNode> events = cli.events();
    assertThat(events)
        .extracting(event -> event.get("event").textValue())
        .containsExactly("plan", "progress", "progress", "downloaded");
    JsonNode plan = events.get(0);
    assertThat(plan.get("model").textValue()).isEqualTo("a/b");
    assertThat(plan.get("licence").textValue()).isEqualTo("mit");
    assertThat(plan.get("kind").textValue()).isEqualTo("CHECKPOINT");
    assertThat(plan.get("bytes").longValue()).isEqualTo(SIZE);
    assertThat(plan.at("/files/0/path").textValue()).isEqualTo("dream.ckpt");
    assertThat(plan.at("/files/0/sha256").textValue()).isEqualTo("ab".repeat(32));
    assertThat(events.get(1).get("bytesPerSecond").longValue()).isEqualTo(10_000_000);
    assertThat(events.get(3).get("target").textValue()).isEqualTo(downloads.target.toString());
  }

  @Test
  void refusalsAreSentences() {
    downloads.failure =
        Optional.of(HubFailures.of(HubRefusal.Kind.GATED_NO_TOKEN, "a/b", "https://hub/a/b"));
    assertThat(cli.run("models", "download", "a/b", "--yes")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.err())
        .endsWith(
            "easel: The author of a/b wants the terms to be accepted first: accept them at"
                + " https://hub/a/b, and give Easel your token (easel models token).\n");
  }

  @Test
  void aPauseSaysHowToGoOn() {
    downloads.failure = Optional.of(new GenerationException(Failure.CANCELLED, "cancelled"));
    assertThat(cli.run("models", "download", "a/b", "--yes")).isEqualTo(ExitCode.CANCELLED);
    assertThat(cli.err()).contains("The download is paused; the same command goes on with it.");
  }

  @Test
  void onATerminalOneLineIsWrittenOver() {
    cli.terminal = true;
    cli.run("models", "download", "a/b", "--yes");
    assertThat(cli.err()).contains("\r[############------------] 1.0 GB of 2.0 GB");
  }

  @Test
  void namesCannotSteerTheTerminal() {
    downloads.licence = "mit\u001b[2J";
    cli.run("models", "download", "a/b", "--list");
    assertThat(cli.err()).contains("mit\\u001b[2J").doesNotContain("\u001b");
  }

  @Test
  void speaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");
    type("კი");
    assertThat(cli.run("models", "download", "a/b")).isZero();
    assertThat(cli.err()).contains("ლიცენზია: mit", "[კი/არა]");
  }

  @Test
  void theTokenIsTypedUnseenAndNeverShown() {
    type("hf_secret");
    assertThat(cli.run("models", "token")).isZero();
    assertThat(downloads.token().read()).contains("hf_secret");
    assertThat(cli.out()).isEqualTo("There is a token, kept in Easel's folder.\n");
    assertThat(cli.run("models", "token", "--status")).isZero();
    assertThat(cli.run("models", "token", "--forget")).isZero();
    assertThat(downloads.token().read()).isEmpty();
    assertThat(cli.out() + cli.err()).doesNotContain("hf_secret");
  }

  @Test
  void noTokenIsSaid() {
    assertThat(cli.run("models", "token")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("There was no token");
    type("two words");
    assertThat(cli.run("models", "token")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.err()).contains("That is no token").doesNotContain("two words");
  }

  @Test
  void theCatalogueConnectsToNothing() {
    assertThat(cli.run("models", "catalogue")).isZero();
    assertThat(cli.out())
        .contains(
            "sd-1.5: Stable Diffusion 1.5\n",
            "  stable-diffusion-v1-5/stable-diffusion-v1-5, 2.1 GB\n",
            "  licence: creativeml-openrail-m\n",
            "  words that it needs: nousr robot\n",
            "perhaps; its page says for certain",
            "not tried by Easel's makers");
    assertThat(downloads.done).isEmpty();
  }

  @Test
  void tellsProgramsOfTheCatalogue() {
    cli.locale = Locale.forLanguageTag("ka");
    assertThat(cli.run("models", "catalogue", "--json")).isZero();
    assertThat(cli.events()).hasSize(Catalogue.ofEasel().entries().size());
    JsonNode first = cli.events().get(0);
    assertThat(first.get("event").textValue()).isEqualTo("entry");
    assertThat(first.get("prompt").textValue()).matches(".*[ა-ჰ].*");
    assertThat(first.get("tried").booleanValue()).isFalse();
  }

  /** Plans one file of two gigabytes and fetches nothing. */
  private static final class FakeDownloads implements DownloadService {

    private final Path target;
    private final HubToken token;
    private final List<String> done = new ArrayList<>();
    private Optional<GenerationException> failure = Optional.empty();
    private Wish wish = new Wish("");
    private String licence = "mit";
    private long present;
    private boolean complete;

    FakeDownloads(Path folder) {
      target = folder.resolve("models").resolve("dream.ckpt");
      token = new HubToken(folder.resolve("token"), Map.of());
    }

    @Override
    public Catalogue catalogue() {
      return Catalogue.ofEasel();
    }

    @Override
    public DownloadPlan plan(Wish wanted, Cancellation cancellation) {
      wish = wanted;
      done.add("plan " + wanted.what());
      HubFile file =
          new HubFile("dream.ckpt", SIZE, Optional.of("ab".repeat(32)), Optional.empty());
      return new DownloadPlan(
          new HubModel(
              "a/b",
              "c".repeat(40),
              licence,
              URI.create("https://hub.example/a/b"),
              List.of(),
              false),
          DownloadKind.CHECKPOINT,
          Optional.empty(),
          List.of(new DownloadPlan.Part(file, Path.of("dream.ckpt"))),
          target,
          target.resolveSibling("staging"),
          present,
          50_000_000_000L,
          complete);
    }

    @Override
    public Path run(DownloadPlan plan, DownloadListener listener, Cancellation cancellation) {
      done.add("run");
      failure.ifPresent(
          e -> {
            throw e;
          });
      listener.on(
          new DownloadProgress(Stage.FETCHING, "dream.ckpt", 1, 1, SIZE / 2, SIZE, 10_000_000));
      listener.on(new DownloadProgress(Stage.VERIFYING, "dream.ckpt", 1, 1, SIZE, SIZE, 0));
      return target;
    }

    @Override
    public void discard(DownloadPlan plan) {
      done.add("discard");
    }

    @Override
    public HubToken token() {
      return token;
    }
  }
}
