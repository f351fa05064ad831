package io.github.easel.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailureViewModelTest {

  private final FailureViewModel failures = new FailureViewModel();
  private final List<String> taken = new ArrayList<>();

  private static GenerationException tooManySteps() {
    return new GenerationException(Failure.STEPS_UNSUITABLE, "", "900", "50");
  }

  @Test
  void hasNothingToTellUntilSomethingFails() {
    assertThat(failures.report(Locale.ENGLISH)).isEmpty();
    failures.show(tooManySteps());
    assertThat(failures.report(Locale.ENGLISH).orElseThrow().what()).contains("900 steps");
    assertThat(failures.report(Locale.forLanguageTag("ka")).orElseThrow().what())
        .contains("900 ნაბიჯს");
    failures.dismiss();
    assertThat(failures.report(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void offersOnlyWhatSomebodyCanDo() {
    failures.show(tooManySteps());
    assertThat(failures.report(Locale.ENGLISH).orElseThrow().remedy()).isEmpty();
    failures.on(FailureAction.FEWER_STEPS, () -> false, remedy -> taken.add("no"));
    assertThat(failures.report(Locale.ENGLISH).orElseThrow().remedy()).isEmpty();
    failures.on(FailureAction.FEWER_STEPS, remedy -> taken.add(remedy.value()));
    Remedy remedy = failures.report(Locale.ENGLISH).orElseThrow().remedy().orElseThrow();
    failures.take(remedy);
    assertThat(taken).containsExactly("50");
    assertThat(failures.failure().get()).isNull();
  }
}
