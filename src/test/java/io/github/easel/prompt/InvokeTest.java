package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          picking apricots+              ~ {picking }{apricots*1.1}
          picking apricots++             ~ {picking }{apricots*1.21}
          apricots-                      ~ {apricots*0.9}
          apricots--                     ~ {apricots*0.81}
          a+, b-. c                      ~ {a*1.1}{, }{b*0.9}{. c}
          a 3.5-inch disk+!              ~ {a 3.5-inch }{disk*1.1}{!}
          a+, b-; c                      ~ {a*1.1}{, }{b*0.9}{; c}
          (picking apricots)+++          ~ {picking apricots*1.331}
          (picking apricots)1.3          ~ {picking apricots*1.3}
          (picking apricots)-            ~ {picking apricots*0.9}
          (a b)0.5, c                    ~ {a b*0.5}{, c}
          (a b)1.5.                      ~ {a b*1.5}{.}
          (a (b)1.2 c)1.5                ~ {a *1.5}{b*1.8}{ c*1.5}
          (a b+)1.5                      ~ {a *1.5}{b*1.65}
          a (b) c                        ~ {a b c}
          tree-lined road                ~ {tree-lined road}
          tree-lined+ road               ~ {tree-lined*1.1}{ road}
          a - b + c                      ~ {a - b + c}
          -- ++                          ~ {-- ++}
          a+-                            ~ {a+-}
          (a) 1.2                        ~ {a 1.2}
          (a)3d                          ~ {a3d}
          (a)1.2.3                       ~ {a1.2.3}
          a (b                           ~ {a (b}
          a) b+                          ~ {a) }{b*1.1}
          C\\+\\+                        ~ {C++}
          \\(a\\)+                       ~ {(a)+}
          [a|b] BREAK (c:1.2)            ~ {[a|b] BREAK c:1.2}
          ვაშლი++ (წითელი სახლი)1.2       ~ {ვაშლი*1.21}{ }{წითელი სახლი*1.2}
          """)
  void readsWeights(String typed, String read) {
    assertThat(Scripts.wording(typed, Scripts.INVOKE)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          ("a cat", "a dog").and()          ~ {a cat} / {a dog}
          ("a cat+", "a dog").and(1, 0.5)   ~ {a }{cat*1.1} / {a dog*0.5}
          ("a").and()                       ~ {a}
          ("a (b)1.2", "").and()            ~ {a }{b*1.2} / {}
          """)
  void conjunctionsBreak(String typed, String read) {
    assertThat(Scripts.wording(typed, Scripts.INVOKE)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(\"a\", \"b\").and(1)",
        "(\"a\", \"b\").and(1, x)",
        "(\"a\" \"b\").and()",
        "(a, b).and()",
        "(\"a\", \"b\").blend(0.7, 0.3)",
        "(\"a\", \"b\").and",
        "().and()",
        "(\"a\", \"b).and()"
      })
  void otherCallsAreReadAsWords(String typed) {
    assertThat(Scripts.wording(typed, Scripts.INVOKE)).doesNotContain("/").doesNotContain("*");
  }

  @Test
  void bracketsNestAsDeepAsAnyoneTypes() {
    int deep = 100_000;
    assertThat(Scripts.wording("(".repeat(deep) + "a", Scripts.INVOKE)).endsWith("(a}");
    assertThat(Scripts.wording("(".repeat(deep) + "a" + ")+".repeat(deep), Scripts.INVOKE))
        .isEqualTo("{a*1000000}");
    assertThat(Scripts.wording("a" + "+".repeat(deep), Scripts.INVOKE)).isEqualTo("{a*1000000}");
  }
}
