package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipVocabularyTest {

  @Test
  void whatFilesSayCountsAndNotHowTheyAreWritten(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("vocab.json"), "{\"b\": 1, \"a\": 0}");
    Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\r\na b\r\n");
    // of "a" and "b", a line each, and of "a b"
    ClipVocabulary vocabulary =
        new ClipVocabulary(
            FakeHub.MODEL,
            "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2",
            "01186fcf04b4b447f393e552964c08c7b419c1ad7a25c342a0b631b1967d3a27");
    assertThat(vocabulary.wrongIn(folder)).isEmpty();
    assertThat(ClipVocabulary.OPENAI.wrongIn(folder)).contains("vocab.json");
    Files.writeString(folder.resolve("merges.txt"), "b a\n");
    assertThat(vocabulary.wrongIn(folder)).contains("merges.txt");
    Files.writeString(folder.resolve("vocab.json"), "no JSON");
    assertThat(vocabulary.wrongIn(folder)).contains("vocab.json");
  }

  @Test
  void knowsTheVocabularyOfPublishedModels() {
    Path published =
        Path.of(System.getProperty("easel.home", ".")).resolve("../shared/golden/clip-vocab");
    Assumptions.assumeTrue(Files.isDirectory(published), "CLIP's vocabulary is not here");
    assertThat(ClipVocabulary.OPENAI.wrongIn(published)).isEmpty();
  }
}
