package io.github.easel.ui.compose;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that the user types and chooses for the next picture. */
public final class ComposeViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(ComposeViewModel.class);

  /** The most steps that the slider offers; more cost time and change nothing that one sees. */
  public static final int MOST_STEPS = 150;

  /** The highest guidance that the slider offers. */
  public static final double MOST_GUIDANCE = 20;

  private final StringProperty prompt = new SimpleStringProperty("");
  private final StringProperty negative = new SimpleStringProperty("");
  private final ObservableList<ModelSummary> models = FXCollections.observableArrayList();
  private final ObjectProperty<ModelSummary> model = new SimpleObjectProperty<>();
  private final ObservableList<SizeChoice> sizes = FXCollections.observableArrayList();
  private final ObjectProperty<ImageSize> size =
      new SimpleObjectProperty<>(new ImageSize(512, 512));
  private final IntegerProperty steps = new SimpleIntegerProperty(20);
  private final DoubleProperty guidance = new SimpleDoubleProperty(7);
  private final SamplingChoice choice = new SamplingChoice();
  private final StringProperty seed = new SimpleStringProperty("");
  private final IntegerProperty count = new SimpleIntegerProperty(1);
  private final ObjectProperty<GenerationRequest> looked = new SimpleObjectProperty<>();
  private final StringProperty device = new SimpleStringProperty("");
  private final LongSupplier newSeeds;
  private Draft remembered;

  /**
   * @param remembered what was typed and chosen last time
   * @param newSeeds gives the seed of a picture for which none is typed, 0 or more
   */
  public ComposeViewModel(Draft remembered, LongSupplier newSeeds) {
    this.remembered = remembered;
    this.newSeeds = newSeeds;
    takeWords();
    if (!remembered.model().isEmpty()) {
      restore();
    }
    sizes.setAll(SizeChoice.around(size.get()));
    model.addListener((property, old, chosen) -> adopt(chosen));
  }

  private void takeWords() {
    prompt.set(remembered.words().prompt());
    negative.set(remembered.words().negative());
    seed.set(remembered.chance().seed());
    count.set(remembered.format().count());
  }

  /** Takes over a whole draft, such as that of a job. The model only if it is at hand. */
  public void edit(Draft draft) {
    remembered = draft;
    takeWords();
    ModelSummary itsModel = find(draft.model());
    if (itsModel != null) {
      model.set(itsModel);
    }
    restore();
  }

  /** Lists the models and chooses the one used last, with the values used last, else the first. */
  public void offer(List<ModelSummary> atHand) {
    models.setAll(atHand);
    if (atHand.isEmpty()) {
      return;
    }
    ModelSummary last = find(remembered.model());
    model.set(last == null ? atHand.get(0) : last);
    if (last != null) {
      restore();
    }
  }

  /** Values that make no sense, as in a file edited by hand, leave the model's own in place. */
  private void restore() {
    try {
      ImageSize lastSize = new ImageSize(remembered.format().width(), remembered.format().height());
      Sampling last =
          new Sampling(
              SamplerKind.find(remembered.way().sampler()).orElse(sampler().get()),
              ScheduleKind.find(remembered.way().schedule()).orElse(ScheduleKind.MODEL),
              remembered.way().steps(),
              remembered.way().guidance(),
              OptionalDouble.empty());
      size.set(lastSize);
      setSampling(
          new Sampling(
              last.sampler(),
              last.schedule(),
              Math.min(MOST_STEPS, last.steps()),
              Math.min(MOST_GUIDANCE, last.guidanceScale()),
              last.eta()));
    } catch (IllegalArgumentException e) {
      LOG.warn("What was chosen last time cannot be used: {}", e.getMessage());
    }
  }

  private @Nullable ModelSummary find(String name) {
    return models.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private void adopt(@Nullable ModelSummary chosen) {
    if (chosen != null) {
      sizes.setAll(SizeChoice.around(chosen.size()));
      size.set(chosen.size());
      setSampling(chosen.sampling());
    }
  }

  private void setSampling(Sampling sampling) {
    choice.set(sampling.sampler(), sampling.schedule());
    steps.set(sampling.steps());
    guidance.set(sampling.guidanceScale());
  }

  /** Takes over all that decided another picture, its seed too. The model only if it is at hand. */
  public void recall(GenerationRequest request) {
    ModelSummary itsModel = find(request.model());
    if (itsModel != null) {
      model.set(itsModel);
    }
    prompt.set(request.prompt().positive());
    negative.set(request.prompt().negative());
    size.set(request.size());
    setSampling(request.sampling());
    seed.set(Long.toString(request.seed()));
  }

  /** The pictures to make; a blank seed becomes a new one. */
  public List<GenerationRequest> requests() {
    GenerationRequest first =
        new GenerationRequest(
            new Prompt(prompt.get().strip(), negative.get().strip()),
            model.get().name(),
            size.get(),
            new Sampling(
                sampler().get(),
                schedule().get(),
                steps.get(),
                guidance.get(),
                OptionalDouble.empty()),
            seed.get().isBlank() ? newSeeds.getAsLong() : typedSeed().orElseThrow());
    return IntStream.range(0, count.get())
        .mapToObj(i -> first.withSeeding(first.seeding().ofPicture(i)))
        .toList();
  }

  /** A new seed with every picture. */
  public void rollSeed() {
    seed.set("");
  }

  /** The seed of the picture that is looked at, if any. */
  public void reuseSeed() {
    if (looked.get() != null) {
      seed.set(Long.toString(looked.get().seed()));
    }
  }

  /** What stands in the way, apart from the services; null when nothing does. */
  @Nullable Obstacle obstacle() {
    if (model.get() == null) {
      return Obstacle.NO_MODEL;
    }
    if (prompt.get().isBlank()) {
      return Obstacle.NO_PROMPT;
    }
    return seed.get().isBlank() || typedSeed().isPresent() ? null : Obstacle.BAD_SEED;
  }

  private OptionalLong typedSeed() {
    String digits = seed.get().strip();
    try {
      return digits.chars().allMatch(c -> c >= '0' && c <= '9')
          ? OptionalLong.of(Long.parseLong(digits))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // more than 2^63-1
    }
  }

  /** All that is typed and chosen. Before a model is at hand the values of last time stay. */
  public Draft snapshot() {
    boolean chosen = model.get() != null;
    Draft last = remembered;
    return new Draft(
        new Draft.Words(
            prompt.get(), negative.get(), last.words().styles(), last.words().dynamic()),
        chosen ? model.get().name() : last.model(),
        chosen
            ? new Draft.Format(size.get().width(), size.get().height(), count.get())
            : last.format(),
        chosen
            ? new Draft.Way(
                sampler().get().label(), schedule().get().label(), steps.get(), guidance.get(), 1)
            : last.way(),
        new Draft.Chance(seed.get(), "", 0),
        last.start());
  }

  /** All that {@link #snapshot} and {@link #obstacle} depend on. */
  public Observable[] parts() {
    return new Observable[] {
      prompt, negative, model, size, steps, guidance, sampler(), schedule(), seed, count
    };
  }

  public StringProperty prompt() {
    return prompt;
  }

  public StringProperty negative() {
    return negative;
  }

  public ObservableList<ModelSummary> models() {
    return models;
  }

  /** The chosen model; null until one is at hand. */
  public ObjectProperty<ModelSummary> model() {
    return model;
  }

  /** The sizes that suit the chosen model. */
  public ObservableList<SizeChoice> sizes() {
    return sizes;
  }

  public ObjectProperty<ImageSize> size() {
    return size;
  }

  public IntegerProperty steps() {
    return steps;
  }

  public DoubleProperty guidance() {
    return guidance;
  }

  public ObjectProperty<SamplerKind> sampler() {
    return choice.sampler();
  }

  /** The schedules that the chosen sampler can follow. */
  public ObservableList<ScheduleKind> schedules() {
    return choice.schedules();
  }

  public ObjectProperty<ScheduleKind> schedule() {
    return choice.schedule();
  }

  /** The seed as typed; blank for a new one with every picture. */
  public StringProperty seed() {
    return seed;
  }

  /** How many pictures are made at once. */
  public IntegerProperty count() {
    return count;
  }

  /** The request of the picture that is looked at; null for none. */
  public ObjectProperty<GenerationRequest> looked() {
    return looked;
  }

  /** Where pictures are made, for example {@code CPU}; empty until that is known. */
  public StringProperty device() {
    return device;
  }
}
