package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {

  @TempDir private Path folder;

  private static ObjectNode states() {
    return StatesJson.write(History.of(Paintings.blank()).states(), tile -> "");
  }

  @Test
  void aWriteThatFailedLeavesTheNewestManifestToTheNextOneToo() throws IOException {
    Manifests manifests = new Manifests(folder);
    manifests.write(states(), 0);
    manifests.write(states(), 0);
    Path older = folder.resolve("canvas-b.json");
    Path newest = folder.resolve("canvas-a.json");
    String good = Files.readString(newest);
    Files.delete(older);
    Files.createFile(Files.createDirectory(older).resolve("in the way"));
    assertThatThrownBy(() -> manifests.write(states(), 0)).isInstanceOf(IOException.class);
    Files.delete(older.resolve("in the way"));
    Files.delete(older);
    manifests.write(states(), 0);
    assertThat(newest).hasContent(good);
    assertThat(new Manifests(folder).whole()).hasSize(2);
  }
}
