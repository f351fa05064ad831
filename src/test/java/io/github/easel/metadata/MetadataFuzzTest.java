package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** Whatever a file holds, the answer is settings, nothing, or a {@link GenerationException}. */
class MetadataFuzzTest {

  private static final KnownModel MODEL =
      new KnownModel("starter", new ImageSize(128, 128), new Sampling(SamplerKind.DDIM, 20, 4), 16);
  private static final GenerationRequest DEFAULTS =
      new GenerationRequest(Prompt.of(""), "starter", MODEL.size(), MODEL.sampling(), 1);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final List<String> TEXTS =
      List.of(
          "a\nNegative prompt: b\nSteps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 5,"
              + " Size: 512x512, Model: x, Variation seed: 3, Variation seed strength: 0.1,"
              + " Clip skip: 2, ENSD: 31337, Version: v1.9.0",
          "{\"positive_prompt\":\"a++\",\"scheduler\":\"euler_k\",\"seed\":1,\"width\":64,"
              + "\"height\":64,\"model\":{\"name\":\"x\"},\"clip_skip\":1,\"loras\":[{}]}",
          "{\"prompt\":\"{a}\",\"uc\":\"[b\",\"steps\":28,\"sampler\":\"k_euler\",\"seed\":1,"
              + "\"scale\":5.5,\"width\":64,\"height\":64,\"noise_schedule\":\"karras\"}",
          "{\"base_model\":\"x\",\"full_prompt\":[\"a\",\"b\"],\"resolution\":\"(64, 64)\","
              + "\"seed\":\"1\",\"steps\":30,\"sampler\":\"ddim\",\"scheduler\":\"karras\"}",
          "{\"3\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":1,\"steps\":20,\"cfg\":8,"
              + "\"sampler_name\":\"euler\",\"scheduler\":\"normal\",\"model\":[\"4\",0],"
              + "\"positive\":[\"6\",0],\"negative\":[\"6\",0],\"latent_image\":[\"5\",0]}},"
              + "\"4\":{\"class_type\":\"Loader\",\"inputs\":{\"ckpt_name\":\"x\"}},"
              + "\"5\":{\"class_type\":\"Empty\",\"inputs\":{\"width\":64,\"height\":64}},"
              + "\"6\":{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a\","
              + "\"clip\":[\"4\",1]}},\"9\":{\"class_type\":\"SaveImage\",\"inputs\":{"
              + "\"images\":[\"3\",0]}}}");

  private static final List<String> NAMES =
      List.of(
          "prompt",
          "uc",
          "sampler",
          "steps",
          "seed",
          "inputs",
          "class_type",
          "nodes",
          "links",
          "base_model",
          "full_prompt",
          "performance",
          "positive_prompt",
          "scheduler",
          "v4_prompt",
          "caption",
          "Comment",
          "workflow",
          "width",
          "height",
          "resolution",
          "loras",
          "model");
  private static final List<String> LEAVES =
      List.of(
          "1",
          "-1",
          "1e99",
          "null",
          "true",
          "\"\"",
          "\"KSampler\"",
          "\"(64, 64)\"",
          "[]",
          "{}",
          "[\"prompt\",0]",
          "18446744073709551616");

