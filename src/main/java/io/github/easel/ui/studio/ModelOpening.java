package io.github.easel.ui.studio;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the chosen model ahead of its first picture. Of several only the last one counts. */
final class ModelOpening {

  private static final Logger LOG = LoggerFactory.getLogger(ModelOpening.class);
  private static final double NANOS = 1e9;

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ObjDoubleConsumer<String> onOpened;
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<@Nullable DeviceReport> device = new SimpleObjectProperty<>();

  /** Read on the worker to pass over those that were wanted before. */
  private volatile @Nullable ModelSummary wanted;

  /**
   * @param onFailure is told on the window's thread why a model cannot be opened
   * @param onOpened is told on the worker how many seconds a model took
   */
  ModelOpening(
      Workers workers,
      Consumer<GenerationException> onFailure,
      ObjDoubleConsumer<String> onOpened) {
    this.workers = workers;
    this.onFailure = onFailure;
    this.onOpened = onOpened;
  }

  /** From now on this model is to be open. */
  void want(ModelSummary model, Services services) {
    if (!model.equals(wanted)) {
      wanted = model;
      loading.set(true);
      workers.drawing().execute(() -> prepare(model, services));
    }
  }

  /** None is to be opened any more. */
  void cancel() {
    wanted = null;
  }

  private void prepare(ModelSummary model, Services services) {
    if (!model.equals(wanted)) {
      return; // another was chosen while this one waited
    }
    try {
      long begin = System.nanoTime();
      services.generation().prepare(model.name());
      onOpened.accept(model.name(), (System.nanoTime() - begin) / NANOS);
      DeviceReport where = services.generation().device();
      workers.window().execute(() -> prepared(model, where, null));
    } catch (Throwable e) {
      LOG.error("Model {} cannot be opened", model.name(), e);
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> prepared(model, null, reason));
    }
  }

  /** After a failure too the button works: another try may find the memory that lacked. */
  private void prepared(
      ModelSummary model, @Nullable DeviceReport where, @Nullable GenerationException reason) {
    if (model.equals(wanted)) {
      if (where != null) {
        device.set(where);
      }
      loading.set(false);
      if (reason != null) {
        onFailure.accept(reason);
      }
    }
  }

  /** Whether a model is being opened. */
  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /** Where the open model runs; null until one is open. */
  ObjectProperty<@Nullable DeviceReport> device() {
    return device;
  }
}
