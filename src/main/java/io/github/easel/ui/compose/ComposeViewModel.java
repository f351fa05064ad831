package io.github.easel.ui.compose;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.app.SourceSize;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Everything that the user types and chooses for the next pictures. */
public final class ComposeViewModel {

  private final ObservableList<ModelSummary> models = FXCollections.observableArrayList();
  private final UnusableModels unusable = new UnusableModels();
  private final ObjectProperty<ModelSummary> model = new SimpleObjectProperty<>();
  private final ObjectProperty<GenerationRequest> looked = new SimpleObjectProperty<>();
  private final StringProperty device = new SimpleStringProperty("");
  private final BooleanProperty loading = new SimpleBooleanProperty();
  private final BooleanProperty negativeOpen = new SimpleBooleanProperty();
  private final BooleanProperty moreOpen = new SimpleBooleanProperty();
  private final WordsViewModel words;
  private final AdaptersViewModel adapters;
  private final SizeViewModel format = new SizeViewModel();
  private final SamplingViewModel way = new SamplingViewModel();
  private final SeedViewModel chance = new SeedViewModel();
  private final SourceViewModel start;
  private final ObjectProperty<Verb> ground = new SimpleObjectProperty<>();
  private final DefaultsViewModel defaults;
  private final Consumer<GenerationException> onFailure;
  private Draft remembered;

  /**
   * @param remembered what was typed and chosen last time
   * @param history prompts that were drawn, newest first
   * @param onFailure is told on the window's thread what could not be read
   */
  public ComposeViewModel(
      Draft remembered,
      List<String> history,
      Workers workers,
      Consumer<GenerationException> onFailure) {
    this.remembered = remembered;
    this.onFailure = onFailure;
    words = new WordsViewModel(history, workers, onFailure);
    adapters = new AdaptersViewModel(words.prompt(), workers);
    start = new SourceViewModel(workers);
    defaults = new DefaultsViewModel(this, workers, onFailure);
    takeAll();
    model.addListener((property, old, chosen) -> adopt(chosen));
    Stream.of(way.clipSkip(), way.fine(), way.steps())
        .forEach(part -> part.addListener(changed -> recount()));
  }

  /** Sets everything but the model to what is remembered. */
  private void takeAll() {
    words.take(remembered.words());
    chance.take(remembered.chance());
    start.take(remembered.start());
    format.takeCount(remembered.format().count());
    takeFitted();
  }

  /** What only means something with the model that it was chosen for. */
  private void takeFitted() {
    if (!remembered.model().isEmpty()) {
      format.take(remembered.format());
      way.take(remembered.way());
    }
  }

  /** Lets the services be asked; call it before {@link #offer}. */
  public void open(Services opened) {
    defaults.open(opened);
    words.open(opened);
    adapters.open(opened);
    start.open(opened);
  }

  /** Takes over a whole draft, such as that of a job. The model only if it is at hand. */
  public void edit(Draft draft) {
    remembered = draft;
    ModelSummary itsModel = find(draft.model());
    if (itsModel != null) {
      model.set(itsModel);
    }
    takeAll();
  }

  /**
   * Lists the models and chooses the one used now or last, with its values, else the first. The
   * list may be offered again when it has changed.
   */
  public void offer(List<ModelSummary> atHand) {
    remembered = snapshot(); // a list that is replaced unsets what is chosen in it
    models.setAll(atHand);
    unusable.all().removeIf(one -> find(one.name()) != null); // it was put right
    if (atHand.isEmpty()) {
      return;
    }
    ModelSummary last = find(remembered.model());
    model.set(last == null ? atHand.get(0) : last);
    if (last != null) {
      takeFitted();
    }
  }

