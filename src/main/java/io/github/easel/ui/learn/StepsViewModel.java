package io.github.easel.ui.learn;

import io.github.easel.app.LearnService;
import io.github.easel.app.LearnService.StepPicture;
import io.github.easel.app.RecordedRun;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.StepDetail;
import io.github.easel.ui.Workers;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The last picture comes out of the noise, step by step. Belongs to the window's thread. */
public final class StepsViewModel {

  private static final double STEPS_A_SECOND = 2.5;

  /** The longer side that pictures are reduced to: as large as they are shown. */
  private static final int LONGEST = 384;

  /** Pictures that take longer are shown coarse first. */
  private static final double PATIENCE_SECONDS = 0.25;

  private final Latest quick;
  private final Latest fine;
  private final BooleanSupplier drawing;
  private final FineCache known = new FineCache();
  private final ReadOnlyObjectWrapper<RecordedRun> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<StepDetail> step = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<StepPicture> side =
      new SimpleObjectProperty<>(StepPicture.WITHOUT_WORDS);
  private final ReadOnlyObjectWrapper<PixelImage> latents = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PixelImage> clean = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PixelImage> noise = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PixelImage> compared = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private @Nullable LearnService learning;
  private double passed;
  private double fineSeconds = Double.MAX_VALUE;

  /** Pictures of one step, and what it took to make them. */
  private record Made(Map<StepPicture, PixelImage> pictures, double seconds) {}

  /**
   * @param drawing whether a picture is being drawn, so that its model has no time
   */
  StepsViewModel(
      Workers workers, BooleanSupplier drawing, Consumer<GenerationException> onFailure) {
    this.drawing = drawing;
    quick = new Latest(workers.aside(), workers.window(), onFailure);
    fine = new Latest(workers.drawing(), workers.window(), onFailure);
    side.addListener(changed -> show());
  }

  void open(LearnService service) {
    learning = service;
  }

  /** Takes the last picture's run, if it is another than before, and stands at its first step. */
  @SuppressWarnings("ReferenceEquality") // the same picture drawn again is another run
  void refresh() {
    RecordedRun last = learning == null ? null : learning.lastRun().orElse(null);
    if (last != null && last != run.get()) {
      playing.set(false);
      known.clear();
      run.set(last);
      index.set(0);
      show();
    }
  }

  private void show() {
    RecordedRun now = run.get();
    LearnService service = learning;
    if (now == null || service == null) {
      return;
    }
    int at = index.get();
    StepPicture wanted = side.get();
    step.set(now.steps().get(at));
    PixelImage knownClean = known.get(at, StepPicture.CLEAN);
    PixelImage knownSide = known.get(at, wanted);
    boolean complete = knownClean != null && knownSide != null;
    boolean coarse =
        !complete
            && (drawing.getAsBoolean() || clean.get() == null || fineSeconds > PATIENCE_SECONDS);
    quick.ask(
        cancellation -> quickly(service, now, at, wanted, coarse), made -> showQuick(at, made));
    fine.interrupt();
    if (complete) {
      clean.set(knownClean);
      compared.set(knownSide);
    } else {
      fine.ask(
          cancellation -> {
            long begin = System.nanoTime();
            Map<StepPicture, PixelImage> pictures = new EnumMap<>(StepPicture.class);
            for (StepPicture what : new StepPicture[] {StepPicture.CLEAN, wanted}) {
              PixelImage before = known.get(at, what);
              pictures.computeIfAbsent(
                  what,
                  missing ->
                      before == null
                          ? service.reduced(
                              service.picture(now, at, missing, cancellation), LONGEST)
                          : before);
            }
            return new Made(pictures, (System.nanoTime() - begin) / 1e9);
          },
          made -> showFine(at, wanted, made));
    }
  }

