package io.github.easel.ui.drop;

import io.github.easel.app.ModelImport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.canvas.Project;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.drop.Offer.Sentence;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what was dropped or pasted, asks what to do with it, and does that. */
public final class DropViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(DropViewModel.class);

  /** Where something was dropped. */
  public enum Place {
    /** On the prompt: words and settings. */
    PROMPT,
    /** Anywhere else, or pasted. */
    WINDOW
  }

  private final Workers workers;
  private final DropReceiver receiver;
  private final LongSupplier newSeeds;
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>();
  private final ObservableSet<SettingGroup> ticked = FXCollections.observableSet();
  private final ReadOnlyDoubleWrapper copied = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable Services services;
  private final LatestAnswer asked;
  private Optional<Runnable> asText = Optional.empty();
  private final Suggestions suggestions;

  /** The copy that goes on; its own, so that no question puts an end to it. */
  private volatile @Nullable Object copyToken;

  /**
   * @param newSeeds gives seeds from 0 to 2^32-1 that stand in where a picture says none
   */
  public DropViewModel(Workers workers, DropReceiver receiver, LongSupplier newSeeds) {
    this.workers = workers;
    this.receiver = receiver;
    this.newSeeds = newSeeds;
    asked = new LatestAnswer(workers);
    suggestions = new Suggestions(workers);
    offer.addListener((property, old, now) -> tick(now));
  }

  /** From now on things can be dropped. */
  public void open(Services opened) {
    services = opened;
  }

  private void tick(@Nullable Offer now) {
    ticked.clear();
    suggestions.forget();
    if (now instanceof Offer.OfSettings settings) {
      ticked.addAll(settings.groups());
    }
  }

  /**
   * Looks at what was dropped, and offers what can be done with it; while a model is copied nothing
   * is taken.
   */
  public void take(Dropped dropped, Place place) {
    Services from = services;
    if (from == null || copyToken != null) {
      return;
    }
    asText = Optional.empty();
    Finding finding = new Finding(from, receiver.now(), newSeeds.getAsLong());
    if (!dropped.files().isEmpty()) {
      Path first = dropped.files().get(0);
      if (isProject(first)) {
        dismiss();
        receiver.openProject(first);
        return;
      }
      ask(workers.aside(), () -> finding.file(first), found -> offer(found, place));
    } else if (dropped.image().isPresent()) {
      Image image = dropped.image().get();
      ask(workers.aside(), () -> finding.picture(Dropped.pixels(image)), offer::set);
    } else {
      dropped.text().filter(text -> !text.isBlank()).ifPresent(text -> words(finding, text));
    }
  }

  /**
   * Looks at words that are pasted into a field, and offers the settings that they are.
   *
   * @param insert puts the words into the field, as they are
   */
  public void paste(String text, Runnable insert) {
    Services from = services;
    if (from == null || copyToken != null) {
      insert.run();
      return;
    }
    Finding finding = new Finding(from, receiver.now(), newSeeds.getAsLong());
    ask(
        workers.aside(),
        () -> finding.text(text),
        found -> {
          asText = Optional.of(insert);
          found.ifPresentOrElse(offer::set, this::insertAsText);
        });
  }

  /** Whether the words that are offered as settings can be inserted as they are. */
  boolean canBeText() {
    return asText.isPresent();
  }

  /** Inserts the words where they were pasted. */
  public void insertAsText() {
    Optional<Runnable> insert = asText;
    dismiss();
    insert.ifPresent(Runnable::run);
  }

  /** Whether a file's name says that it is a project of the canvas. */
  public static boolean isProject(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(Project.ENDING);
  }

  /** On the prompt a picture means its settings, if it says them. */
  private void offer(Offer found, Place place) {
    if (place == Place.PROMPT
        && found instanceof Offer.OfPicture picture
        && picture.settings().isPresent()) {
      offer.set(picture.settings().get());
    } else {
      offer.set(found);
    }
  }

  private void words(Finding finding, String text) {
    ask(
        workers.aside(),
        () -> finding.text(text),
        found -> found.ifPresentOrElse(offer::set, () -> receiver.addWords(text)));
  }

  private <T> void ask(Executor worker, Supplier<T> question, Consumer<T> answer) {
    busy.set(true);
    asked.ask(
        worker,
        question,
        found -> {
          busy.set(false);
          answer.accept(found);
        },
        reason -> {
          busy.set(false);
          offer.set(new Offer.Failed(reason));
        });
  }

  /** Nothing is to be done with it, or no more. */
  public void dismiss() {
    asked.forget();
    asText = Optional.empty();
    copyToken = null; // and what is being copied ends
    busy.set(false);
    offer.set(null);
  }

  /** Likewise, but what is being copied goes on: a stray click must not end that. */
  public void leave() {
    if (copyToken == null) {
      dismiss();
    }
  }

  /** Whether things are taken now. */
  boolean takes() {
    return copyToken == null;
  }

  /** Begins with the picture that is offered. */
  public void useAsSource() {
    if (offer.get() instanceof Offer.OfPicture picture) {
      picture
          .file()
          .ifPresentOrElse(
              file -> begin(sources -> sources.keep(file), picture.name()),
              () -> begin(picture.pixels().orElseThrow(), picture.name()));
    }
  }

  /**
   * Begins with that picture, without a question.
   *
   * @param name what people call it
   */
  public void begin(PixelImage pixels, String name) {
    begin(sources -> sources.keep(pixels), name);
  }

  private void begin(Function<SourcePictures, Path> keeping, String name) {
    Services from = services;
    if (from != null && copyToken == null) {
      ask(
          workers.files(),
          () -> keeping.apply(from.sources()),
          copy -> {
            receiver.takeSource(copy, name);
            dismiss();
          });
    }
  }

  /** Puts the picture that is offered on the canvas. */
  public void edit() {
    Services from = services;
    if (from != null && offer.get() instanceof Offer.OfPicture picture) {
      ask(
          workers.aside(),
          () -> pixels(from, picture),
          image -> {
            receiver.edit(image, picture.name());
            dismiss();
          });
    }
  }

  private static PixelImage pixels(Services from, Offer.OfPicture picture) {
    return picture.file().map(from.sources()::read).orElseGet(() -> picture.pixels().orElseThrow());
  }

  /** Guesses at words for the picture that is offered, by the pictures that look like it. */
  public void suggest() {
    Services from = services;
    if (from != null && offer.get() instanceof Offer.OfPicture picture) {
      suggestions.ask(from, () -> pixels(from, picture));
    }
  }

  /** Offers the picture in that file, and guesses at words for it at once. */
  public void suggest(Path file) {
    Services from = services;
    if (from != null && copyToken == null) {
      asText = Optional.empty();
      Finding finding = new Finding(from, receiver.now(), newSeeds.getAsLong());
      ask(
          workers.aside(),
          () -> finding.file(file),
          found -> {
            offer.set(found);
            suggest();
          });
    }
  }

  /** The words that are guessed at. */
  public Suggestions suggestions() {
    return suggestions;
  }

  /** Adds the words to the prompt, and is done with the picture. */
  public void takeWords(String words) {
    receiver.addWords(words);
    dismiss();
  }

  /** Goes from the picture that is offered to its settings. */
  public void lookAtSettings() {
    if (offer.get() instanceof Offer.OfPicture picture) {
      picture.settings().ifPresent(offer::set);
    }
  }

  /** Takes over the ticked groups of the settings that are offered. */
  public void takeSettings() {
    if (offer.get() instanceof Offer.OfSettings settings && !ticked.isEmpty()) {
      receiver.take(settings.report().request(), EnumSet.copyOf(ticked));
      dismiss();
    }
  }

  /** Copies the model that is offered to the others, piece by piece. */
  public void copyModel() {
    Services into = services;
    if (into != null && offer.get() instanceof Offer.OfModel found) {
      Object token = new Object();
      asked.forget(); // an answer that comes now would hide the copy
      busy.set(false);
      copyToken = token;
      copied.set(0);
      offer.set(new Offer.Copying(found.model().name()));
      workers.files().execute(() -> beginCopy(token, found.model(), into));
    }
  }

  private void beginCopy(Object token, ModelImport.Found model, Services into) {
    try {
      if (token == copyToken) {
        ModelImport.Copying copying = into.modelImport().copy(model, Optional.empty());
        workers.files().execute(() -> proceed(token, copying, into));
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      copyFailed(token, e);
    }
  }

  /** A piece at a time, so that what has to be written meanwhile waits for no more than that. */
  private void proceed(Object token, ModelImport.Copying copying, Services into) {
    try {
      if (token != copyToken) {
        copying.close();
      } else if (copying.proceed()) {
        copying.close();
        List<ModelSummary> models = into.models().list();
        String name = copying.name();
        workers
            .window()
            .execute(
                () ->
                    copyEnded(
                        token,
                        new Sentence(Sentence.Kind.MODEL_COPIED, name),
                        () -> receiver.offerModels(models, name)));
      } else {
        double share = copying.share();
        workers.window().execute(() -> copied.set(share));
        workers.files().execute(() -> proceed(token, copying, into));
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      copying.close();
      copyFailed(token, e);
    }
  }

  private void copyFailed(Object token, Throwable thrown) {
    LOG.warn("A model cannot be copied", thrown);
    Offer failed = new Offer.Failed(GenerationException.of(thrown));
    workers.window().execute(() -> copyEnded(token, failed, () -> {}));
  }

  private void copyEnded(Object token, Offer now, Runnable first) {
    if (token == copyToken) {
      copyToken = null;
      first.run();
      offer.set(now);
    }
  }

  /** What is asked now; null for nothing. */
  public ReadOnlyObjectProperty<Offer> offer() {
    return offer.getReadOnlyProperty();
  }

  /** The groups that will be taken over. */
  public ObservableSet<SettingGroup> ticked() {
    return ticked;
  }

  /** The share of a model that is copied, 0 to 1. */
  public ReadOnlyDoubleProperty copiedShare() {
    return copied.getReadOnlyProperty();
  }

  /** Whether something is being looked at. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
