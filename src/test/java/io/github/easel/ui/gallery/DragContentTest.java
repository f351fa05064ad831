package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;

class DragContentTest {

  private static final Path ONE = Path.of("one.png").toAbsolutePath();
  private static final Path TWO = Path.of("two.png").toAbsolutePath();
  private final Image image = new WritableImage(2, 3);

  @Test
  void onePictureIsAFileAndAPicture() {
    ClipboardContent content = DragContent.of(List.of(ONE), Optional.of(image));
    assertThat(content.getFiles()).containsExactly(ONE.toFile());
    assertThat(content.getImage()).isSameAs(image);
  }

  @Test
  void severalAreFiles() {
    ClipboardContent content = DragContent.of(List.of(ONE, TWO), Optional.of(image));
    assertThat(content.getFiles()).containsExactly(ONE.toFile(), TWO.toFile());
    assertThat(content.hasImage()).isFalse();
  }

  @Test
  void aPictureThatIsNotReadYetIsAFile() {
    ClipboardContent content = DragContent.of(List.of(ONE), Optional.empty());
    assertThat(content.hasFiles()).isTrue();
    assertThat(content.hasImage()).isFalse();
  }
}
