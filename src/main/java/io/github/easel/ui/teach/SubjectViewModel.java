package io.github.easel.ui.teach;

import io.github.easel.app.TeachDraft;
import io.github.easel.app.TrainingPlan;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The first step: what is taught, what it is called, and how. On JavaFX's thread. */
public final class SubjectViewModel {

  static final int MOST_VECTORS = 16;
  static final int MOST_RANK = 128;
  static final int LEAST_STEPS = 10;
  static final int MOST_STEPS = 10_000;
  static final int STEP = 50;

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.THING);
  private final StringProperty word = new SimpleStringProperty("");
  private final StringProperty begin = new SimpleStringProperty(Kind.THING.begin());
  private final BooleanProperty lora = new SimpleBooleanProperty();
  private final IntegerProperty vectors = new SimpleIntegerProperty();
  private final IntegerProperty rank = new SimpleIntegerProperty();
  private final IntegerProperty steps = new SimpleIntegerProperty();
  private final LongProperty seed = new SimpleLongProperty();
  private final StringProperty preview = new SimpleStringProperty();

  SubjectViewModel() {
    take(TeachDraft.EMPTY);
    kind.addListener(
        (property, old, now) -> {
          if (begin.get().isBlank() || Kind.isUsual(begin.get())) {
            begin.set(now.begin());
          }
        });
  }

  /** From now on it is as it was kept. */
  void take(TeachDraft draft) {
    TeachDraft.What what = draft.what();
    kind.set(Kind.find(what.kind()).orElse(Kind.THING));
    word.set(what.word());
    begin.set(what.begin().isBlank() ? kind.get().begin() : what.begin());
    lora.set(what.lora());
    TeachDraft.How how = draft.how();
    vectors.set(within(how.vectors(), 1, MOST_VECTORS));
    rank.set(within(how.rank(), 1, MOST_RANK));
    steps.set(within(how.steps(), LEAST_STEPS, MOST_STEPS));
    seed.set(how.seed());
    preview.set(how.preview());
  }

  private static int within(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  TeachDraft.What what() {
    return new TeachDraft.What(kind.get().name(), name(), begin.get().strip(), lora.get());
  }

  TeachDraft.How how() {
    return new TeachDraft.How(
        vectors.get(), rank.get(), steps.get(), seed.get(), preview.get().strip());
  }

  /** What is learned, for a plan. */
  TrainingPlan.Subject subject() {
    return lora.get()
        ? new TrainingPlan.Lora(rank.get(), rank.get(), true, true)
        : new TrainingPlan.Word(vectors.get(), begin.get().strip());
  }

  /** The word as it will be written. */
  String name() {
    return word.get().strip();
  }

  /** Whether files and prompts can have the word. */
  boolean isNamed() {
    return name().matches("[\\p{L}\\p{N}_-]{1,60}");
  }

  /** What stands in a prompt for it. */
  String words() {
    return lora.get() ? name() + " <lora:" + name() + ":1>" : name();
  }

  /** All that can change. */
  Observable[] parts() {
    return new Observable[] {kind, word, begin, lora, vectors, rank, steps, seed, preview};
  }

  /** What sort of thing it is. */
  public ObjectProperty<Kind> kind() {
    return kind;
  }

  /** The new word, or the LoRA's name. */
  public StringProperty word() {
    return word;
  }

  /** Known words from which it begins. */
  public StringProperty begin() {
    return begin;
  }

  /** Whether a LoRA is made, not an embedding. */
  public BooleanProperty lora() {
    return lora;
  }

  /** How many vectors the word has, 1 to 16. */
  public IntegerProperty vectors() {
    return vectors;
  }

  /** Of the LoRA, 1 to 128. */
  public IntegerProperty rank() {
    return rank;
  }

  /** How often what is learned changes, 10 to 10,000. */
  public IntegerProperty steps() {
    return steps;
  }

  /** Of the training and of the pictures at checkpoints. */
  public LongProperty seed() {
    return seed;
  }

  /** The prompt of the picture at each checkpoint; {@code *} stands for the word. */
  public StringProperty preview() {
    return preview;
  }
}
