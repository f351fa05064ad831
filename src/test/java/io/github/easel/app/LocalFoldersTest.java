package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFoldersTest {

  @TempDir private Path folder;

  @Test
  void tellsWhatWasMeantToBeAModelFromWhatIsNone() throws IOException {
    LocalFolders folders = new LocalFolders(new Places(folder, folder, folder));
    Files.createDirectories(folder.resolve("photographs"));
    assertThat(folders.models(folder)).isZero();
    assertThat(folders.unusable(folder)).isZero();
    Files.createDirectories(folder.resolve("broken/unet"));
    Files.createDirectories(folder.resolve("broken/text_encoder"));
    Files.createDirectories(folder.resolve("half/unet"));
    Files.writeString(folder.resolve("half/unet/model.onnx"), "its other parts are not there");
    assertThat(folders.models(folder)).isZero();
    assertThat(folders.unusable(folder)).isEqualTo(2);
  }
}
