package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.PictureLibrary.Made;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.PictureFacts.Fact;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class PictureFactsTest {

  private final Messages messages =
      Messages.of("viewer", new SimpleObjectProperty<>(Language.ENGLISH));

  private static Picture picture(String prompt, String model) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of(prompt),
            model,
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 20, 7),
            0);
    Provenance provenance = new Provenance(request, model, "", "", "", "");
    return new Picture(
        Path.of("holiday.png"), new Made(provenance, Optional.empty()), new FakeServices(), 67, 45);
  }

  @Test
  void ofAPictureThatTellsNothingOnlyWhatIsSeenIsSaid() {
    Picture picture = picture("", "");
    picture.madeAt(LocalDateTime.of(2026, 3, 1, 12, 0));
    List<Fact> facts = PictureFacts.of(picture, messages);
    assertThat(picture.isUntold()).isTrue();
    assertThat(facts)
        .extracting(Fact::name)
        .containsExactly("Please note", "Size", "Made", "Kept in");
    assertThat(facts.toString())
        .contains("67 × 45", "2026", "holiday.png", "does not tell")
        .doesNotContain("DDIM");
  }

  @Test
  void ofAPictureThatTellsAllIsSaid() {
    Picture picture = picture("a fox", "Starter");
    assertThat(picture.isUntold()).isFalse();
    assertThat(PictureFacts.of(picture, messages))
        .extracting(Fact::value)
        .contains("a fox", "Starter", "20");
  }
}
