package io.github.easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

  private static final String GTK = "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0";

  @Test
  void linuxWithoutADisplay() {
    assertThat(Display.obstacle("Linux", Map.of(), file -> true))
        .contains(Display.Obstacle.NO_DISPLAY);
    assertThat(Display.obstacle("Linux", Map.of("DISPLAY", " "), file -> true))
        .contains(Display.Obstacle.NO_DISPLAY);
  }

  @Test
  void linuxWithoutGtk() {
    assertThat(Display.obstacle("Linux", Map.of("DISPLAY", ":0"), file -> false))
        .contains(Display.Obstacle.NO_GTK);
  }

  @Test
  void linuxWithEverything() {
    assertThat(Display.obstacle("Linux", Map.of("DISPLAY", ":0"), GTK::equals)).isEmpty();
  }

  @Test
  void findsGtkWhereTheLoaderIsTold() {
    Map<String, String> environment = Map.of("DISPLAY", ":0", "LD_LIBRARY_PATH", "/opt/a::/opt/b");
    assertThat(Display.obstacle("Linux", environment, "/opt/b/libgtk-3.so.0"::equals)).isEmpty();
  }

  @Test
  void otherSystemsAlwaysHaveAWindow() {
    assertThat(Display.obstacle("Windows 11", Map.of(), file -> false)).isEmpty();
    assertThat(Display.obstacle("Mac OS X", Map.of(), file -> false)).isEmpty();
  }
}
