package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ServiceOptions;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureSettings;
import io.github.easel.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

  private final CommandLineHarness cli;

  GenerateCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void takesTheModelsDefaults() {
    assertThat(cli.run("generate", "წითელი ვაშლი", "--seed", "7")).isZero();

    assertThat(cli.services.requests)
        .containsExactly(
            new GenerationRequest(
                Prompt.of("წითელი ვაშლი"),
                "starter",
                new ImageSize(64, 64),
                new Sampling(SamplerKind.DDIM, 4, 7.5),
                7));
    assertThat(cli.services.opened)
        .containsExactly(new ServiceOptions(DeviceChoice.AUTO, Optional.empty()));
    assertThat(cli.services.closed).isTrue();
    assertThat(cli.files()).containsExactly("easel-7.png");
    assertThat(cli.out()).isEqualTo(cli.folder.resolve("easel-7.png") + "\n");
  }

  @Test
  void putsLorasBehindTheWords() {
    String[] loras = {"--lora", "ink", "--lora", "wash:0.8:0.5", "--lora", "v1.5:-1"};
    assertThat(
            cli.run(
                "generate",
                "a <lora:INK:2> b",
                loras[0],
                loras[1],
                loras[2],
                loras[3],
                loras[4],
                loras[5]))
        .isZero();
    assertThat(cli.services.requests.get(0).prompt().positive())
        .isEqualTo("a <lora:ink:1> b <lora:wash:0.5:0.8> <lora:v1.5:-1>");

    assertThat(cli.run("generate", "a", "--lora", "ink", "--syntax", "plain")).isEqualTo(2);
    assertThat(cli.err()).contains("every character is text");
    assertThat(cli.run("generate", "a", "--lora", "<ink>")).isEqualTo(2);
    assertThat(cli.err()).contains("NAME:0.8");
  }

  @Test
  void takesTheDefaultsOfTheModelThatIsAskedFor() {
    cli.run("generate", "a", "--model", "OTHER", "--seed", "1");

    GenerationRequest request = cli.services.requests.get(0);
    assertThat(request.model()).isEqualTo("OTHER");
    assertThat(request.size()).isEqualTo(new ImageSize(32, 32));
    assertThat(request.sampling()).isEqualTo(new Sampling(SamplerKind.DDPM, 2, 3));
  }

  @Test
  void everyOptionArrives() {
    int code =
        cli.run(
            "generate",
            "a cat",
            "--negative",
            "dark",
            "--model",
            "other",
            "--steps",
            "3",
            "--guidance",
            "2.5",
            "--sampler",
            "ddim",
            "--seed",
            "9223372036854775806",
            "--size",
            "16x24",
            "--device",
            "CPU",
            "--tokenizer",
            "words",
            "--output",
            "x.png");

    assertThat(code).isZero();
    assertThat(cli.services.requests)
        .containsExactly(
            new GenerationRequest(
                new Prompt("a cat", "dark"),
                "other",
                new ImageSize(16, 24),
                new Sampling(SamplerKind.DDIM, 3, 2.5),
                Long.MAX_VALUE - 1));
    assertThat(cli.services.opened)
        .containsExactly(
            new ServiceOptions(DeviceChoice.CPU, Optional.of(cli.folder.resolve("words"))));
    assertThat(PictureFile.settings(cli.folder.resolve("x.png")))
        .get()
        .isInstanceOfSatisfying(
            PictureSettings.Own.class,
            own -> assertThat(own.provenance().request()).isEqualTo(cli.services.requests.get(0)));
  }

  @Test
  void aPromptMayLookLikeAnything() {
    for (String prompt : List.of("@home", "${user.home}", "\"quoted\"", "", "generate", " a ")) {
      assertThat(cli.run("generate", prompt)).isZero();
    }
    assertThat(cli.run("generate", "--", "--steps")).isZero();
    assertThat(cli.services.requests)
        .extracting(request -> request.prompt().positive())
        .containsExactly("@home", "${user.home}", "\"quoted\"", "", "generate", " a ", "--steps");
  }

  @Test
  void aRandomSeedIsShownAndFitsEveryProgram() {
    cli.run("generate", "a");
    cli.run("generate", "a");

    List<Long> seeds = cli.services.requests.stream().map(GenerationRequest::seed).toList();
    assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed >= 0 && seed < 1L << 32);
    assertThat(cli.err()).contains("seed: " + seeds.get(0), "seed: " + seeds.get(1));
    assertThat(cli.files())
        .containsExactlyInAnyOrder(
            "easel-" + seeds.get(0) + ".png", "easel-" + seeds.get(1) + ".png");
  }

  @Test
  void severalPicturesCountTheSeedUp() {
    cli.run("generate", "a", "--count", "3", "--seed", "5", "--output", "x.png");

    assertThat(cli.services.requests)
        .extracting(GenerationRequest::seed)
        .containsExactly(5L, 6L, 7L);
    assertThat(cli.files()).containsExactly("x-1.png", "x-2.png", "x-3.png");
    assertThat(cli.out().lines()).hasSize(3);
    assertThat(cli.err()).contains("1/3 seed: 5", "3/3 seed: 7");
  }

  @Test
  void namesThatAreTakenAreNotTakenAgain() {
    for (int i = 0; i < 3; i++) {
      cli.run("generate", "a", "--seed", "1");
    }

    assertThat(cli.files()).containsExactly("easel-1-2.png", "easel-1-3.png", "easel-1.png");
  }

  @Test
  void aFileThatIsNamedIsReplaced() throws IOException {
    Path file = Files.writeString(cli.folder.resolve("x.PNG"), "old");

    assertThat(cli.run("generate", "a", "--output", "x.PNG")).isZero();

    assertThat(cli.files()).containsExactly("x.PNG");
    assertThat(PictureFile.settings(file)).isPresent();
  }

  @Test
  void foldersGetOneFileASeed() throws IOException {
    Files.createDirectory(cli.folder.resolve("old"));

    cli.run("generate", "a", "--seed", "1", "--count", "2", "--output", "old");
    cli.run("generate", "a", "--seed", "1", "--output", "new/deep/");

    assertThat(cli.folder.resolve("old/1.png")).exists();
    assertThat(cli.folder.resolve("old/2.png")).exists();
    assertThat(cli.folder.resolve("new/deep/1.png")).exists();
  }

  @Test
  void quietSaysNothingButTheFile() {
    cli.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "tail"));

    cli.run("generate", "a", "--quiet", "--seed", "1");

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).isEqualTo(cli.folder.resolve("easel-1.png") + "\n");
  }

  @Test
  void tellsNoticesAndTheDeviceOnce() {
    cli.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "tail"));

    cli.run("generate", "a", "--count", "2");

    assertThat(cli.err()).containsOnlyOnce("device: CPU — there is no GPU");
    assertThat(cli.err().split("so “tail” was left out", -1)).hasSize(3);
  }

  @Test
  void dumpsTheLatentsOfAllPictures() throws IOException {
    cli.run(
        "generate",
        "a",
        "--count",
        "2",
        "--seed",
        "5",
        "--steps",
        "3",
        "--dump-latents",
        "z.safetensors");

    SafetensorsFile file = SafetensorsFile.read(cli.folder.resolve("z.safetensors"));
    assertThat(file.header().at("/step_latents/shape")).hasToString("[3,2,1,1,2]");
    assertThat(file.values("step_latents")).containsExactly(5, 1, 6, 1, 5, 2, 6, 2, 5, 3, 6, 3);
  }

  @Test
  void aPlaceThatCannotTakeTheLatentsIsFoundOutBeforeTheWork() throws IOException {
    Files.writeString(cli.folder.resolve("file"), "in the way");

    assertThat(cli.run("generate", "a", "--dump-latents", "file/z.safetensors")).isEqualTo(1);

    assertThat(cli.services.opened).isEmpty();
  }

  @Test
  void speaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka-GE");

    cli.run("generate", "a", "--seed", "5");

    assertThat(cli.err()).contains("საწყისი რიცხვი: 5", "მზადაა 6.75 წამში", "ნაბიჯი 4/4");
  }
}