  private static Made quickly(
      LearnService service, RecordedRun run, int at, StepPicture wanted, boolean coarse) {
    Map<StepPicture, PixelImage> pictures = new EnumMap<>(StepPicture.class);
    pictures.put(StepPicture.LATENTS, service.quick(run, at, StepPicture.LATENTS));
    pictures.put(StepPicture.NOISE, service.quick(run, at, StepPicture.NOISE));
    if (coarse) {
      pictures.put(StepPicture.CLEAN, service.quick(run, at, StepPicture.CLEAN));
      pictures.put(wanted, service.quick(run, at, wanted));
    }
    return new Made(pictures, 0);
  }

  private void showQuick(int at, Made made) {
    latents.set(made.pictures().get(StepPicture.LATENTS));
    noise.set(made.pictures().get(StepPicture.NOISE));
    PixelImage coarseClean = made.pictures().get(StepPicture.CLEAN);
    if (coarseClean != null && known.get(at, StepPicture.CLEAN) == null) {
      clean.set(coarseClean);
    }
    PixelImage coarseSide = made.pictures().get(side.get());
    if (coarseSide != null && known.get(at, side.get()) == null) {
      compared.set(coarseSide);
    }
  }

  private void showFine(int at, StepPicture wanted, Made made) {
    fineSeconds = made.seconds();
    made.pictures().forEach((what, picture) -> known.put(at, what, picture));
    if (at == index.get() && wanted == side.get()) {
      clean.set(made.pictures().get(StepPicture.CLEAN));
      compared.set(made.pictures().get(wanted));
    }
  }

  /** Goes to a step by hand, which ends the play; what is beyond is cut. */
  public void scrub(int to) {
    playing.set(false);
    go(to);
  }

  private void go(int to) {
    RecordedRun now = run.get();
    if (now != null) {
      int kept = Math.max(0, Math.min(now.steps().size() - 1, to));
      if (kept != index.get()) {
        index.set(kept);
        show();
      }
    }
  }

  /** Begins to play, from the start again if it stands at the end, or stops. */
  public void play(boolean wanted) {
    passed = 0;
    boolean possible = wanted && run.get() != null;
    if (possible && atEnd()) {
      go(0);
    }
    playing.set(possible);
  }

  /** Lets time pass: while it plays, step follows step to the last. */
  public void advance(double seconds) {
    if (!playing.get()) {
      return;
    }
    passed += seconds * STEPS_A_SECOND;
    if (passed >= 1) {
      passed = 0;
      go(index.get() + 1);
      playing.set(!atEnd());
    }
  }

  private boolean atEnd() {
    RecordedRun now = run.get();
    return now == null || index.get() == now.steps().size() - 1;
  }

  /** Whether the picture was drawn with guidance, so that there are two sides to compare. */
  public boolean guided() {
    StepDetail now = step.get();
    return now != null && now.guidance().isPresent();
  }

  /** The run; null before the first picture. */
  public ReadOnlyObjectProperty<RecordedRun> run() {
    return run.getReadOnlyProperty();
  }

  /** Which of the run's steps, from 0; change it by {@link #scrub}. */
  public ReadOnlyIntegerProperty index() {
    return index.getReadOnlyProperty();
  }

  /** The step; null before the first picture. */
  public ReadOnlyObjectProperty<StepDetail> step() {
    return step.getReadOnlyProperty();
  }

  /** What the fourth picture shows of guidance: CLEAN is the guided picture. */
  public ObjectProperty<StepPicture> side() {
    return side;
  }

  /** What the network sees; null before the first. */
  public ReadOnlyObjectProperty<PixelImage> latents() {
    return latents.getReadOnlyProperty();
  }

  /** What it takes the finished picture to be; null before the first. */
  public ReadOnlyObjectProperty<PixelImage> clean() {
    return clean.getReadOnlyProperty();
  }

  /** What it takes for noise; null before the first. */
  public ReadOnlyObjectProperty<PixelImage> noise() {
    return noise.getReadOnlyProperty();
  }

  /** The side of guidance that is wanted; null before the first. */
  public ReadOnlyObjectProperty<PixelImage> compared() {
    return compared.getReadOnlyProperty();
  }

  /** Whether it plays. */
  public ReadOnlyBooleanProperty playing() {
    return playing;
  }
}
