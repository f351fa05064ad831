package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.AdapterService.AdapterChoice;
import io.github.easel.generation.Draft;
import io.github.easel.ui.FakeAdapters;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdaptersViewModelTest {

  private final FakeServices services = new FakeServices(FakeServices.LARGE);
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final ComposeViewModel compose =
      new ComposeViewModel(Draft.EMPTY, List.of(), workers, failure -> {});
  private final AdaptersViewModel adapters = compose.adapters();

  @BeforeEach
  void open() {
    services.adapters = new FakeAdapters();
    compose.open(services);
    compose.offer(services.list());
  }

  private AdapterChoice choice(String name) {
    return adapters.matching(name).get(0);
  }

  @Test
  void offersThoseThatSuitFirst() {
    assertThat(adapters.matching(""))
        .extracting(choice -> choice.adapter().name())
        .containsExactly("ink", "EasyNegative", "Crystal");
    assertThat(adapters.matching("wash ink")).hasSize(1);
    assertThat(adapters.matching("oil")).isEmpty();
    assertThat(adapters.there().get()).isTrue();
  }

  @Test
  void whatIsChosenStandsInThePrompt() {
    compose.prompt().set("a fox");
    adapters.toggle(choice("ink"));
    assertThat(compose.prompt().get()).isEqualTo("a fox <lora:ink:1>");
    assertThat(adapters.isChosen(choice("ink"))).isTrue();

    ChosenLora ink = adapters.chosen().get(0);
    ink.strength().set(0.654);
    assertThat(compose.prompt().get()).isEqualTo("a fox <lora:ink:0.65>");
    assertThat(adapters.chosen()).containsExactly(ink);

    adapters.toggle(choice("EasyNegative"));
    assertThat(compose.prompt().get()).isEqualTo("a fox <lora:ink:0.65>, EasyNegative");
    adapters.toggle(choice("EasyNegative"));
    adapters.remove(ink);
    assertThat(compose.prompt().get()).isEqualTo("a fox");
    assertThat(adapters.chosen()).isEmpty();
  }

  @Test
  void followsWhatIsTyped() {
    compose.prompt().set("a <lora:ink:0.5:3> b <lora:gone:1>");
    ChosenLora ink = adapters.chosen().get(0);
    assertThat(ink.strength().get()).isEqualTo(3);
    assertThat(adapters.known(ink)).isPresent();
    assertThat(adapters.known(adapters.chosen().get(1))).isEmpty();

    compose.prompt().set("a <lora:ink:0.5:1.5> b <lora:gone:1>");
    assertThat(adapters.chosen().get(0)).isSameAs(ink);
    assertThat(ink.strength().get()).isEqualTo(1.5);
    ink.strength().set(1);
    assertThat(compose.prompt().get()).isEqualTo("a <lora:ink:0.5:1> b <lora:gone:1>");
  }
}
