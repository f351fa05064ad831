package io.github.easel.ui.learn;

import io.github.easel.app.LearnService;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/** How pictures come of noise, in two parts. Belongs to the window's thread. */
public final class LearnViewModel {

  private final NoisingViewModel noising;
  private final StepsViewModel steps;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.NOISE);
  private boolean shown;

  /** What the page has. */
  public enum Part {
    /** From picture to noise. */
    NOISE,
    /** From noise to picture. */
    PICTURE
  }

  /**
   * @param currentModel names the model that is chosen
   * @param drawing whether a picture is being drawn
   * @param onFailure is told on the window's thread what could not be shown
   */
  public LearnViewModel(
      PicturesViewModel pictures,
      Supplier<String> currentModel,
      BooleanSupplier drawing,
      Workers workers,
      Consumer<GenerationException> onFailure) {
    noising = new NoisingViewModel(pictures, currentModel, workers, onFailure);
    steps = new StepsViewModel(workers, drawing, onFailure);
    part.addListener(changed -> stop());
    pictures.all().addListener((ListChangeListener<Picture>) change -> drawn());
  }

  /** The services are open. */
  public void open(LearnService learning) {
    learning.follow();
    noising.open(learning);
    steps.open(learning);
    shown(shown);
  }

  /** Whether the page is looked at: it takes up what is new when it comes, and rests when not. */
  public void shown(boolean now) {
    shown = now;
    if (now) {
      noising.refresh();
      steps.refresh();
    } else {
      stop();
    }
  }

  /** A picture was finished: a page that is looked at takes up its steps. */
  private void drawn() {
    if (shown) {
      steps.refresh();
    }
  }

  /** Plays the part that is looked at, or stops. */
  public void playOrStop() {
    if (part.get() == Part.NOISE) {
      noising.play(!noising.playing().get());
    } else {
      steps.play(!steps.playing().get());
    }
  }

  private void stop() {
    noising.play(false);
    steps.play(false);
  }

  /** Lets time pass for what plays. */
  public void advance(double seconds) {
    noising.advance(seconds);
    steps.advance(seconds);
  }

  public ObjectProperty<Part> part() {
    return part;
  }

  public NoisingViewModel noising() {
    return noising;
  }

  public StepsViewModel steps() {
    return steps;
  }
}
