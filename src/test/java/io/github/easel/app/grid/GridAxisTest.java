package io.github.easel.app.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GridAxisTest {

  private static List<String> values(String axis) {
    return GridAxis.parse(axis).values();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps=8, 12,20 | 8 12 20",
        "steps=1-5 | 1 2 3 4 5",
        "steps=5-1 | 5 4 3 2 1",
        "steps=1-6 (+2) | 1 3 5",
        "steps=10-2 (-3) | 10 7 4",
        "steps=1-9 [3] | 1 5 9",
        "variation-strength=0, .5, 1 | 0 0.5 1",
        "steps=1-10 [5] | 1 3 5 7 10",
        "steps=7 [1] | -",
        "steps=3-9 [1], 20 | 3 20",
        "STEPS = 1 - 3 , 10 | 1 2 3 10",
        "guidance=1-2 (+0.25) | 1 1.25 1.5 1.75 2",
        "guidance=1-2 (+0.4) | 1 1.4 1.8",
        "cfg scale=1-10 [4] | 1 4 7 10",
        "CFG Scale=0-1 [4] | 0 0.33333333 0.66666667 1",
        "guidance=7.50, 8. | 7.5 8",
        "ensd=-5--3, 31337 | -5 -4 -3 31337",
        "Sampler=DPM++ 2M, Euler a | DPM++ 2M/Euler a",
      })
  void readsValuesAndRanges(String axis, String expected) {
    if (expected.equals("-")) {
      assertThatThrownBy(() -> GridAxis.parse(axis)).isInstanceOf(GridProblem.class);
      return;
    }
    String separator = axis.startsWith("Sampler") ? "/" : " ";
    assertThat(values(axis)).containsExactly(expected.split(separator, -1));
  }

  @Test
  void valuesMayBeQuoted() {
    assertThat(values("prompt=cat, \"a dog, asleep\", \"say \"\"hi\"\"\", \"\", 5\" tall,,"))
        .containsExactly("cat", "a dog, asleep", "say \"hi\"", "", "5\" tall");
  }

  @Test
  void promptOrdersAreAllOrders() {
    assertThat(values("prompt-order=a,\"b, c\",d"))
        .hasSize(6)
        .doesNotHaveDuplicates()
        .startsWith("a, \"b, c\", d");
  }

  @Test
  void seedsThatAreAskedForAtRandomAreDrawnOnce() {
    GridAxis axis = GridAxis.parse("seed=7,-1,-1");

    assertThat(axis.values()).hasSize(3).startsWith("7").doesNotContain("-1");
    assertThat(axis.values().get(1)).isNotEqualTo(axis.values().get(2));
    assertThat(axis.drawsSeeds()).isTrue();
    assertThat(GridAxis.parse("seed=1-3").drawsSeeds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps | NO_AXIS",
        "=1 | UNKNOWN_FIELD",
        "stairs=1 | UNKNOWN_FIELD",
        "steps= | NO_VALUES",
        "steps=, , | NO_VALUES",
        "steps=1-5 (-1) | NO_VALUES",
        "steps=1-5 (0) | NO_VALUES",
        "steps=1-5 [0] | NO_VALUES",
        "steps=1-1001 | TOO_MANY_VALUES",
        "steps=1-9999999999999999999 | TOO_MANY_VALUES",
        "guidance=0-1 (0.000001) | TOO_MANY_VALUES",
        "steps=1-2 [999999999] | TOO_MANY_VALUES",
        "prompt-order=a,b,c,d,e,f,g | TOO_MANY_VALUES",
        "steps=many | NO_NUMBER",
        "steps=1.5 | NO_NUMBER",
        "steps=1-2 (+0.5) | NO_NUMBER",
        "prompt=\"a | OPEN_QUOTES",
      })
  void saysWhatItCannotRead(String axis, GridProblem.Kind kind) {
    GridProblem problem = catchThrowableOfType(GridProblem.class, () -> GridAxis.parse(axis));

    assertThat(problem.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsFoundByItsNames(GridField field) {
    assertThat(GridField.find(field.key().toUpperCase(Locale.ROOT))).contains(field);
    // Two of ours are A1111's one.
    assertThat(GridField.find(field.foreignName()).map(GridField::foreignName))
        .contains(field.foreignName());
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll String values) {
    for (GridField field : Set.of(GridField.STEPS, GridField.GUIDANCE, GridField.PROMPT)) {
      try {
        assertThat(values(field.key() + "=" + values)).isNotEmpty();
      } catch (GridProblem refused) {
        assertThat(refused.details()).isNotEmpty();
      }
    }
  }

  @Property(tries = 300)
  void quotingIsUndoneBySplitting(@ForAll List<String> words) {
    List<String> stripped = words.stream().map(String::strip).toList();

    assertThat(
            GridValues.split(
                stripped.stream().map(GridValues::quote).collect(Collectors.joining(","))))
        .containsExactlyElementsOf(stripped);
  }
}
