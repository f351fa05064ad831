package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "*, abc, true",
    "*, a/b, false",
    "**, a/b, true",
    "***, a/b, true",
    "*/*, a/b, true",
    "*/*, a/b/c, false",
    "**/c, a/b/c, true",
    "a*c, abcbc, true",
    "a*c, ac, true",
    "a*c, abcb, false",
    "**a*b, a/xb/ab, true",
    "a**b*c, axxb/bc, true",
    "'', '', true",
    "*, '', true"
  })
  void matches(String pattern, String path, boolean expected) {
    assertThat(new PathGlob(pattern).matches(path)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void agreesWithTheRegularExpression(
      @ForAll @Chars({'a', 'b', '/', '*', '*'}) @StringLength(max = 9) String pattern,
      @ForAll @Chars('/') @CharRange(from = 'a', to = 'b') @StringLength(max = 10) String path) {
    String expression =
        Stream.of(pattern.split("\\*\\*", -1))
            .map(part -> part.replace("*", "[^/]*"))
            .collect(Collectors.joining(".*"));

    assertThat(new PathGlob(pattern).matches(path)).isEqualTo(Pattern.matches(expression, path));
  }
}
