package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionTest {

  /** The first column is typed, the second one what A1111 makes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          ""                     ~ {}
          ()                     ~ {}
          []                     ~ {}
          a cat                  ~ {a cat}
          (a)                    ~ {a*1.1}
          ((a))                  ~ {a*1.21}
          [a]                    ~ {a*0.9091}
          [[a]]                  ~ {a*0.8264}
          ([a])                  ~ {a}
          (a:1.5)                ~ {a*1.5}
          (a: 1.5 )              ~ {a*1.5}
          (a:-1.5)               ~ {a*-1.5}
          (a:+1.5)               ~ {a*1.5}
          (a:.5)                 ~ {a*0.5}
          (a:2.)                 ~ {a*2}
          (a:0)                  ~ {a*0}
          a (b:1.5               ~ "{a }{b:1.5*1.1}"
          a:1.5)                 ~ {a:1.5)}
          (a:1.5:2)              ~ {a:1.5*2}
          (a, (b:1.3), c:0.8)    ~ "{a, *0.8}{b*1.04}{, c*0.8}"
          (a:abc)                ~ {a:abc*1.1}
          (a:1.2 b)              ~ {a:1.2 b*1.1}
          a:b                    ~ {a:b}
          a) b] c                ~ {a) b] c}
          (a [b) c]              ~ "{a *1.1}{b}{ c*0.9091}"
          (a) (b)                ~ "{a*1.1}{ }{b*1.1}"
          (a)(b)                 ~ {ab*1.1}
          \\(a\\)                ~ {(a)}
          \\[a\\]                ~ {[a]}
          (a \\(b\\):1.2)        ~ {a (b)*1.2}
          a\\\\b                 ~ {a\\b}
          a\\b                   ~ {ab}
          a\\                    ~ {a}
          (ა:1.3) ბ              ~ "{ა*1.3}{ ბ}"
          (🐈:1.3)               ~ {🐈*1.3}
          a | b                  ~ {a | b}
          """)
  void readsWhatA1111Reads(String typed, String read) {
    assertThat(Scripts.wording(typed)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a BREAK b              ~ {a} / {b}
          a  BREAK  b            ~ {a} / {b}
          aBREAKb                ~ {aBREAKb}
          a_BREAK b              ~ {a_BREAK b}
          აBREAK b               ~ {აBREAK b}
          a break b              ~ {a break b}
          a,BREAK,b              ~ {a,} / {,b}
          BREAK                  ~ {} / {}
          BREAK a                ~ {} / {a}
          a BREAK BREAK b        ~ {a} / {} / {b}
          (a):BREAK b            ~ {a*1.1}{:} / {b}
          (a BREAK b:1.2)        ~ {a*1.2} / {b*1.2}
          ((a BREAK b:1.2) c)    ~ {a*1.32} / {b*1.32}{ c*1.1}
          [a BREAK b]            ~ {a*0.9091} / {b*0.9091}
          """)
  void breaksWhereverTheWordStands(String typed, String read) {
    assertThat(Scripts.wording(typed)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          (a:1.2.3)              ~ {a:1.2.3*1.1}
          (a:.)                  ~ {a:.*1.1}
          (a:1.2.3) b            ~ {a:1.2.3*1.1}{ b}
          (a:--2)                ~ {a:--2*1.1}
          """)
  void aWeightThatIsNoNumberIsText(String typed, String read) {
    assertThat(Scripts.wording(typed)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "1000001"})
  void absurdWeightsAreClamped(String weight) {
    assertThat(Scripts.wording("(a:" + weight + ")")).isEqualTo("{a*1000000}");
    assertThat(Scripts.wording("(a:-" + weight + ")")).isEqualTo("{a*-1000000}");
  }

  @Test
  void aWeightOfFourHundredDigitsIsClamped() {
    assertThat(Scripts.wording("((a:" + "9".repeat(400) + "):0)")).isEqualTo("{a*0}");
    assertThat(Scripts.wording("(a:" + "9".repeat(400) + ")")).isEqualTo("{a*1000000}");
  }

  @Test
  void bracketsNestAsDeepAsAnyoneTypes() {
    int deep = 100_000;
    for (String open : List.of("(", "[", "([", "{", "<", "[(")) {
      PromptScript script = Scripts.a1111(open.repeat(deep) + "a", 20);
      assertThat(script.parts()).hasSize(1);
    }
    assertThat(Scripts.wording("(".repeat(deep) + "a" + ")".repeat(deep) + " b"))
        .isEqualTo("{a*1000000}{ b}");
    assertThat(Scripts.wording("[".repeat(deep) + "a" + "]".repeat(deep)))
        .startsWith("{a*")
        .endsWith("}");
  }

  @Test
  void weightsHaveThePrecisionOfDoubles() {
    PromptScript script = Scripts.a1111("(((a:1.3)))", 1);
    double weight =
        script.parts().get(0).phases().get(0).wording().segments().get(0).get(0).weight();
    assertThat(weight).isEqualTo(1.3 * 1.1 * 1.1, within(1e-12));
  }
}