  private @Nullable ModelSummary find(String name) {
    return models.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private void adopt(@Nullable ModelSummary chosen) {
    if (chosen == null) {
      return;
    }
    format.offer(chosen.size());
    way.adopt(chosen.sampling());
    way.clipSkip().set(chosen.clipSkip());
    start.styled().suit(chosen.name());
    adapters.offerFor(chosen.name());
    defaults.tell(chosen);
    recount();
  }

  void limit(ModelLimits known) {
    format.limit(known);
    way.limit(known);
  }

  /** Back to what suits the model; words and source stay. */
  public void reset() {
    ModelSummary chosen = model.get();
    if (chosen != null) {
      format.offer(chosen.size());
      way.reset(chosen.sampling());
      way.clipSkip().set(chosen.clipSkip());
      chance.strength().set(0);
    }
  }

  private void recount() {
    ModelSummary chosen = model.get();
    if (chosen != null) {
      words.countWith(chosen.name(), way.reading(), Math.max(1, way.steps().get()));
    }
  }

  /**
   * Takes over some of what decided a picture, of an earlier start too: its source is looked for
   * among the copies.
   */
  public void recall(Provenance provenance, Recall what) {
    GenerationRequest request = provenance.request();
    recall(request, what);
    if (what.source() && request.source().isEmpty()) {
      provenance.source().ifPresent(record -> start.recall(record, onFailure));
    }
  }

  /** Takes over all that decided another picture, its seed too. The model only if it is at hand. */
  public void recall(GenerationRequest request) {
    recall(request, Recall.ALL);
  }

  /** Takes over some of what decided another picture. The model only if it is at hand. */
  public void recall(GenerationRequest request, Recall what) {
    ModelSummary itsModel = find(request.model());
    if (what.model() && itsModel != null) {
      change(itsModel, what);
    }
    way.recall(request, what);
    if (what.words()) {
      words.recall(request.prompt());
    }
    if (what.size()) {
      format.choose(request.size());
    }
    if (what.seed()) {
      chance.recall(request.seeding());
    }
    if (what.source()) {
      request.source().ifPresentOrElse(start::recall, start::drop);
    }
  }

  /** Another model brings what suits it, which is not wanted where only the model is. */
  private void change(ModelSummary other, Recall what) {
    Draft before = snapshot();
    model.set(other);
    if (what == Recall.MODEL) {
      format.take(before.format());
      way.take(before.way());
    }
  }

  /**
   * From now on pictures begin with that one.
   *
   * @param ownCopy Easel's copy, as {@link io.github.easel.app.SourcePictures#keep(Path)} makes it
   * @param name what people call it
   */
  public void takeSource(Path ownCopy, String name) {
    start.take(ownCopy, name);
  }

  /** From now on what pictures begin with is given the style of the picture in that file. */
  public void takeStyle(Path file) {
    start.styled().choose(file, onFailure);
  }

  /** From now on pictures begin with noise alone. */
  public void dropSource() {
    start.drop();
  }

  /** The size of the source's shape that suits the model; the present one without a source. */
  public ImageSize sizeOfSource() {
    PixelImage image = start.image().get();
    return image == null || model.get() == null
        ? format.size().get()
        : SourceSize.of(image, model.get().size(), format.multiple().get());
  }

  /** A new seed with every picture. */
  public void rollSeed() {
    chance.seed().set("");
  }

  /** The seed of the picture that is looked at, if any. */
  public void reuseSeed() {
    if (looked.get() != null) {
      way.recall(looked.get(), Recall.SEED);
      chance.recall(looked.get().seeding());
    }
  }

  /** What the button does. */
  Verb verb() {
    if (ground.get() != null) {
      return ground.get();
    }
    if (start.there().get() && start.masked()) {
      return Verb.FILL;
    }
    return start.refines().get() ? Verb.REFINE : Verb.GENERATE;
  }

  /** All that is typed and chosen. Before a model is at hand the values of last time stay. */
  public Draft snapshot() {
    boolean chosen = model.get() != null;
    return new Draft(
        words.snapshot(),
        chosen ? model.get().name() : remembered.model(),
        chosen ? format.snapshot() : remembered.format(),
        chosen ? way.snapshot() : remembered.way(),
        chance.snapshot(),
        start.snapshot());
  }

  /** All that {@link #snapshot} and the obstacles depend on, and the history. */
  public Observable[] parts() {
    return Stream.of(
            Stream.of(model, ground),
            words.parts(),
            format.parts(),
            way.parts(),
            chance.parts(),
            start.parts())
        .flatMap(part -> part)
        .toArray(Observable[]::new);
  }

  /** Prompts, styles and their lengths. */
  public WordsViewModel words() {
    return words;
  }

  /** LoRAs and embeddings. */
  public AdaptersViewModel adapters() {
    return adapters;
  }

  /** Size and number. */
  public SizeViewModel format() {
    return format;
  }

  /** Sampler, steps, guidance and the like. */
  public SamplingViewModel way() {
    return way;
  }

  /** What is kept for the chosen model. */
  public DefaultsViewModel defaults() {
    return defaults;
  }

  /** Seeds. */
  public SeedViewModel chance() {
    return chance;
  }

  /** The picture to begin with. */
  public SourceViewModel start() {
    return start;
  }

  public StringProperty prompt() {
    return words.prompt();
  }

  public StringProperty negative() {
    return words.negative();
  }

  /** The seed as typed; blank for a new one with every picture. */
  public StringProperty seed() {
    return chance.seed();
  }

  /** The size, or the last one that pictures can have. */
  public ReadOnlyObjectProperty<ImageSize> size() {
    return format.size();
  }

  /** How many pictures are made at once. */
  public IntegerProperty count() {
    return format.count();
  }

  public ObservableList<ModelSummary> models() {
    return models;
  }

  /** Those that cannot be drawn with. */
  public UnusableModels unusable() {
    return unusable;
  }

  /**
   * What the button does over what pictures begin with in the source's place, such as a canvas;
   * null for none.
   */
  public ObjectProperty<Verb> ground() {
    return ground;
  }

  /** The chosen model; null until one is at hand. */
  public ObjectProperty<ModelSummary> model() {
    return model;
  }

  /** The request of the picture that is looked at; null for none. */
  public ObjectProperty<GenerationRequest> looked() {
    return looked;
  }

  /** Where pictures are made, for example {@code CPU}; empty until that is known. */
  public StringProperty device() {
    return device;
  }

  /** Whether the chosen model is being opened. */
  public BooleanProperty loading() {
    return loading;
  }

  /** Whether the negative prompt is unfolded. */
  public BooleanProperty negativeOpen() {
    return negativeOpen;
  }

  /** Whether what few need is unfolded. */
  public BooleanProperty moreOpen() {
    return moreOpen;
  }
}
