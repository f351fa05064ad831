package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftJsonTest {

  private static final Draft DRAFT =
      new Draft(
          new Draft.Words("a fox", "fog", List.of("Cartoon"), true),
          "starter",
          new Draft.Format(256, 192, 2),
          new Draft.Way("DDIM", "karras", 20, 4, 1),
          new Draft.Chance("7", "", 0),
          new Draft.Start(
              "/home/nino/sources/picture.png",
              "fox.png",
              "crop",
              new Draft.Touch(0.4, 1.1, true),
              new Draft.Masked("/home/nino/sources/mask.png", true, 3, 9, "fill", 16, 0.8),
              new Draft.Place("canvas", 1, 2, 64, 64)));

  @Test
  void goesIntoAFileWithoutAWordOfThisComputer() {
    String json = DraftJson.write(DRAFT);
    assertThat(json).doesNotContain("nino").doesNotContain("fox.png");
    Draft read = DraftJson.read(json).orElseThrow();
    assertThat(read.words()).isEqualTo(DRAFT.words());
    assertThat(read.format()).isEqualTo(DRAFT.format());
    assertThat(read.way()).isEqualTo(DRAFT.way());
    assertThat(read.chance()).isEqualTo(DRAFT.chance());
    assertThat(read.start().touch()).isEqualTo(DRAFT.start().touch());
    assertThat(read.start().masked().blur()).isEqualTo(9);
    assertThat(read.start().masked().strength()).isEqualTo(0.8);
  }

  @Test
  void nothingAndNonsenseAreNoDraft() {
    assertThat(DraftJson.read("{}")).isEmpty();
    assertThat(DraftJson.read("{not json")).isEmpty();
  }
}