  @Property(tries = 600)
  void damagedFilesOfEveryKind(@ForAll Random random, @ForAll("kinds") String kind)
      throws IOException {
    Path file = Files.createTempFile("easel-test", ".bin");
    try {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      byte[] bytes = picture(kind, text, file);
      int damages = 1 + random.nextInt(8);
      for (int i = 0; i < damages; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Files.write(file, bytes);
      checkFile(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Property(tries = 300)
  void randomBytesBehindEverySignature(@ForAll byte[] noise, @ForAll("kinds") String kind)
      throws IOException {
    Path file = Files.createTempFile("easel-test", ".bin");
    try {
      byte[] sound = picture(kind, "x", file);
      Files.write(file, TestFiles.joined(Arrays.copyOf(sound, 12 + noise.length % 20), noise));
      checkFile(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Property(tries = 2000)
  void damagedTexts(@ForAll Random random) {
    StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
    int damages = random.nextInt(12);
    List<String> pieces =
        List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "0",
            "-",
            "e9",
            "null",
            "\\",
            "\n",
            "[\"3\",0]",
            "::",
            "x",
            "1e400",
            "{}",
            "\uD83C",
            "\u0000",
            "99999999999999999999");
    for (int i = 0; i < damages; i++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(6));
      text.replace(at, end, pieces.get(random.nextInt(pieces.size())));
    }
    checkText(text.toString());
  }

  @Property(tries = 1000)
  void anyJson(@ForAll Random random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    checkText("{\"" + name + "\":" + json(random, 5) + ",\"sampler\":" + json(random, 5) + "}");
  }

  @Property(tries = 20)
  void longTexts(@ForAll("parts") String part) {
    String text = part.repeat(200_000 / part.length());

    Assertions.assertTimeoutPreemptively(
        LONGEST,
        () -> {
          checkText(text);
          checkText("{" + text);
          checkText("Steps: 1, Seed: 2, Size: 8x8, Note: " + text);
          assertThat(NovelAiPrompt.translate(text)).isNotNull();
          assertThat(ComfyWords.typed(text).join("AND", ComfyWords.NONE)).isNotNull();
        });
  }

  @Property(tries = 12)
  void longNamesOfSamplers(@ForAll("beginnings") String beginning) {
    for (int length : new int[] {6_000, 200_000}) {
      String name = beginning.repeat(length / beginning.length());

      Assertions.assertTimeoutPreemptively(
          LONGEST,
          () -> {
            checkText("a\nSteps: 1, Sampler: " + name + ", Seed: 2, Size: 8x8");
            checkText("a\nSteps: 1, Sampler: Euler, Schedule type: " + name + ", Seed: 2");
            checkText(TEXTS.get(1).replace("euler_k", name));
            checkText(TEXTS.get(2).replace("k_euler", name));
            checkText(TEXTS.get(3).replace("ddim", name));
            checkText(TEXTS.get(4).replace("euler", name));
          });
    }
  }

  @Property(tries = 5)
  void wideGraphsTakeNoLongerThanTheyAreLong(@ForAll("parts") String ignored) {
    StringBuilder graph = new StringBuilder("{");
    int nodes = 3000;
    for (int i = 0; i < nodes; i++) {
      graph.append("\"%d\":{\"class_type\":\"KSampler\",\"inputs\":{".formatted(i));
      graph.append("\"sampler_name\":[\"%d\",0],".formatted((i + 1) % nodes));
      graph.append("\"model\":[\"%d\",0],".formatted((i + 1) % nodes));
      graph.append("\"positive\":[\"%d\",0],".formatted((i + 7) % nodes));
      graph.append("\"latent_image\":[\"%d\",0]}},".formatted((i + 1) % nodes));
    }
    graph.append("\"x\":{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"0\",0]}}}");

    Assertions.assertTimeoutPreemptively(LONGEST, () -> checkText(graph.toString()));
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("png", "jpeg", "webp", "text");
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.of("k_", "K_", "k_ ", " - ", "_k", "dpmpp", "euler ", "karras");
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.of(
        "{",
        "[",
        "(",
        "}",
        "]",
        ")",
        "\\",
        "\"",
        "1::",
        "::",
        ":",
        "<lora:",
        "<a:b>",
        "AND ",
        "a:",
        "aa: b, ",
        "{\"a\":",
        "[[",
        "\n",
        "Negative prompt:");
  }

  private static String json(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind < 2) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = "\"" + NAMES.get(random.nextInt(NAMES.size())) + "\":";
      parts.add((kind == 2 ? "" : name) + json(random, depth - 1));
    }
    String inside = String.join(",", parts);
    return kind == 2 ? "[" + inside + "]" : "{" + inside + "}";
  }

  private static byte[] picture(String kind, String text, Path file) throws IOException {
    byte[] comment = TestFiles.comment("UNICODE\0", text, StandardCharsets.UTF_16BE);
    byte[] tiff = TestFiles.tiff(ByteOrder.BIG_ENDIAN, Map.of(0x0131, "NovelAI"), comment);
    return switch (kind) {
      case "png" -> {
        TestFiles.png(file, Map.of("parameters", text, "prompt", text, "Comment", text + "ა"));
        yield Files.readAllBytes(file);
      }
      case "jpeg" -> TestFiles.jpeg(tiff);
      case "webp" -> TestFiles.webp(tiff);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static void checkFile(Path file) {
    try {
      check(SettingsReader.read(file));
    } catch (GenerationException named) {
      assertThat(named.details()).isNotEmpty();
    }
  }

  private static void checkText(String text) {
    check(SettingsReader.of(text));
    for (String keyword :
        List.of(
            "parameters",
            "Comment",
            "prompt",
            "workflow",
            "invokeai_metadata",
            "sd-metadata",
            "easel",
            "Model")) {
      check(SettingsReader.of(Map.of(keyword, text)));
    }
  }

  private static void check(Optional<FoundSettings> found) {
    found.ifPresent(
        settings ->
            assertThat(SettingsImport.apply(settings, DEFAULTS, List.of(MODEL)).request())
                .isNotNull());
  }
}
