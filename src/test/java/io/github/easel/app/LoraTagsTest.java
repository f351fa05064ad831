package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.prompt.LoraTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoraTagsTest {

  @ParameterizedTest
  @CsvSource({
    "<lora:ink>, 1, 1",
    "<lora:ink:0.5>, 0.5, 0.5",
    "<lyco:ink:0.5:0.25>, 0.5, 0.25",
    "<LoRA:ink:te=0.5:unet=2>, 0.5, 2",
    "<lora:ink:unet=2>, 1, 2",
    "<lora:ink:-1:x>, -1, -1",
    "<lora:ink:1e9>, 100, 100",
    "<lora:ink:NaN>, 1, 1"
  })
  void readsStrengthsAsA1111(String prompt, double text, double unet) {
    assertThat(LoraTag.in("a " + prompt + " b", PromptReading.usual()))
        .containsExactly(new LoraTag("ink", text, unet));
    for (Syntax syntax : new Syntax[] {Syntax.INVOKE, Syntax.COMFYUI}) {
      assertThat(LoraTag.in(prompt, new PromptReading(syntax, Emphasis.ORIGINAL, 1)))
          .containsExactly(new LoraTag("ink", text, unet));
    }
    assertThat(LoraTag.in(prompt, new PromptReading(Syntax.PLAIN, Emphasis.ORIGINAL, 1))).isEmpty();
  }

  @Test
  void changesTagsWhereTheyStand() {
    String prompt = "a <lora:ink:0.5> fox <lyco:wash> <hypernet:x:1>";

    assertThat(LoraTags.in(prompt))
        .extracting(LoraTags.Mark::name, LoraTags.Mark::unet)
        .containsExactly(tuple("ink", 0.5), tuple("wash", 1.0));
    assertThat(LoraTags.with(prompt, "INK", 0.75, 0.75))
        .isEqualTo("a <lora:INK:0.75> fox <lyco:wash> <hypernet:x:1>");
    assertThat(LoraTags.with("a fox", "ink", 1, 0.5)).isEqualTo("a fox <lora:ink:0.5:1>");
    assertThat(LoraTags.with("", "ink", 1, 1)).isEqualTo("<lora:ink:1>");
    assertThat(LoraTags.without(prompt, "wash")).isEqualTo("a <lora:ink:0.5> fox <hypernet:x:1>");
    assertThat(LoraTags.without("<lora:a:1><lora:A:2>", "a")).isEmpty();
  }
}
