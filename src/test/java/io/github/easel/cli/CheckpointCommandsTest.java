package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.LocalServices;
import io.github.easel.app.ModelRemoval;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.ui.models.FakeImport;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does with models in a single file. */
class CheckpointCommandsTest {

  private final CommandLineHarness cli;
  private final Path data;
  private final Path whole;
  private final Services services;

  CheckpointCommandsTest(@TempDir Path folder, @TempDir Path data) throws IOException {
    cli = new CommandLineHarness(folder);
    this.data = data;
    whole = TinyCheckpoint.folder(folder.resolve("whole"));
    services =
        LocalServices.open(
            new Places(data.resolve("home"), data, data.resolve("pictures")),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    cli.services.imports = services.modelImport();
    cli.services.merge = services.modelMerge();
    cli.services.inspector = Optional.of(services.models());
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void keepsAProfile() {
    cli.services.profiles = services.profiles();
    cli.services.inspector = Optional.of(services.models());
    String model = whole.toString();
    assertThat(
            cli.run(
                "models",
                "profile",
                "--json",
                model,
                "--clip-skip",
                "2",
                "--sampler",
                "DPM++ 2M Karras",
                "--steps",
                "9"))
        .isZero();
    assertThat(cli.run("models", "profile", "--json", model, "--guidance", "4")).isZero();
    JsonNode kept = cli.events().get(1);
    assertThat(kept.get("clip_skip").intValue()).isEqualTo(2);
    assertThat(kept.get("steps").intValue()).isEqualTo(9);
    assertThat(kept.get("schedule").textValue()).isEqualTo("Karras");
    assertThat(kept.get("guidance").doubleValue()).isEqualTo(4);
    assertThat(cli.run("models", "profile", model, "--clip-skip", "99"))
        .isEqualTo(ExitCode.MODEL_UNUSABLE);
    assertThat(cli.run("models", "profile", "--json", model, "--clear")).isZero();
    assertThat(cli.events().get(cli.events().size() - 1).get("own").booleanValue()).isFalse();
  }

  private static Path lora(Path file) throws IOException {
    String module = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.";
    SafetensorsWriter.write(
        Map.of(
            module + "lora_down.weight",
            FloatTensor.zeros(Shape.of(4, 2048)),
            module + "lora_up.weight",
            FloatTensor.zeros(Shape.of(64, 4))),
        Files.createDirectories(file.resolveSibling("")).resolve(file.getFileName()));
    Files.writeString(
        file.resolveSibling("ink.json"), "{\"activation text\": \"in ink, brushed\"}");
    return file;
  }

  @Test
  void inspectsWhatIsNoModel() throws IOException {
    lora(cli.folder.resolve("ink.safetensors"));
    assertThat(cli.run("models", "inspect", "--json", "ink.safetensors")).isZero();
    JsonNode report = cli.events().get(0);
    assertThat(report.get("kind").textValue()).isEqualTo("a LoRA");
    assertThat(report.get("family").textValue()).isEqualTo("SDXL");
    assertThat(report.get("form").textValue()).isEqualTo("LoRA of rank 4");
    assertThat(report.get("triggers").get(0).textValue()).isEqualTo("in ink");
    assertThat(report.get("adapterHash").textValue()).hasSize(12);
    SafetensorsWriter.write(
        Map.of("emb_params", FloatTensor.zeros(Shape.of(3, 768))),
        cli.folder.resolve("cat-toy.safetensors"));
    Path vae = cli.folder.resolve("vae.safetensors");
    Files.copy(whole.resolve("vae/diffusion_pytorch_model.safetensors"), vae);
    assertThat(cli.run("models", "inspect", "cat-toy.safetensors")).isZero();
    assertThat(cli.run("models", "inspect", "vae.safetensors")).isZero();
    assertThat(cli.out())
        .contains("an embedding", "for Stable Diffusion 1", "3 vectors", "words: cat-toy")
        .contains("an autoencoder (VAE)");
  }

  @Test
  void whatLiesAmongModelsIsNamed() throws IOException {
    lora(data.resolve("models/ink.safetensors"));
    lora(data.resolve("loras/ink.safetensors"));
    cli.services.models = List.of();
    cli.services.adapters = services.adapters();
    assertThat(cli.run("models", "list")).isZero();
    assertThat(cli.err()).contains("ink.safetensors is no model but a LoRA for SDXL.");
    assertThat(cli.out()).contains("LoRA SDXL", "words: in ink, brushed");
  }

  @Test
  void mergesFiles() throws IOException {
    TinyCheckpoint.file(whole, cli.folder.resolve("a.safetensors"));
    assertThat(
            cli.run(
                "models",
                "merge",
                "--json",
                "a.safetensors",
                "a.safetensors",
                "--alpha",
                "0.3",
                "--blocks",
                "IN=0.1,M00=1",
                "--to",
                "b.safetensors"))
        .isZero();
    assertThat(cli.events().get(0).get("tensors").intValue()).isPositive();
    assertThat(cli.folder.resolve("b.safetensors")).exists();
    for (List<String> wrong :
        List.of(
            List.of("a", "b", "c", "--mode", "weighted", "--to", "d.safetensors"),
            List.of("a", "b", "--mode", "add-difference", "--to", "d.safetensors"),
            List.of("a", "b", "--mode", "stir", "--to", "d.safetensors"),
            List.of("a", "b", "--blocks", "1,2", "--to", "d.safetensors"),
            List.of("a", "b", "--to", "d.ckpt"),
            List.of("a", "--to", "d.safetensors"))) {
      List<String> all = new ArrayList<>(List.of("models", "merge"));
      all.addAll(wrong);
      assertThat(cli.run(all.toArray(String[]::new))).as("%s", wrong).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void inspectsAFile() throws IOException {
    TinyCheckpoint.file(whole, cli.folder.resolve("dream.safetensors"));
    assertThat(cli.run("models", "inspect", "--json", "dream.safetensors")).isZero();
    JsonNode report = cli.events().get(0);
    assertThat(report.get("name").textValue()).isEqualTo("dream");
    assertThat(report.get("kind").textValue()).isEqualTo("single_file");
    assertThat(report.get("family").textValue()).isEqualTo("Stable Diffusion, text width 128");
    assertThat(report.get("prediction").textValue()).isEqualTo("epsilon");
    assertThat(report.get("size").textValue()).isEqualTo("512x512");
    assertThat(report.get("sha256").textValue()).hasSize(64).startsWith(hash(report));
    assertThat(report.get("legacyHash").textValue()).hasSize(8);
    assertThat(report.at("/parts/1/name").textValue()).isEqualTo("unet");
    assertThat(report.at("/parts/1/tensors").intValue()).isGreaterThan(50);
    assertThat(report.at("/parts/1/types")).hasToString("[\"F32\"]");
    assertThat(report.at("/parts/1").has("lack")).isFalse();
  }

  private static String hash(JsonNode report) {
    return report.get("hash").textValue();
  }

  @Test
  void inspectsWithAConfigFolderAndSaysWhatIsMissing() throws IOException {
    Map<String, FloatTensor> tensors = TinyCheckpoint.tensors(whole);
    tensors.put("model.diffusion_model.out.2.bias", FloatTensor.zeros(Shape.of(5)));
    SafetensorsWriter.write(tensors, cli.folder.resolve("dream.safetensors"));
    assertThat(cli.run("models", "inspect", "--config", "whole", "dream.safetensors")).isZero();
    assertThat(cli.out())
        .contains(
            "kind: all networks in one file",
            "prediction: epsilon, as its scheduler_config.json says",
            "size: 64x64",
            "lacks the tensor conv_out.bias of shape [4]: the shape [5]");
    cli.locale = Locale.forLanguageTag("ka");
    assertThat(cli.run("models", "inspect", "whole")).isZero();
    assertThat(cli.out()).contains("სახე: საქაღალდე, როგორსაც diffusers წერს");
  }

  @Test
  void looksAtUnusualShapesWithTheirConfigFolder() {
    FakeImport imports = new FakeImport();
    cli.services.imports = imports;
    assertThat(cli.run("models", "import", "odd-model.safetensors"))
        .isEqualTo(ExitCode.MODEL_UNUSABLE);
    assertThat(cli.run("models", "import", "odd-model.safetensors", "--config", "whole")).isZero();
    assertThat(imports.configs).contains(whole);
  }

  @Test
  void importsAFileWithItsConfigFolder() throws IOException {
    TinyCheckpoint.file(whole, cli.folder.resolve("dream.safetensors"));
    assertThat(cli.run("models", "import", "dream.safetensors", "--config", "whole")).isZero();
    assertThat(cli.out()).isEqualTo("dream\n");
    Path models = data.resolve("models");
    assertThat(models.resolve("dream.safetensors")).exists();
    assertThat(models.resolve("dream/unet/config.json")).exists();
    assertThat(cli.run("models", "import", "--json", models + "/dream.safetensors")).isZero();
    assertThat(cli.out()).endsWith("\"name\":\"dream\",\"copied\":false}\n");
    assertThat(cli.run("models", "import", "nothing.safetensors")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("no model in 'nothing.safetensors'");
  }

  @Test
  void asksBeforeItTakesAModelAway() {
    List<Path> removed = new ArrayList<>();
    cli.services.removal = new FakeRemoval(removed);
    assertThat(cli.run("models", "remove", "dream")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("--yes");
    cli.answers = typing("no");
    assertThat(cli.run("models", "remove", "dream")).isEqualTo(ExitCode.FAILED);
    assertThat(removed).isEmpty();
    assertThat(cli.err()).contains("dream.safetensors", "Move it to the trash?");
    cli.answers = typing("კი");
    assertThat(cli.run("models", "remove", "dream")).isZero();
    assertThat(removed).containsExactly(Path.of("dream.safetensors"));
    assertThat(cli.run("models", "remove", "dream", "--yes", "--json")).isZero();
    assertThat(removed).hasSize(2);
    assertThat(cli.out()).contains("\"restorable\":true");
  }

  private record FakeRemoval(List<Path> removed) implements ModelRemoval {

    @Override
    public List<Path> find(String name) {
      return List.of(Path.of(name + ".safetensors"));
    }

    @Override
    public boolean hasTrash() {
      return true;
    }

    @Override
    public void remove(List<Path> paths) {
      removed.addAll(paths);
    }
  }

  private static Answers typing(String line) {
    return new Answers() {
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
        return Optional.empty();
      }
    };
  }

  @Test
  void nothingIsMissingOfAFileThatWasJustWritten() throws IOException {
    assertThat(Files.isDirectory(whole)).isTrue();
    assertThat(cli.run("models", "inspect", "whole", "--json")).isZero();
    assertThat(cli.events().get(0).get("kind").textValue()).isEqualTo("diffusers_folder");
    assertThat(cli.out()).doesNotContain("lack");
  }
}
