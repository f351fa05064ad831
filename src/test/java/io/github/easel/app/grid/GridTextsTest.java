package io.github.easel.app.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.MessageFiles;
import io.github.easel.generation.RefusedValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GridTextsTest {

  private final GridTexts english = new GridTexts(Locale.ENGLISH);
  private final GridTexts georgian = new GridTexts(Locale.forLanguageTag("ka"));

  private static List<String> labels(GridTexts texts, String axis) {
    return texts.labels(Optional.of(GridAxis.parse(axis)));
  }

  @Test
  void numbersAreNamedAndNamesStandForThemselves() {
    assertThat(labels(english, "steps=5,10")).containsExactly("steps: 5", "steps: 10");
    assertThat(labels(georgian, "steps=5")).containsExactly("ნაბიჯი: 5");
    assertThat(labels(english, "guidance=7.5")).containsExactly("guidance: 7.5");
    assertThat(labels(english, "sampler=DPM++ 2M")).containsExactly("DPM++ 2M");
    assertThat(labels(english, "model=/models/some model")).containsExactly("some model");
    assertThat(labels(english, "prompt=a cat,\"\"")).containsExactly("a cat", "(nothing)");
    assertThat(labels(georgian, "negative=\"\"")).containsExactly("(არაფერი)");
    assertThat(labels(english, "prompt-order=a,b")).containsExactly("a, b", "b, a");
    assertThat(english.labels(Optional.empty())).containsExactly("");
  }

  @Test
  void theSheetSaysWhatAllPicturesShare() {
    assertThat(english.settings(Grids.plan("seed=1,2")))
        .isEqualTo("starter · 64x64 · DDIM · steps: 4 · guidance: 7.5 · without: dark cat");
    assertThat(georgian.settings(Grids.plan("steps=1,2", "sampler=DDIM", "size=64x64")))
        .isEqualTo("starter · აღწერასთან სიახლოვე: 7.5 · საწყისი რიცხვი: 42 · გარდა: dark cat");
    assertThat(english.settings(Grids.plan("variation-strength=0,0.5", "negative=x")))
        .endsWith("seed: 42 · variation seed: 43");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VALUE_REFUSED")
  void everyProblemHasASentence(GridProblem.Kind kind) {
    GridProblem problem = new GridProblem(kind, "a1", "b2", "c3", "d4");

    for (GridTexts texts : List.of(english, georgian)) {
      assertThat(texts.of(problem)).isNotEmpty().doesNotContain("{", "}");
    }
  }

  @Test
  void aValueOutOfRangeHasItsOwnSentence() {
    GridProblem problem = new GridProblem(new RefusedValue(RefusedValue.Kind.CLIP_SKIP, 40, 12));

    assertThat(english.of(problem)).isEqualTo("Clip skip 40: choose a whole number from 1 to 12.");
    assertThat(georgian.of(problem)).contains("ფენების გამოტოვება 40:");
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldHasAName(GridField field) {
    assertThat(english.field(field)).isNotEmpty();
    assertThat(georgian.field(field)).isNotEmpty();
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    MessageFiles.assertAgree(GridTexts.class);
  }
}
