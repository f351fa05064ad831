package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** InvokeAI, Fooocus and NovelAI. */
class JsonReadersTest {

  @Test
  void readsInvokeAi() {
    FoundSettings found =
        found(
            "invokeai_metadata",
            """
            {"generation_mode":"txt2img","positive_prompt":"a cat++","negative_prompt":"dog",
            "width":512,"height":640,"seed":123,"rand_device":"cpu","cfg_scale":7.5,
            "cfg_rescale_multiplier":0,"steps":30,"scheduler":"dpmpp_2m_k","seamless_x":false,
            "clip_skip":1,"model":{"key":"k","hash":"h","name":"Dream Shaper","base":"sd-1"},
            "loras":[{"model":{"name":"ink"},"weight":0.75},
            {"lora":{"model_name":"wet wash"},"weight":-1.0},{"model":{"name":"a:b"},"weight":1}],"controlnets":[],"strength":null,
            "vae":{"name":"mse"},"app_version":"5.4.2"}""");

    assertThat(found.program()).isEqualTo(SourceProgram.INVOKE);
    assertThat(found.prompt().positive()).isEqualTo("a cat++ <lora:ink:0.75> <lora:wet wash:-1>");
    assertThat(found.prompt().negative()).isEqualTo("dog");
    assertThat(found.prompt().reading().syntax()).isEqualTo(Syntax.INVOKE);
    assertThat(meanings(found))
        .containsEntry(Meaning.SIZE, "512x640")
        .containsEntry(Meaning.SEED, "123")
        .containsEntry(Meaning.GUIDANCE, "7.5")
        .containsEntry(Meaning.STEPS, "30")
        .containsEntry(Meaning.SAMPLER, "dpmpp_2m_k")
        .containsEntry(Meaning.CLIP_SKIP, "2")
        .containsEntry(Meaning.MODEL, "Dream Shaper")
        .containsEntry(Meaning.RANDOM, "CPU");
    assertThat(unknown(found)).containsExactly("lora", "vae");
  }

  @Test
  void readsInvokeAiOfVersion2() {
    FoundSettings found =
        found(
            "sd-metadata",
            """
            {"model":"stable diffusion","model_weights":"sd-1.5","app_version":"v2.3.5",
            "image":{"type":"txt2img","prompt":[{"prompt":"a cat [dog, mouse] sits","weight":1}],
            "steps":50,"cfg_scale":7.5,"threshold":0,"perlin":0,"height":512,"width":768,
            "seed":9,"seamless":false,"sampler":"k_euler_a"}}""");

    assertThat(found.prompt().positive()).isEqualTo("a cat  sits");
    assertThat(found.prompt().negative()).isEqualTo("dog, mouse");
    assertThat(meanings(found))
        .containsEntry(Meaning.SIZE, "768x512")
        .containsEntry(Meaning.MODEL, "sd-1.5")
        .containsEntry(Meaning.SAMPLER, "k_euler_a");
  }

  @Test
  void readsFooocus() {
    String json =
        """
        {"adm_guidance":"(1.5, 0.8, 0.3)","base_model":"juggernautXL","base_model_hash":"aeb7e9e689",
        "clip_skip":2,"full_negative_prompt":["ugly",""],
        "full_prompt":["cinematic still a cat . 35mm","a cat, sharp"],"guidance_scale":4,
        "lora_combined_1":"offset : 0.1","loras":[["offset",0.1,"4852686128"]],
        "metadata_scheme":"fooocus","negative_prompt":"","performance":"Speed","prompt":"a cat",
        "refiner_model":"None","refiner_switch":0.5,"resolution":"(896, 1152)",
        "sampler":"dpmpp_2m_sde_gpu","scheduler":"karras","seed":"42","sharpness":2,"steps":30,
        "styles":"['Fooocus V2']","vae":"Default (model)","version":"Fooocus v2.5.5"}""";
    FoundSettings found = found("parameters", json);

    assertThat(found.program()).isEqualTo(SourceProgram.FOOOCUS);
    assertThat(found.prompt().positive()).isEqualTo("cinematic still a cat . 35mm, a cat, sharp");
    assertThat(found.prompt().negative()).isEqualTo("ugly");
    assertThat(found.prompt().reading().emphasis()).isEqualTo(Emphasis.NO_NORM);
    assertThat(found.prompt().reading().syntax()).isEqualTo(Syntax.COMFYUI);
    assertThat(meanings(found))
        .containsEntry(Meaning.SIZE, "896x1152")
        .containsEntry(Meaning.SEED, "42")
        .containsEntry(Meaning.SCHEDULE, "karras")
        .containsEntry(Meaning.MODEL, "juggernautXL")
        .containsEntry(Meaning.CLIP_SKIP, "2")
        .containsEntry(Meaning.RANDOM, "CPU");
    assertThat(unknown(found))
        .containsExactly("adm_guidance", "lora_combined_1", "loras", "sharpness");
    // JPEG and WebP files have it as the user comment.
    assertThat(found("UserComment", json)).isEqualTo(found);
    assertThat(SettingsReader.of(json)).contains(found);
  }

