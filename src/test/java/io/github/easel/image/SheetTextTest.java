package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SheetTextTest {

  private static final SheetFont FONTS = new SheetFont();

  private static SheetText set(String text, int width, int most) {
    return SheetText.of(text, FONTS.forText(text, 13, false), width, most);
  }

  @Test
  void breaksBetweenWords() {
    assertThat(set("DPM++ 2M SDE Karras", 100, 3).lines())
        .containsExactly("DPM++ 2M SDE", "Karras");
    assertThat(set("  one \n two ", 500, 3).lines()).containsExactly("one two");
    assertThat(set("", 100, 3).lines()).isEmpty();
  }

  @Test
  void breaksAWordOnlyIfItIsWiderThanALine() {
    List<String> lines = set("საწყისირიცხვისმნიშვნელობა", 80, 9).lines();

    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(String.join("", lines)).isEqualTo("საწყისირიცხვისმნიშვნელობა");
  }

  @Test
  void whatDoesNotFitEndsInAnEllipsis() {
    List<String> lines = set("a very long name of a sampler that nobody reads", 90, 2).lines();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).doesNotEndWith("…");
    assertThat(lines.get(1)).endsWith("…");
  }

  @Property(tries = 300)
  void staysWithinItsLinesAndItsWidth(
      @ForAll String text,
      @ForAll @IntRange(min = 40, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 4) int most) {
    SheetText set = set(text, width, most);

    assertThat(set.lines()).hasSizeLessThanOrEqualTo(most);
    assertThat(set.usedWidth()).isLessThanOrEqualTo(width + 20);
  }
}
