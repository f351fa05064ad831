package io.github.easel.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "120000-7-a fox.png = 120000-7-a fox.png",
        "წითელი.png = წითელი.png",
        "con.png = _con.png",
        "AUX.tar.png = _AUX.tar.png",
        "nul = _nul",
        "COM1 .png = _COM1 .png",
        "lpt².webp = _lpt².webp",
        "conical.png = conical.png",
        "com.png = com.png",
        "com10.png = com10.png",
        "what?.png = what_.png",
        "a:b\\c|d*<e>\".png = a_b_c_d__e__.png",
        "a.png. . = a.png",
        ".png = .png",
        "... = _",
      })
  void everySystemTakesIt(String name, String expected) {
    assertThat(PortableName.of(name)).isEqualTo(expected);
  }

  @Property
  void saidTwiceIsSaidOnce(@ForAll String name) {
    String once = PortableName.of(name);
    assertThat(PortableName.of(once)).isEqualTo(once);
    assertThat(once).isNotEmpty().doesNotContainPattern("[<>:\"/\\\\|?*]|[. ]$");
  }
}