  private static final String NOVELAI =
      """
      {"prompt":"{{cat}}, [dog] (x)","steps":28,"height":1216,"width":832,"scale":5.0,
      "uncond_scale":1.0,"cfg_rescale":0.0,"seed":3816166865,"n_samples":1,"noise_schedule":"native",
      "sampler":"k_euler_ancestral","sm":false,"uc":"lowres, {bad}",
      "request_type":"PromptGenerateRequest","dynamic_thresholding":true}""";

  @Test
  void readsNovelAi() {
    FoundSettings found =
        SettingsReader.of(
                Map.of(
                    "Software", "NovelAI",
                    "Description", "other words",
                    "Source", "Stable Diffusion XL C1E1DE52",
                    "Comment", NOVELAI))
            .orElseThrow();

    assertThat(found.program()).isEqualTo(SourceProgram.NOVELAI);
    assertThat(found.prompt())
        .isEqualTo(new Prompt("(cat:1.1025), (dog:0.9524) \\(x\\)", "lowres, (bad:1.05)"));
    assertThat(meanings(found))
        .containsEntry(Meaning.SIZE, "832x1216")
        .containsEntry(Meaning.SEED, "3816166865")
        .containsEntry(Meaning.SAMPLER, "k_euler_ancestral")
        .containsEntry(Meaning.SCHEDULE, "native")
        .containsEntry(Meaning.CLIP_SKIP, "2")
        .containsEntry(Meaning.STEP_SEED_DELTA, "31337")
        .containsEntry(Meaning.MODEL, "Stable Diffusion XL C1E1DE52");
    assertThat(unknown(found)).containsExactly("dynamic_thresholding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a cat #1 of a series | a cat \\#1 of a series",
        "salt AND pepper BREAK x | salt and pepper break x",
        "{a [b:c:0.5]} | (a :1.05)b:c:0.5()",
        "a cat, red:1.5 | a cat, red:1.5()",
        "a <lora:x:1> \\ | a < lora:x:1> \\\\"
      })
  void whatIsNoGrammarToNovelAiStaysWords(String text, String expected) {
    assertThat(NovelAiPrompt.translate(text)).isEqualTo(expected);
  }

  @Test
  void readsNovelAiWhereverItsTextsAre() {
    String wrapped = "{\"Software\":\"NovelAI\",\"Comment\":" + TextNode.valueOf(NOVELAI) + "}";
    for (String keyword : List.of("UserComment", PictureTexts.HIDDEN)) {
      assertThat(found(keyword, wrapped).program()).isEqualTo(SourceProgram.NOVELAI);
    }
    FoundSettings version4 =
        found(
            "Comment",
            """
            {"steps":23,"sampler":"k_euler","uc":"","prompt":"short","v4_prompt":{"caption":
            {"base_caption":"1.5::cat::, dog","char_captions":[{"char_caption":"girl"}]}}}""");
    assertThat(version4.prompt().positive()).isEqualTo("(cat:1.5), dog");
    assertThat(unknown(version4)).containsExactly("character");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a cat | a cat",
        "{cat} | (cat:1.05)",
        "{{cat} dog} | (cat:1.1025)( dog:1.05)",
        "[cat] | (cat:0.9524)",
        "{[cat]} | cat",
        "{cat | (cat:1.05)",
        "cat} dog | cat( dog:0.9524)",
        "a\\b (c:2) | a\\\\b \\(c:2\\)",
        "-1.5::hat:: x | (hat:-1.5) x",
        "2::{cat}:: | (cat:2.1)",
        "std::vector | std::vector"
      })
  void translatesNovelAisBrackets(String raw, String translated) {
    assertThat(NovelAiPrompt.translate(raw)).isEqualTo(translated);
  }

  private static FoundSettings found(String keyword, String text) {
    return SettingsReader.of(Map.of(keyword, text)).orElseThrow();
  }

  private static Map<Meaning, String> meanings(FoundSettings found) {
    return found.settings().stream()
        .collect(
            Collectors.toMap(FoundSetting::meaning, FoundSetting::value, (first, second) -> first));
  }

  private static List<String> unknown(FoundSettings found) {
    return found.settings().stream()
        .filter(setting -> setting.meaning() == Meaning.UNKNOWN)
        .map(FoundSetting::name)
        .toList();
  }
}
