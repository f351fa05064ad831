package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.FakeServices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** JavaFX finds every colour of the window's styles, whenever it works them out. */
@ExtendWith(ApplicationExtension.class)
class StylesTest {

  private static final Logger STYLES = Logger.getLogger("javafx.css");

  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aPictureThatComesWhenTheWindowIsClosedAlreadyIsGivenNoStyle() {
    Handler ear = new Ear();
    STYLES.addHandler(ear);
    try (StudioStage window = StudioStage.show(1440, 900, "light", "en")) {
      window.open();
      WaitForAsyncUtils.waitForAsyncFx(
          60_000,
          () -> {
            window.studio.compose().prompt().set("hot air balloons");
            window.studio.action().generate(false);
            window.studio.action().generate(false);
          });
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.scene.getWindow().hide());
      for (int i = 1; i <= 2; i++) {
        int wanted = i;
        window.services.finish(FakeServices.gradient(128, 128));
        StudioStage.await(() -> window.studio.gallery().size().get() == wanted);
      }
    } finally {
      STYLES.removeHandler(ear);
    }
    assertThat(complaints).isEmpty();
  }

  private final class Ear extends Handler {

    @Override
    public void publish(LogRecord heard) {
      complaints.add(heard.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
