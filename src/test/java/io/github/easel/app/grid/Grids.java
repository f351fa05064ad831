package io.github.easel.app.grid;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.GenerationService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Requests, plans, and a service that makes pictures of one colour. */
final class Grids {

  static final GenerationRequest BASE =
      new GenerationRequest(
          new Prompt("a red cat and a blue dog", "dark cat"),
          "starter",
          new ImageSize(64, 64),
          new Sampling(SamplerKind.DDIM, 4, 7.5),
          42);

  private Grids() {}

  static GridPlan plan(String... axes) {
    return plan(BASE, axes);
  }

  static GridPlan plan(GenerationRequest base, String... axes) {
    List<Optional<GridAxis>> all = new ArrayList<>();
    for (String axis : axes) {
      all.add(Optional.of(GridAxis.parse(axis)));
    }
    while (all.size() < 3) {
      all.add(Optional.empty());
    }
    return new GridPlan(base, all.get(0), all.get(1), all.get(2));
  }

  /** Makes a picture whose colour is its seed and steps, after the hook was called. */
  static final class Painter implements GenerationService {

    final List<GenerationRequest> requests = new ArrayList<>();
    Consumer<GenerationRequest> hook = request -> {};

    static byte[] colour(GenerationRequest request) {
      return new byte[] {
        (byte) request.seed(), (byte) request.sampling().steps(), (byte) request.size().width()
      };
    }

    @Override
    public GenerationResult generate(
        GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
      requests.add(request);
      int steps = request.sampling().steps();
      for (int step = 0; step <= steps; step++) {
        progress.on(new Progress(Stage.SAMPLING, step, steps, step == 0 ? 0 : 1));
      }
      hook.accept(request);
      cancellation.check();
      ImageSize size = request.size();
      byte[] rgb = new byte[3 * size.width() * size.height()];
      for (int i = 0; i < rgb.length; i += 3) {
        System.arraycopy(colour(request), 0, rgb, i, 3);
      }
      return new GenerationResult(
          PixelImage.of(size.width(), size.height(), rgb),
          new Provenance(request, request.model(), "", "torch-cpu", "fake", "Easel 0.1.0"),
          new Timings(0, 0, 1, 1, 0),
          List.of());
    }

    @Override
    public void prepare(String model) {}

    @Override
    public DeviceReport device() {
      return new DeviceReport("CPU", "");
    }
  }

  /** Whether the picture has pixels of the colour that the painter gives to the request. */
  static boolean shows(PixelImage sheet, GenerationRequest request) {
    byte[] colour = Painter.colour(request);
    int wanted = 0xFF000000 | (colour[0] & 255) << 16 | (colour[1] & 255) << 8 | (colour[2] & 255);
    int found = 0;
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        found += sheet.argb(x, y) == wanted ? 1 : 0;
      }
    }
    return found >= request.size().width() * request.size().height();
  }
}
