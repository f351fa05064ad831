package io.github.easel.ui.failure;

import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureContext;
import io.github.easel.app.FailureReport;
import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What went wrong last, until it is dismissed or overtaken, and the ways out of it. */
public final class FailureViewModel {

  private record Way(BooleanSupplier open, Consumer<Remedy> walk) {}

  private final ReadOnlyObjectWrapper<GenerationException> failure = new ReadOnlyObjectWrapper<>();
  private final Map<FailureAction, Way> ways = new EnumMap<>(FailureAction.class);
  private FailureContext context = FailureContext.UNKNOWN;
  private Map<FailureAction, Consumer<Remedy>> own = Map.of();

  /** Tells a failure in the place of the one before. */
  public void show(GenerationException reason) {
    show(reason, FailureContext.UNKNOWN);
  }

  /** Likewise, with what is known of the moment in which it happened. */
  public void show(GenerationException reason, FailureContext moment) {
    show(reason, moment, Map.of());
  }

  /**
   * Likewise, with ways out of this failure alone, such as one that needs the job that failed. They
   * go before those of {@link #on} and are forgotten with the failure.
   */
  public void show(
      GenerationException reason,
      FailureContext moment,
      Map<FailureAction, Consumer<Remedy>> ways) {
    own = Map.copyOf(ways);
    context = moment;
    failure.set(reason);
  }

  /** Takes the failure away; whether there was one. */
  public boolean dismiss() {
    boolean any = failure.get() != null;
    own = Map.of();
    failure.set(null);
    return any;
  }

  /** Null when nothing went wrong or it was dismissed. */
  public ReadOnlyObjectProperty<GenerationException> failure() {
    return failure.getReadOnlyProperty();
  }

  /** From now on the action does this. */
  public void on(FailureAction action, Consumer<Remedy> walk) {
    on(action, () -> true, walk);
  }

  /**
   * From now on the action does this.
   *
   * @param open whether the action makes sense now; asked when a failure is told
   */
  public void on(FailureAction action, BooleanSupplier open, Consumer<Remedy> walk) {
    ways.put(action, new Way(open, walk));
  }

  /** The failure in that language. Its remedy is one that can be taken, or there is none. */
  public Optional<FailureReport> report(Locale locale) {
    return Optional.ofNullable(failure.get())
        .map(reason -> new UserMessages(locale).report(reason, context))
        .map(this::withOpenWay);
  }

  private FailureReport withOpenWay(FailureReport report) {
    Optional<Remedy> open =
        report
            .remedy()
            .filter(
                remedy -> {
                  Way way = way(remedy.action());
                  return way != null && way.open().getAsBoolean();
                });
    return new FailureReport(
        report.what(), report.why(), report.advice(), open, report.code(), report.details());
  }

  private @Nullable Way way(FailureAction action) {
    Consumer<Remedy> walk = own.get(action);
    return walk == null ? ways.get(action) : new Way(() -> true, walk);
  }

  /** Takes the remedy; the failure is settled by that. */
  public void take(Remedy remedy) {
    Way way = way(remedy.action());
    if (way != null) {
      dismiss();
      way.walk().accept(remedy);
    }
  }
}
