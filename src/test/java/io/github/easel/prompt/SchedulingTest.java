package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulingTest {

  @Test
  void withoutEmphasisTheRestOfTheGrammarActs() {
    PromptReading none = new PromptReading(Syntax.A1111, Emphasis.NONE, 1);
    PromptScript script =
        PromptParser.parse("(a:1.2) \\( [b:[c]:2] BREAK <lora:x:1># note\nAND d :0.5", none, 4);

    assertThat(Scripts.phases(script.parts().get(0).phases()))
        .isEqualTo("2:{(a:1.2) \\( b BREAK \n} 4:{(a:1.2) \\( [c] BREAK \n}");
    assertThat(script.parts().get(1).weight()).isEqualTo(0.5);
    assertThat(Scripts.phases(script.parts().get(1).phases())).isEqualTo("4:{ d}");
    assertThat(script.extras()).hasSize(1);
    assertThat(
            Scripts.phases(
                PromptParser.parseNegative("[a|b] (c)", none, 2).parts().get(0).phases()))
        .isEqualTo("1:{a (c)} 2:{b (c)}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          a [b:3]                ~ "3:{a } 10:{a b}"
          a[b:[c:d:2]:1]e        ~ "1:{abe} 2:{ace} 10:{ade}"
          a [b:.5] c             ~ "5:{a  c} 10:{a b c}"
          a [unbalanced          ~ "10:{a }{unbalanced*0.9091}"
          [a:b:0.25]             ~ "2:{a} 10:{b}"
          [a:b: 3 ]              ~ "3:{a} 10:{b}"
          [a::3]                 ~ "3:{a} 10:{}"
          [:b:3]                 ~ "3:{} 10:{b}"
          [a:b:0]                ~ 10:{b}
          [a:b:-2]               ~ 10:{b}
          [a:b:10]               ~ 10:{a}
          [a:b:99]               ~ 10:{a}
          [a:b:1]                ~ "1:{a} 10:{b}"
          [a:b:1.0]              ~ 10:{a}
          [a:b:5e-1]             ~ 10:{b}
          [a:b:5.0e-1]           ~ "5:{a} 10:{b}"
          [(a:1.2):(b:0.8):3] c  ~ "3:{a*1.2}{ c} 10:{b*0.8}{ c}"
          ([a:b:3]:1.5)          ~ "3:{a*1.5} 10:{b*1.5}"
          [(a|b):c:3]            ~ "3:{a|b*1.1} 10:{c}"
          [a|b] [c:4]            ~ "1:{a } 2:{b } 3:{a } 4:{b } 5:{a c} 6:{b c} 7:{a c} 8:{b c} 9:{a c} 10:{b c}"
          [a\\:b:c:3]            ~ "3:{a:b} 10:{c}"
          a | [b:c:3]            ~ "3:{a | b} 10:{a | c}"
          [a BREAK b:c:3]        ~ "3:{a} / {b} 10:{c}"
          [b:c:d:3]              ~ 10:{b:c:d:3*0.9091}
          [a:b:when]             ~ 10:{a:b:when*0.9091}
          [a:b|c]                ~ 10:{a:b|c*0.9091}
          [a:(b:3]               ~ "10:{a:*0.9091}{b:3}"
          [a) b:c:3]             ~ "10:{a) b:c:3*0.9091}"
          """)
  void editsAsA1111Does(String typed, String phases) {
    assertThat(Scripts.phases(typed, 10)).isEqualTo(phases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [fe|]male              ~ 1:{female} 2:{male} 3:{female} 4:{male}
          [a|b|c]                ~ 1:{a} 2:{b} 3:{c} 4:{a}
          [|a]                   ~ 1:{} 2:{a} 3:{} 4:{a}
          [a|a]                  ~ 4:{a}
          [a|b|b]                ~ 1:{a} 3:{b} 4:{a}
          [(a:1.5)|b]            ~ 1:{a*1.5} 2:{b} 3:{a*1.5} 4:{b}
          [[a|b]|c]              ~ 1:{a} 2:{c} 3:{a} 4:{c}
          [[a:b:2]|c]            ~ 1:{a} 2:{c} 3:{b} 4:{c}
          [a|b                   ~ 4:{a|b*0.9091}
          """)
  void alternatesFromStepToStep(String typed, String phases) {
    assertThat(Scripts.phases(typed, 4)).isEqualTo(phases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a [b:.5] c             ~ 10:{a b c}
          a [b:1.5] c            ~ 5:{a  c} 10:{a b c}
          a [b:12] c             ~ 2:{a  c} 10:{a b c}
          a [b:5] c              ~ 10:{a b c}
          """)
  void aSecondPassCountsOn(String typed, String phases) {
    PromptScript script = PromptParser.parse(typed, PromptReading.usual(), new StepSpan(10, 10));
    assertThat(Scripts.phases(script.parts().get(0).phases())).isEqualTo(phases);
  }

  @Test
  void equalWordingsAreOneObject() {
    PromptScript script = Scripts.a1111("[a|b]", 1000);
    assertThat(script.parts().get(0).phases()).hasSize(1000);
    assertThat(script.parts().get(0).phases().get(0).wording())
        .isSameAs(script.parts().get(0).phases().get(998).wording());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          a cat AND a dog            ~ "{a cat } + { a dog}"
          a cat :1.2 AND a dog :0.5  ~ "{a cat}*1.2 + { a dog}*0.5"
          a cat:-1 AND a dog         ~ "{a cat}*-1 + { a dog}"
          a cat :1.5                 ~ {a cat}*1.5
          a (cat:1.5                 ~ "{a }{cat:1.5*1.1}"
          a (cat:1.5) :2             ~ "{a }{cat*1.5}*2"
          a cat: 3 : 2               ~ {a cat: 3}*2
          a clock at 3:30            ~ {a clock at 3:30}
          film 16:9 :2 AND a         ~ "{film 16:9}*2 + { a}"
          aANDb                      ~ {aANDb}
          a and b                    ~ {a and b}
          AND                        ~ {} + {}
          a:x                        ~ {a:x}
          a:1.2.3                    ~ {a:1.2.3}
          """)
  void partsHaveWeights(String typed, String parts) {
    assertThat(Scripts.parts(typed)).isEqualTo(parts);
  }

  @Test
  void inANegativePromptAndIsAWord() {
    PromptScript script =
        PromptParser.parseNegative("a AND b :2 <lora:x:1> # c", PromptReading.usual(), 5);
    assertThat(script.extras()).isEmpty();
    assertThat(Scripts.phases(script.parts().get(0).phases()))
        .isEqualTo("5:{a AND b :2 <lora:x:1> }");
    assertThat(script.parts().get(0).weight()).isEqualTo(1);
  }
}
