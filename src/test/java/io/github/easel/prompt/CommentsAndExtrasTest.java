package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PromptReading;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentsAndExtrasTest {

  @Test
  void moreAndsThanAnyoneFollowsAreLeftOut() {
    PromptScript script = Scripts.a1111("a" + " AND b".repeat(10_000), 5);

    assertThat(script.parts()).hasSize(32);
    assertThat(script.partsLeftOut()).isEqualTo(9_969);
    PromptScript whole = Scripts.a1111("a" + " AND b".repeat(31), 5);
    assertThat(whole.parts()).hasSize(32);
    assertThat(whole.partsLeftOut()).isZero();
  }

  @Test
  void commentsAreTakenOut() {
    assertThat(Scripts.wording("a # b\nc # d")).isEqualTo("{a \nc }");
    assertThat(Scripts.wording("# all of it")).isEqualTo("{}");
    assertThat(Scripts.wording("room \\#5")).isEqualTo("{room #5}");
    assertThat(Scripts.wording("a \\(# b")).isEqualTo("{a (}");
    assertThat(Scripts.wording("a\\")).isEqualTo("{a}");
  }

  @Test
  void tagsAreTakenOut() {
    PromptScript script =
        PromptParser.parse(
            "a <lora:my style:0.8> cat<lora:b:te=1:unet=0.5><hypernet:h>",
            PromptReading.usual(),
            1);
    assertThat(script.extras())
        .containsExactly(
            new ExtraNetwork("lora", List.of("my style", "0.8")),
            new ExtraNetwork("lora", List.of("b", "te=1", "unet=0.5")),
            new ExtraNetwork("hypernet", List.of("h")));
    assertThat(Scripts.parts("a <lora:x:1> cat")).isEqualTo("{a  cat}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", ">", "<>", "<a>", "<:b>", "<a:>", "<a b:c>", "<a:b", "a<b", "<3", "<<<>>>"})
  void whatIsNoTagIsText(String text) {
    assertThat(Scripts.wording(text)).isEqualTo("{" + text + "}");
  }

  @Test
  void aTagMayFollowAnUnfinishedOne() {
    assertThat(Scripts.wording("<a <lora:x:1> b")).isEqualTo("{<a  b}");
  }

  @Test
  void plainTextIsText() {
    String typed = "(a:1.2) [b|c] AND # <lora:x:1> BREAK \\( +";
    assertThat(Scripts.wording(typed, Scripts.PLAIN)).isEqualTo("{" + typed + "}");
  }
}
