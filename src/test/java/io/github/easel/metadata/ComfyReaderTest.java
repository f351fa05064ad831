package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComfyReaderTest {

  private static final String BASE =
      """
      "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"sd/dream.safetensors"}},
      "5":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":768,"batch_size":1}},
      "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a [cat] (big:1.2)","clip":["10",0]}},
      "7":{"class_type":"CLIPTextEncode","inputs":{"text":"dog","clip":["10",0]}},
      "8":{"class_type":"VAEDecode","inputs":{"samples":["3",0],"vae":["4",2]}},
      "9":{"class_type":"SaveImage","inputs":{"images":["8",0],"filename_prefix":"x"}},
      "10":{"class_type":"CLIPSetLastLayer","inputs":{"clip":["11",1],"stop_at_clip_layer":-2}},
      "11":{"class_type":"LoraLoader","inputs":{"model":["4",0],"clip":["4",1],
        "lora_name":"ink.safetensors","strength_model":0.8,"strength_clip":1}}""";

  private static final String SIMPLE =
      "{\"3\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":18446744073709551615,\"steps\":30,"
          + "\"cfg\":5.5,\"sampler_name\":\"dpmpp_2m\",\"scheduler\":\"karras\",\"denoise\":1,"
          + "\"model\":[\"11\",0],\"positive\":[\"6\",0],\"negative\":[\"7\",0],"
          + "\"latent_image\":[\"5\",0]}},"
          + BASE
          + "}";

  @Test
  void walksFromTheSavedPictureToWordsModelAndSize() {
    FoundSettings found = found(SIMPLE);

    assertThat(found.program()).isEqualTo(SourceProgram.COMFYUI);
    assertThat(found.prompt().positive()).isEqualTo("a [cat] (big:1.2)");
    assertThat(found.prompt().reading().syntax()).isEqualTo(Syntax.COMFYUI);
    assertThat(found.prompt().negative()).isEqualTo("dog");
    assertThat(found.prompt().reading().emphasis()).isEqualTo(Emphasis.NO_NORM);
    assertThat(found.settings())
        .containsExactly(
            FoundSetting.of(Meaning.SEED, "seed", "18446744073709551615"),
            FoundSetting.of(Meaning.STEPS, "steps", "30"),
            FoundSetting.of(Meaning.GUIDANCE, "cfg", "5.5"),
            FoundSetting.of(Meaning.SAMPLER, "sampler_name", "dpmpp_2m"),
            FoundSetting.of(Meaning.SCHEDULE, "scheduler", "karras"),
            FoundSetting.of(Meaning.CLIP_SKIP, "stop_at_clip_layer", "2"),
            FoundSetting.of(Meaning.UNKNOWN, "LoRA", "ink.safetensors 0.8"),
            FoundSetting.of(Meaning.MODEL, "model", "sd/dream.safetensors"),
            FoundSetting.of(Meaning.SIZE, "size", "512x768"),
            FoundSetting.implied(Meaning.RANDOM, "noise", "CPU"));
  }

  @Test
  void readsSamplersThatAreMadeOfParts() {
    FoundSettings found =
        found(
            """
            {"3":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["20",0],
              "guider":["21",0],"sampler":["22",0],"sigmas":["23",0],"latent_image":["5",0]}},
            "20":{"class_type":"RandomNoise","inputs":{"noise_seed":["24",0]}},
            "21":{"class_type":"CFGGuider","inputs":{"model":["11",0],"positive":["6",0],
              "negative":["7",0],"cfg":4}},
            "22":{"class_type":"KSamplerSelect","inputs":{"sampler_name":"euler"}},
            "23":{"class_type":"BasicScheduler","inputs":{"model":["11",0],
              "scheduler":"sgm_uniform","steps":12,"denoise":0.5}},
            "24":{"class_type":"PrimitiveInt","inputs":{"value":77}},"""
                + BASE
                + "}");

    assertThat(found.value(Meaning.SEED)).contains("77");
    assertThat(found.value(Meaning.SAMPLER)).contains("euler");
    assertThat(found.value(Meaning.SCHEDULE)).contains("sgm_uniform");
    assertThat(found.value(Meaning.STEPS)).contains("12");
    assertThat(found.value(Meaning.GUIDANCE)).contains("4");
    assertThat(found.value(Meaning.MODEL)).contains("sd/dream.safetensors");
    assertThat(found.prompt().negative()).isEqualTo("dog");
    assertThat(found.settings()).contains(FoundSetting.of(Meaning.UNKNOWN, "denoise", "0.5"));
  }

  @Test
  void takesTheFirstOfTwoPasses() {
    FoundSettings found =
        found(
            """
            {"30":{"class_type":"SaveImage","inputs":{"images":["31",0]}},
            "31":{"class_type":"VAEDecode","inputs":{"samples":["32",0]}},
            "32":{"class_type":"KSamplerAdvanced","inputs":{"noise_seed":2,"steps":10,"cfg":3,
              "sampler_name":"euler","scheduler":"normal","positive":["6",0],"negative":["7",0],
              "model":["4",0],"latent_image":["33",0]}},
            "33":{"class_type":"LatentUpscale","inputs":{"samples":["3",0],"width":1024,
              "height":1536}},"""
                + SIMPLE.substring(1));

    assertThat(found.value(Meaning.STEPS)).contains("30");
    assertThat(found.value(Meaning.SIZE)).contains("512x768");
    assertThat(found.settings())
        .contains(FoundSetting.of(Meaning.UNKNOWN, "another pass", "KSamplerAdvanced"));
  }

  @Test
  void joinsConditioningsAndNamesWhatActsOnThem() {
    FoundSettings found =
        found(
            SIMPLE
                .replace("\"positive\":[\"6\",0]", "\"positive\":[\"40\",0]")
                .replace(
                    BASE,
                    BASE
                        + """
                        ,"40":{"class_type":"ControlNetApplyAdvanced","inputs":{
                          "positive":["41",0],"negative":["7",0],"control_net":["43",0]}},
                        "41":{"class_type":"ConditioningConcat","inputs":{
                          "conditioning_to":["6",0],"conditioning_from":["42",0]}},
                        "42":{"class_type":"CLIPTextEncode","inputs":{"text":["44",0],
                          "clip":["4",1]}},
                        "44":{"class_type":"StringConcatenate","inputs":{"string_a":"salt AND",
                          "string_b":"pepper","delimiter":" "}}"""));

    assertThat(found.prompt().positive()).isEqualTo("a \\[cat\\] (big:1.2) BREAK salt and pepper");
    assertThat(found.prompt().reading().syntax()).isEqualTo(Syntax.A1111);
    assertThat(found.settings())
        .contains(FoundSetting.of(Meaning.UNKNOWN, "node", "ControlNetApplyAdvanced"));
  }

  @Test
  void readsTheEditorsWorkflowWhereThereIsNoGraph() {
    String workflow =
        """
        {"nodes":[
        {"id":3,"type":"KSampler","inputs":[{"name":"model","link":1},{"name":"positive","link":4},
          {"name":"negative","link":6},{"name":"latent_image","link":2}],
          "widgets_values":[55,"randomize",20,8,"euler","normal",1]},
        {"id":4,"type":"CheckpointLoaderSimple","widgets_values":["v1-5.ckpt"]},
        {"id":5,"type":"EmptyLatentImage","widgets_values":[640,384,1]},
        {"id":6,"type":"CLIPTextEncode","inputs":[{"name":"clip","link":3}],
          "widgets_values":["a boat"]},
        {"id":7,"type":"CLIPTextEncode","inputs":[{"name":"clip","link":5}],
          "widgets_values":["text"]},
        {"id":8,"type":"VAEDecode","inputs":[{"name":"samples","link":7}]},
        {"id":9,"type":"SaveImage","inputs":[{"name":"images","link":9}]}],
        "links":[[1,4,0,3,0,"MODEL"],[2,5,0,3,3,"LATENT"],[3,4,1,6,0,"CLIP"],
        [4,6,0,3,1,"CONDITIONING"],[5,4,1,7,0,"CLIP"],[6,7,0,3,2,"CONDITIONING"],
        [7,3,0,8,0,"LATENT"],[9,8,0,9,0,"IMAGE"]]}""";
    FoundSettings found = SettingsReader.of(Map.of("workflow", workflow)).orElseThrow();

    assertThat(found.prompt().positive()).isEqualTo("a boat");
    assertThat(found.prompt().negative()).isEqualTo("text");
    assertThat(found.value(Meaning.SEED)).contains("55");
    assertThat(found.value(Meaning.SIZE)).contains("640x384");
    assertThat(found.value(Meaning.MODEL)).contains("v1-5.ckpt");
    assertThat(found.value(Meaning.SCHEDULE)).contains("normal");
  }

  @Test
  void readsTheGraphThatWebpFilesHaveInTheCamerasPlace() {
    assertThat(SettingsReader.of(Map.of("Model", "prompt:" + SIMPLE))).contains(found(SIMPLE));
  }

  @Test
  void endsWhereGraphsGoInCircles() {
    for (String circle :
        List.of(
            "{\"1\":{\"class_type\":\"KSampler\",\"inputs\":{\"sampler_name\":[\"1\",0],"
                + "\"positive\":[\"1\",0],\"model\":[\"1\",0],\"latent_image\":[\"1\",0],"
                + "\"clip\":[\"1\",0],\"steps\":[\"1\",0]}}}",
            "{\"1\":{\"class_type\":\"KSampler\",\"inputs\":{\"sampler_name\":[\"2\",0],"
                + "\"positive\":[\"3\",0]}},"
                + "\"2\":{\"class_type\":\"S\",\"inputs\":{\"string_a\":[\"2\",0],"
                + "\"string_b\":[\"2\",0]}},"
                + "\"3\":{\"class_type\":\"ConditioningConcat\",\"inputs\":{"
                + "\"conditioning_to\":[\"3\",0],\"conditioning_from\":[\"3\",0]}}}")) {
      assertThat(found(circle).program()).isEqualTo(SourceProgram.COMFYUI);
    }
  }

  private static FoundSettings found(String graph) {
    return SettingsReader.of(Map.of("prompt", graph)).orElseThrow();
  }
}
