package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.hub.HubRefusal.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileChoiceTest {

  private static final long LARGE = 1L << 30;

  private static final List<String> SETTINGS =
      List.of(
          "model_index.json",
          "scheduler/scheduler_config.json",
          "tokenizer/vocab.json",
          "tokenizer/merges.txt",
          "tokenizer/tokenizer_config.json",
          "unet/config.json",
          "vae/config.json",
          "text_encoder/config.json");
  private static final List<String> RUBBISH =
      List.of(
          ".gitattributes",
          "README.md",
          "sample.png",
          "v1-5-pruned.safetensors",
          "v1-5-pruned.ckpt",
          "safety_checker/config.json",
          "safety_checker/model.safetensors",
          "unet/diffusion_flax_model.msgpack",
          "unet/openvino_model.bin",
          "logs/events.json");

  private static List<HubFile> files(String... names) {
    return files(Stream.of(names));
  }

  private static List<HubFile> files(Stream<String> names) {
    return names
        .map(
            name ->
                new HubFile(
                    name,
                    name.matches(".*\\.(json|txt|md|gitattributes)") ? 1_000 : LARGE,
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  private static List<HubFile> folder(String... weights) {
    return files(
        Stream.of(SETTINGS.stream(), RUBBISH.stream(), Stream.of(weights)).flatMap(s -> s));
  }

  private static FileChoice choose(String what, List<HubFile> files, String variant) {
    return choose(what, files, variant, List.of());
  }

  private static FileChoice choose(
      String what, List<HubFile> files, String variant, List<String> tags) {
    HubModel model =
        new HubModel("a/b", FakeHub.COMMIT, "mit", URI.create("https://x/a/b"), tags, false);
    return FileChoice.of(
        model,
        HubAddress.parse(what, HubEndpoint.HUGGING_FACE),
        files,
        Optional.of(variant).filter(v -> !v.isEmpty()));
  }

  private static void assertWeights(FileChoice choice, String... weights) {
    assertThat(choice.kind()).isEqualTo(DownloadKind.FOLDER);
    assertThat(choice.files().stream().map(HubFile::path))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(SETTINGS.stream(), Stream.of(weights)).toList());
  }

  private static final String[] EVERY_FORM = {
    "unet/diffusion_pytorch_model.safetensors",
    "unet/diffusion_pytorch_model.fp16.safetensors",
    "unet/diffusion_pytorch_model.non_ema.safetensors",
    "unet/diffusion_pytorch_model.bin",
    "unet/diffusion_pytorch_model.fp16.bin",
    "unet/model.onnx",
    "unet/weights.pb",
    "vae/diffusion_pytorch_model.safetensors",
    "vae/diffusion_pytorch_model.fp16.safetensors",
    "vae/diffusion_pytorch_model.bin",
    "vae_decoder/model.onnx",
    "text_encoder/model.safetensors",
    "text_encoder/model.fp16.safetensors",
    "text_encoder/pytorch_model.bin"
  };

  @Test
  void takesEachNetworkOnce() {
    assertWeights(
        choose("a/b", folder(EVERY_FORM), ""),
        "unet/diffusion_pytorch_model.safetensors",
        "vae/diffusion_pytorch_model.safetensors",
        "text_encoder/model.safetensors");
  }

  @Test
  void takesTheVariantThatIsAskedFor() {
    assertWeights(
        choose("a/b", folder(EVERY_FORM), "fp16"),
        "unet/diffusion_pytorch_model.fp16.safetensors",
        "vae/diffusion_pytorch_model.fp16.safetensors",
        "text_encoder/model.fp16.safetensors");
    HubRig.refused(
        Kind.VARIANT_MISSING, () -> choose("a/b", folder(EVERY_FORM), "fp8"), "fp8", "a/b");
  }

  @Test
  void aNetworkWithoutTheVariantIsTakenPlain() {
    assertWeights(
        choose(
            "a/b",
            folder(
                "unet/diffusion_pytorch_model.fp16.safetensors",
                "vae/diffusion_pytorch_model.bin",
                "text_encoder/model.safetensors"),
            "fp16"),
        "unet/diffusion_pytorch_model.fp16.safetensors",
        "vae/diffusion_pytorch_model.bin",
        "text_encoder/model.safetensors");
  }

  @Test
  void picklesWhereThereIsNothingElse() {
    assertWeights(
        choose(
            "a/b",
            folder(
                "unet/diffusion_pytorch_model.bin",
                "vae/diffusion_pytorch_model.bin",
                "text_encoder/pytorch_model.bin"),
            ""),
        "unet/diffusion_pytorch_model.bin",
        "vae/diffusion_pytorch_model.bin",
        "text_encoder/pytorch_model.bin");
  }

  @Test
  void halvesWhereThereIsNothingElse() {
    assertThat(choose("a/b", folder("unet/diffusion_pytorch_model.fp16.safetensors"), "").files())
        .extracting(HubFile::path)
        .contains("unet/diffusion_pytorch_model.fp16.safetensors");
  }

  @Test
  void shardsComeWithTheirIndex() {
    String[] shards = {
      "unet/diffusion_pytorch_model-00001-of-00002.safetensors",
      "unet/diffusion_pytorch_model-00002-of-00002.safetensors",
      "unet/diffusion_pytorch_model.safetensors.index.json"
    };
    String[] halves = {
      "unet/diffusion_pytorch_model-00001-of-00002.fp16.safetensors",
      "unet/diffusion_pytorch_model-00002-of-00002.fp16.safetensors",
      "unet/diffusion_pytorch_model.safetensors.index.fp16.json"
    };
    List<HubFile> all =
        folder(Stream.concat(Stream.of(shards), Stream.of(halves)).toArray(String[]::new));
    assertThat(choose("a/b", all, "").files())
        .extracting(HubFile::path)
        .contains(shards)
        .doesNotContain(halves);
    assertThat(choose("a/b", all, "fp16").files())
        .extracting(HubFile::path)
        .contains(halves)
        .doesNotContain(shards);
    List<HubFile> both =
        folder(
            Stream.concat(Stream.of(shards), Stream.of("unet/diffusion_pytorch_model.safetensors"))
                .toArray(String[]::new));
    assertThat(choose("a/b", both, "").files())
        .extracting(HubFile::path)
        .contains("unet/diffusion_pytorch_model.safetensors")
        .doesNotContain(shards);
  }

  @Test
  void graphsWhereThereIsNothingElse() {
    String[] graphs = {
      "unet/model.onnx", "unet/weights.pb", "unet/model.onnx_data",
      "vae_decoder/model.onnx", "vae_decoder/config.json", "vae_encoder/model.onnx",
      "text_encoder/model.onnx"
    };
    List<HubFile> all =
        folder(
            Stream.concat(
                    Stream.of(graphs), Stream.of("unet/model_quantized.onnx", "unet/model.ort"))
                .toArray(String[]::new));
    assertWeights(choose("a/b", all, ""), graphs);
    HubRig.refused(Kind.VARIANT_MISSING, () -> choose("a/b", all, "fp16"));
  }

  @Test
  void twoEncodersAreTakenBoth() {
    assertThat(
            choose(
                    "a/b",
                    folder(
                        "unet/diffusion_pytorch_model.safetensors",
                        "text_encoder_2/model.safetensors",
                        "text_encoder_2/config.json",
                        "tokenizer_2/vocab.json"),
                    "")
                .files())
        .extracting(HubFile::path)
        .contains(
            "text_encoder_2/model.safetensors",
            "text_encoder_2/config.json",
            "tokenizer_2/vocab.json");
  }

  @Test
  void smallFilesComeFirst() {
    List<HubFile> files = choose("a/b", folder(EVERY_FORM), "").files();
    assertThat(files).extracting(HubFile::size).isSorted();
  }

  @Test
  void aFolderOfTheModelMayBeTheModel() {
    List<HubFile> files = files(folder(EVERY_FORM).stream().map(file -> "v2/" + file.path()));
    FileChoice choice = choose("https://huggingface.co/a/b/tree/main/v2", files, "");
    assertThat(choice.root()).isEqualTo("v2");
    assertThat(choice.files()).hasSize(SETTINGS.size() + 3);
  }

  @Test
  void oneNetworkIsAFolderToo() {
    FileChoice choice =
        choose(
            "a/b",
            files(
                "config.json",
                "README.md",
                "diffusion_pytorch_model.safetensors",
                "diffusion_pytorch_model.bin",
                "taesd_decoder.safetensors"),
            "");
    assertThat(choice.kind()).isEqualTo(DownloadKind.FOLDER);
    assertThat(choice.files())
        .extracting(HubFile::path)
        .containsExactly("config.json", "diffusion_pytorch_model.safetensors");
  }

  @Test
  void aSingleFileIsTakenInItsSafestForm() {
    FileChoice choice = choose("a/b", files("README.md", "dream.ckpt", "dream.safetensors"), "");
    assertThat(choice.kind()).isEqualTo(DownloadKind.CHECKPOINT);
    assertThat(choice.files()).extracting(HubFile::path).containsExactly("dream.safetensors");
  }

  @Test
  void severalFilesAreForTheUserToChoose() {
    List<HubFile> files = files("one.safetensors", "two.ckpt", "one-fp16.safetensors");
    HubRig.refused(
        Kind.SEVERAL_FILES,
        () -> choose("a/b", files, ""),
        "one.safetensors, two.ckpt, one-fp16.safetensors");
    assertThat(choose("a/b", files, "fp16").files())
        .extracting(HubFile::path)
        .containsExactly("one-fp16.safetensors");
    HubRig.refused(Kind.VARIANT_MISSING, () -> choose("a/b", files, "bf16"));
  }

  @Test
  void nothingOfUseIsSaid() {
    HubRig.refused(
        Kind.NOTHING_USABLE, () -> choose("a/b", files("README.md", "optimizer.bin"), ""), "a/b");
    HubRig.refused(Kind.NOTHING_USABLE, () -> choose("a/b", folder(), ""));
    HubRig.refused(
        Kind.NOTHING_USABLE,
        () -> choose("https://huggingface.co/a/b/blob/main/x.png", files("x.png"), ""));
  }

  @Test
  void whatAFileIsIsToldByItsNameSizeAndTags() {
    HubFile small = new HubFile("x.safetensors", 9_000, Optional.empty(), Optional.empty());
    assertThat(choose("a/b", List.of(small), "").kind()).isEqualTo(DownloadKind.EMBEDDING);
    assertThat(choose("a/b", files("README.md", "learned_embeds.bin"), "").kind())
        .isEqualTo(DownloadKind.EMBEDDING);
    assertThat(choose("a/b", files("pytorch_lora_weights.safetensors"), "").kind())
        .isEqualTo(DownloadKind.LORA);
    assertThat(choose("a/b", files("style.safetensors"), "", List.of("lora")).kind())
        .isEqualTo(DownloadKind.LORA);
  }
}
