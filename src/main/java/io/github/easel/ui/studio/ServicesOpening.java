package io.github.easel.ui.studio;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the services on a worker. Whatever goes wrong, the window must not stay at opening. */
final class ServicesOpening {

  private static final Logger LOG = LoggerFactory.getLogger(ServicesOpening.class);

  private final Workers workers;
  private final BiConsumer<Services, List<ModelSummary>> opened;
  private final Consumer<GenerationException> failed;

  /**
   * @param opened is given the services and their models, on the window's thread
   * @param failed is told why there are none, on the window's thread
   */
  ServicesOpening(
      Workers workers,
      BiConsumer<Services, List<ModelSummary>> opened,
      Consumer<GenerationException> failed) {
    this.workers = workers;
    this.opened = opened;
    this.failed = failed;
  }

  void open(Supplier<? extends Services> opening) {
    workers.drawing().execute(() -> openNow(opening));
  }

  private void openNow(Supplier<? extends Services> opening) {
    try {
      Services services = opening.get();
      List<ModelSummary> models = services.models().list();
      workers.window().execute(() -> tell(services, models));
    } catch (Throwable e) {
      tellUnavailable(e);
    }
  }

  private void tell(Services services, List<ModelSummary> models) {
    try {
      opened.accept(services, models);
    } catch (Throwable e) {
      tellUnavailable(e);
    }
  }

  private void tellUnavailable(Throwable thrown) {
    LOG.error("Services cannot be opened", thrown);
    GenerationException reason = GenerationException.of(thrown);
    workers.window().execute(() -> failed.accept(reason));
  }
}
