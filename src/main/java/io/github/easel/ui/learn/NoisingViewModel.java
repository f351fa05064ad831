package io.github.easel.ui.learn;

import io.github.easel.app.LearnService;
import io.github.easel.app.NoiseCurve;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A picture goes down in noise. Belongs to the window's thread. */
public final class NoisingViewModel {

  /** The longer side that pictures are reduced to: noise can be seen, and a step takes little. */
  static final int LONGEST = 320;

  /** From the picture to noise, when it plays. */
  private static final double SECONDS_DOWN = 6;

  /** Where it stands at first: something can be seen of both. */
  private static final double FIRST_SHARE = 0.3;

  private static final long EXAMPLE_SEED = 1;

  private final PicturesViewModel pictures;
  private final Supplier<String> currentModel;
  private final Latest preparing;
  private final Latest noising;
  private final ObjectProperty<Picture> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<PixelImage> original = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PixelImage> noised = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<NoiseCurve> curve = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty timestep = new SimpleIntegerProperty(-1);
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private @Nullable LearnService learning;
  private String model = "";
  private long seed;

  /** Where the play is, in timesteps, and which way it goes. */
  private double place;

  private double direction = 1;

  private record Prepared(PixelImage picture, NoiseCurve curve) {}

  /**
   * @param currentModel names the model whose curve holds where there is no picture yet
   */
  NoisingViewModel(
      PicturesViewModel pictures,
      Supplier<String> currentModel,
      Workers workers,
      Consumer<GenerationException> onFailure) {
    this.pictures = pictures;
    this.currentModel = currentModel;
    preparing = new Latest(workers.aside(), workers.window(), onFailure);
    noising = new Latest(workers.aside(), workers.window(), onFailure);
    chosen.addListener(changed -> prepare());
    timestep.addListener(changed -> noise());
  }

  void open(LearnService service) {
    learning = service;
  }

  /** Takes the picture that the viewer shows, or the example. */
  void refresh() {
    if (chosen.get() == pictures.shown().get()) {
      prepare(); // the model of the example may be another by now
    } else {
      chosen.set(pictures.shown().get());
    }
  }

  private void prepare() {
    Picture picture = chosen.get();
    if (learning == null) {
      return;
    }
    if (picture == null) {
      take(ExamplePicture.paint(), currentModel.get(), EXAMPLE_SEED);
    } else {
      pictures.withPixels(
          picture,
          pixels -> {
            if (picture == chosen.get()) {
              take(pixels, picture.request().model(), picture.request().seed());
            }
          });
    }
  }

  private void take(PixelImage pixels, String itsModel, long itsSeed) {
    LearnService service = learning;
    if (service != null) {
      preparing.ask(
          cancellation ->
              new Prepared(service.reduced(pixels, LONGEST), service.noiseCurve(itsModel)),
          prepared -> {
            model = itsModel;
            seed = itsSeed;
            show(prepared);
          });
    }
  }

  private void show(Prepared prepared) {
    original.set(prepared.picture());
    curve.set(prepared.curve());
    int last = prepared.curve().timesteps() - 1;
    int before = timestep.get();
    timestep.set(before < 0 ? (int) (FIRST_SHARE * last) : Math.min(before, last));
    if (timestep.get() == before) {
      noise();
    }
  }

  private void noise() {
    LearnService service = learning;
    PixelImage picture = original.get();
    if (service == null || picture == null) {
      return;
    }
    int t = timestep.get();
    long itsSeed = seed;
    String itsModel = model;
    noising.ask(cancellation -> service.noised(picture, t, itsSeed, itsModel), noised::set);
  }

  /** Goes to a timestep by hand, which ends the play; what is beyond is cut. */
  public void scrub(int t) {
    playing.set(false);
    NoiseCurve known = curve.get();
    if (known != null) {
      timestep.set(Math.max(0, Math.min(known.timesteps() - 1, t)));
    }
  }

  /** Begins to play from where it stands, or stops. */
  public void play(boolean go) {
    place = timestep.get();
    playing.set(go && curve.get() != null);
  }

  /** Lets time pass: while it plays, t goes up to its end and down again. */
  public void advance(double seconds) {
    NoiseCurve known = curve.get();
    if (!playing.get() || known == null) {
      return;
    }
    int last = known.timesteps() - 1;
    place += direction * seconds * known.timesteps() / SECONDS_DOWN;
    if (place >= last) {
      place = last;
      direction = -1;
    } else if (place <= 0) {
      place = 0;
      direction = 1;
    }
    timestep.set((int) Math.round(place));
  }

  /** The pictures to choose from. */
  public ObservableList<Picture> choices() {
    return pictures.all();
  }

  /** The picture that goes down; null for the example. */
  public ObjectProperty<Picture> chosen() {
    return chosen;
  }

  /** The picture without noise, reduced; null before the services are open. */
  public ReadOnlyObjectProperty<PixelImage> original() {
    return original.getReadOnlyProperty();
  }

  /** The picture as it is at the timestep, or was a moment ago; null before the first. */
  public ReadOnlyObjectProperty<PixelImage> noised() {
    return noised.getReadOnlyProperty();
  }

  /** The way of the picture's model to noise; null before the services are open. */
  public ReadOnlyObjectProperty<NoiseCurve> curve() {
    return curve.getReadOnlyProperty();
  }

  /** 0 to below the curve's timesteps, -1 while there is no curve; set it by {@link #scrub}. */
  public ReadOnlyIntegerProperty timestep() {
    return timestep;
  }

  /** Whether it plays. */
  public ReadOnlyBooleanProperty playing() {
    return playing;
  }
}
