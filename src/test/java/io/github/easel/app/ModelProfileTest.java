package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.TensorFiles;
import io.github.easel.weights.TensorValues;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelProfileTest {

  private final Path models;
  private final Services services;
  private final Path vae;

  ModelProfileTest(@TempDir Path data) throws IOException {
    models = Files.createDirectories(data.resolve("models"));
    Path folder = TinyCheckpoint.folder(models.resolve("folder"));
    TinyCheckpoint.file(folder, models.resolve("file.safetensors"));
    vae = data.resolve("other.safetensors");
    Map<String, FloatTensor> halved = new LinkedHashMap<>();
    TinyCheckpoint.tensors(folder)
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("first_stage_model.")) {
                halved.put(name, halved(tensor));
              }
            });
    SafetensorsWriter.write(halved, vae);
    Files.writeString(models.resolve("file.easel.json"), "{\"steps\": 7, \"clip_skip\": 2}");
    services =
        LocalServices.open(
            new Places(data.resolve("home"), data, data.resolve("pictures")),
            new ServiceOptions(DeviceChoice.CPU, Optional.of(folder.resolve("tokenizer"))));
  }

  @AfterEach
  void close() {
    services.close();
  }

  private static FloatTensor halved(FloatTensor tensor) {
    FloatTensor result = FloatTensor.zeros(tensor.shape());
    FloatBuffer from = tensor.buffer();
    FloatBuffer to = result.buffer();
    while (from.hasRemaining()) {
      to.put(from.get() / 2);
    }
    return result;
  }

  private static Profile profile(Optional<Path> vae, int clipSkip) {
    return new Profile(
        vae.map(Path::toString),
        OptionalInt.of(clipSkip),
        Optional.of("Euler"),
        Optional.of("Karras"),
        OptionalInt.empty(),
        OptionalDouble.of(3),
        OptionalInt.of(128),
        OptionalInt.empty());
  }

  private PixelImage draw(String model) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a"), model, new ImageSize(32, 32), new Sampling(SamplerKind.DDIM, 1, 1), 3);
    return services.generation().generate(request, step -> {}, new Cancellation()).image();
  }

  @Test
  void whatTheUserSaidGoesBeforeTheAdvice() {
    ModelSummary advised = services.models().find("file");
    assertThat(advised.clipSkip()).isEqualTo(2);
    assertThat(advised.sampling().steps()).isEqualTo(7);
    services.profiles().keep("file", profile(Optional.empty(), 1));
    ModelSummary said = services.models().find("file");
    assertThat(said.clipSkip()).isEqualTo(1);
    assertThat(said.sampling().steps()).isEqualTo(7);
    assertThat(said.sampling().sampler()).isEqualTo(SamplerKind.EULER);
    assertThat(said.sampling().schedule()).isEqualTo(ScheduleKind.KARRAS);
    assertThat(said.sampling().guidanceScale()).isEqualTo(3);
    assertThat(said.size()).isEqualTo(new ImageSize(128, advised.size().height()));
    assertThat(services.models().find("folder").clipSkip()).isEqualTo(1);
    assertThat(services.profiles().find("file")).isEqualTo(profile(Optional.empty(), 1));
    services.profiles().keep("file", Profile.EMPTY);
    assertThat(services.models().find("file")).isEqualTo(advised);
  }

  @Test
  void anotherAutoencoderDrawsInThePlaceOfTheModelsOwn() {
    for (String model : new String[] {"file", "folder"}) {
      PixelImage before = draw(model);
      services.profiles().keep(model, profile(Optional.of(vae), 1));
      assertThat(draw(model).rgb()).as(model).isNotEqualTo(before.rgb());
      services.profiles().keep(model, Profile.EMPTY);
      assertThat(draw(model).rgb()).as(model).isEqualTo(before.rgb());
    }
  }

  @Test
  void theAutoencoderMayBeAdvisedBesideTheModel() throws IOException {
    PixelImage before = draw("file");
    Path near = Files.copy(vae, models.resolve("other.vae.safetensors"));
    Files.writeString(
        models.resolve("file.easel.json"), "{\"vae\": \"%s\"}".formatted(near.getFileName()));
    services.generation().release();
    assertThat(draw("file").rgb()).isNotEqualTo(before.rgb());
  }

  @Test
  void whatCannotBeUsedIsRefusedAndNotKept() {
    Profile nowhere = profile(Optional.of(models.resolve("nowhere.safetensors")), 1);
    assertThatThrownBy(() -> services.profiles().keep("file", nowhere))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> services.profiles().keep("file", profile(Optional.empty(), 99)))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("clip_skip 99");
    Profile wrong = profile(Optional.of(models.resolve("folder/unet")), 1);
    assertThatThrownBy(() -> services.profiles().keep("file", wrong))
        .hasMessageContaining("autoencoder")
        .extracting("failure")
        .isEqualTo(Failure.VAE_UNUSABLE);
    assertThat(services.profiles().find("file")).isEqualTo(Profile.EMPTY);
  }

  /** The shapes are the same, so only what is written beside the weights tells. */
  @Test
  void anAutoencoderThatSaysItIsForAnotherFamilyIsRefused() throws IOException {
    Path folder = Files.createDirectory(models.resolveSibling("xl-vae"));
    Files.copy(vae, folder.resolve("diffusion_pytorch_model.safetensors"));
    Path config = folder.resolve("config.json");
    String json = "{\"_class_name\": \"AutoencoderKL\", \"scaling_factor\": %s}";
    Profile profile = profile(Optional.of(folder), 1);
    for (String model : new String[] {"file", "folder"}) {
      Files.writeString(config, json.formatted("0.13025"));
      assertThatThrownBy(() -> services.profiles().keep(model, profile))
          .hasMessageContaining("is for SDXL, and the model is Stable Diffusion ")
          .extracting("failure")
          .isEqualTo(Failure.VAE_OF_ANOTHER_FAMILY);
      assertThat(services.profiles().find(model)).isEqualTo(Profile.EMPTY);
      Files.writeString(config, json.formatted("0.18215"));
      services.profiles().keep(model, profile);
      assertThat(services.profiles().find(model)).isEqualTo(profile);
      services.profiles().keep(model, Profile.EMPTY);
    }
  }

  @Test
  void metadataTellsTheFamilyOfAnAutoencoderInOneFile() throws IOException {
    Path named = models.resolveSibling("named.safetensors");
    Map<String, String> metadata =
        Map.of("modelspec.architecture", "stable-diffusion-xl-v1-base/vae");
    List<SafetensorsWriter.Planned> same =
        TensorFiles.open(vae).tensors().values().stream()
            .map(
                tensor ->
                    new SafetensorsWriter.Planned(
                        tensor.name(),
                        tensor.type(),
                        tensor.shape(),
                        out -> TensorValues.writeFloat32(tensor, out, new Cancellation())))
            .toList();
    SafetensorsWriter.write(same, metadata, named);
    assertThatThrownBy(() -> services.profiles().keep("file", profile(Optional.of(named), 1)))
        .extracting("failure")
        .isEqualTo(Failure.VAE_OF_ANOTHER_FAMILY);
  }
}
