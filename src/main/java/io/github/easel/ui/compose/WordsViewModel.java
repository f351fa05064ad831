package io.github.easel.ui.compose;

import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptService.Role;
import io.github.easel.app.Services;
import io.github.easel.app.StyleService;
import io.github.easel.app.StyleService.Style;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the pictures should show, and how long that is. */
public final class WordsViewModel {

  private final StringProperty prompt = new SimpleStringProperty("");
  private final StringProperty negative = new SimpleStringProperty("");
  private final BooleanProperty dynamic = new SimpleBooleanProperty();
  private final ObservableList<String> styles = FXCollections.observableArrayList();
  private final ObservableList<Style> offered = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<PromptReport> promptReport = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PromptReport> negativeReport = new ReadOnlyObjectWrapper<>();
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer promptCount;
  private final LatestAnswer negativeCount;
  private final LatestAnswer listing;
  private final PromptHistory history;
  private @Nullable Services services;
  private @Nullable Counting counting;

  /**
   * What tokens are counted with.
   *
   * @param steps prompts that change between steps have a wording for each
   */
  private record Counting(String model, PromptReading reading, int steps) {}

  /**
   * @param onFailure is told on the window's thread that the user's own styles cannot be read
   */
  WordsViewModel(List<String> history, Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    this.history = new PromptHistory(history);
    promptCount = new LatestAnswer(workers);
    negativeCount = new LatestAnswer(workers);
    listing = new LatestAnswer(workers);
    prompt.addListener(changed -> count(Role.POSITIVE));
    negative.addListener(changed -> count(Role.NEGATIVE));
    styles.addListener((Observable changed) -> count());
    offered.addListener((Observable changed) -> count());
  }

  void open(Services opened) {
    services = opened;
    listing.ask(() -> list(opened.styles()), offered::setAll);
  }

  /** All styles; if the user's own cannot be read, that is told and the others are left. */
  private List<Style> list(StyleService styles) {
    try {
      return styles.list();
    } catch (GenerationException e) {
      workers.window().execute(() -> onFailure.accept(e));
      return styles.builtIn();
    }
  }

  void countWith(String model, PromptReading reading, int steps) {
    Counting now = new Counting(model, reading, steps);
    if (!now.equals(counting)) {
      counting = now;
      count();
    }
  }

  private void count() {
    count(Role.POSITIVE);
    count(Role.NEGATIVE);
  }

  /** Styles count too, since the model reads them like what was typed. */
  private void count(Role role) {
    Services asked = services;
    Counting with = counting;
    if (asked == null || with == null) {
      return;
    }
    Prompt typed = new Prompt(prompt.get().strip(), negative.get().strip());
    List<Style> chosen = chosen();
    boolean positive = role == Role.POSITIVE;
    LatestAnswer question = positive ? promptCount : negativeCount;
    question.ask(
        () -> {
          Prompt styled = chosen.isEmpty() ? typed : asked.styles().apply(chosen, typed);
          String text = positive ? styled.positive() : styled.negative();
          return asked.prompts().read(text, role, with.model(), with.reading(), with.steps());
        },
        report -> (positive ? promptReport : negativeReport).set(report));
  }

  private List<Style> chosen() {
    return styles.stream().flatMap(name -> style(name).stream()).toList();
  }

  /** The offered style of that name. */
  public Optional<Style> style(String name) {
    return offered.stream()
        .filter(style -> style.name().equalsIgnoreCase(name) || style.georgianName().equals(name))
        .findFirst();
  }

  /** Chooses the style, or no longer. */
  public void toggle(String style) {
    if (!styles.remove(style)) {
      styles.add(style);
    }
  }

  void take(Draft.Words words) {
    prompt.set(words.prompt());
    negative.set(words.negative());
    dynamic.set(words.dynamic());
    styles.setAll(words.styles());
  }

  /** The words of a picture are what became of styles and variants, so these must not act again. */
  void recall(Prompt words) {
    prompt.set(words.positive());
    negative.set(words.negative());
    dynamic.set(false);
    styles.clear();
  }

  Draft.Words snapshot() {
    return new Draft.Words(prompt.get(), negative.get(), styles, dynamic.get());
  }

  Stream<Observable> parts() {
    return Stream.of(prompt, negative, dynamic, styles, history.prompts());
  }

  public StringProperty prompt() {
    return prompt;
  }

  public StringProperty negative() {
    return negative;
  }

  /** Whether braces and wildcards are expanded. */
  public BooleanProperty dynamic() {
    return dynamic;
  }

  /** The names of the chosen styles, in the order in which they act. */
  public ObservableList<String> styles() {
    return styles;
  }

  /** All styles. */
  public ObservableList<Style> offered() {
    return offered;
  }

  /** How the model reads the prompt; null until it was asked. */
  public ReadOnlyObjectProperty<PromptReport> promptReport() {
    return promptReport.getReadOnlyProperty();
  }

  /** Likewise the negative prompt. */
  public ReadOnlyObjectProperty<PromptReport> negativeReport() {
    return negativeReport.getReadOnlyProperty();
  }

  /** The prompts that were drawn. */
  public PromptHistory history() {
    return history;
  }
}
