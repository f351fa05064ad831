package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.FakeServices;
import io.github.easel.ui.drop.Dropped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A picture of Easel's own on the clipboard. */
@ExtendWith(ApplicationExtension.class)
class CopiedPictureTest {

  private static Dropped copiedFrom(Path file) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(Images.of(FakeServices.gradient(64, 64)));
          CopiedPicture.put(content, file);
          Clipboard.getSystemClipboard().setContent(content);
          assertThat(Clipboard.getSystemClipboard().hasFiles())
              .as("what other programs would take with its settings")
              .isFalse();
          return Dropped.of(Clipboard.getSystemClipboard());
        });
  }

  @Test
  void bringsItsFileAlong(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("easel-4711.png"));
    assertThat(copiedFrom(file).files()).containsExactly(file);
    Files.delete(file);
    Dropped alone = copiedFrom(file);
    assertThat(alone.files()).isEmpty();
    assertThat(alone.image()).isPresent();
  }
}
