package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that the starter model draws are found by what they show. */
class MadePicturesLookTest {

  private static final Cancellation NEVER = new Cancellation();
  private static final List<String> CASTLES = List.of("a castle", "a castle on a white background");
  private static final List<String> OTHERS =
      List.of(
          "a red apple on a white background",
          "a castle on a hill at sunset",
          "a green car on a white background",
          "a cat on a blue background",
          "a sailing boat on the sea",
          "a yellow flower on a white background");

  @TempDir Path folder;

  @Test
  void castlesComeBeforeOtherPictures() throws IOException {
    ServiceOptions options = new ServiceOptions(DeviceChoice.CPU, Optional.empty());
    try (Services services = LocalServices.open(Places.ofThisProcess(), options);
        LookFolder pictures = new LookFolder(folder)) {
      List<Long> castles = new ArrayList<>();
      for (String words : CASTLES) {
        castles.add(pictures.add(castles.size() + "c.png", draw(services, words), "", "").id());
      }
      for (String words : OTHERS) {
        pictures.add(name(words), draw(services, words), "", "");
      }
      pictures.look(services.meanings());
      LookService looks = new LocalLookService(pictures.index(), services.meanings());
      for (String words : List.of("a castle", "castle", "ციხესიმაგრე")) {
        assertThat(ids(looks.like(words, CASTLES.size(), NEVER)))
            .as(words)
            .containsExactlyInAnyOrderElementsOf(castles);
      }
      assertThat(ids(looks.like(castles.get(0), 1, NEVER))).containsExactly(castles.get(1));
      for (String words : OTHERS.subList(0, 4)) {
        assertThat(names(pictures, looks.like(words, 1, NEVER))).containsExactly(name(words));
      }
    }
  }

  private static String name(String words) {
    return words.replace(' ', '-') + ".png";
  }

  private static List<Long> ids(List<Nearness> found) {
    return found.stream().map(Nearness::id).toList();
  }

  private static List<String> names(LookFolder pictures, List<Nearness> found) {
    return pictures.index().items(ids(found)).stream()
        .map(item -> String.valueOf(item.entry().file().getFileName()))
        .toList();
  }

  private static PixelImage draw(Services services, String words) {
    ModelSummary starter = services.models().find("starter");
    GenerationRequest request =
        new GenerationRequest(Prompt.of(words), "starter", starter.size(), starter.sampling(), 7);
    return services.generation().generate(request, ProgressListener.NONE, NEVER).image();
  }
}
