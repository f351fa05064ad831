package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"DPM++ 2M", "dpmpp_2m", "dpm++2m", "DPMPP-2M"})
  void foldsCaseSpacingAndPunctuation(String name) {
    assertThat(Names.fold(name)).isEqualTo("dpmpp2m");
  }

  @ParameterizedTest
  @EnumSource
  void everyEmphasisIsFoundByItsLabel(Emphasis emphasis) {
    assertThat(Emphasis.find(emphasis.label())).contains(emphasis);
  }

  @ParameterizedTest
  @EnumSource
  void everySyntaxIsFoundByItsLabel(Syntax syntax) {
    assertThat(Syntax.find(syntax.label())).contains(syntax);
  }

  @Test
  void labelsAreWhatPeopleType() {
    assertThat(Emphasis.NO_NORM.label()).isEqualTo("no-norm");
    assertThat(Emphasis.find("No norm")).contains(Emphasis.NO_NORM);
    assertThat(Emphasis.find("strong")).isEmpty();
    assertThat(Syntax.A1111.label()).isEqualTo("a1111");
  }
}
