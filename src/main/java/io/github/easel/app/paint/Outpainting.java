package io.github.easel.app.paint;

import io.github.easel.app.GenerationService;
import io.github.easel.app.SourceSize;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.FrameCut;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Pictures;
import io.github.easel.canvas.Raster;
import io.github.easel.file.AtomicFile;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.GridInfotext;
import io.github.easel.image.Infotext;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Extends pictures past their edges, in overlapping windows of the model's size. Each window is
 * inpainting: what is there is kept, bit for bit beyond the soft seam, and what is missing begins
 * with the edge's colours run together.
 */
public final class Outpainting {

  /** Pixels from the edge to the middle of the soft seam; less where the overlap is small. */
  private static final int SEAM = 24;

  /** At the edge itself all is new: what lies beyond is only a guess to begin with. */
  private static final double DEVIATIONS = 2.5;

  /** Larger than any window, so that all of it is drawn at once. */
  private static final int WHOLE_WINDOW = 1024;

  /** The one layer that is extended. */
  private static final String PICTURE = "picture";

  private final GenerationService generation;
  private final int multiple;

  /**
   * @param multiple pixels that the sides of the model's pictures must be multiples of
   */
  public Outpainting(GenerationService generation, int multiple) {
    this.generation = generation;
    this.multiple = multiple;
  }

  /**
   * What is asked for.
   *
   * @param picture the picture to extend
   * @param name what people call it
   * @param margins how far
   * @param overlap as of {@link OutpaintPlan#of}
   * @param strength as of {@link Source}, for the new parts
   * @param template prompt, model, sampling, the first window's seeding; its size is the largest
   *     window's
   * @param prompts other words for some sides
   */
  public record Order(
      PixelImage picture,
      String name,
      Margins margins,
      int overlap,
      double strength,
      GenerationRequest template,
      Map<Side, Prompt> prompts) {

    public Order {
      prompts = Map.copyOf(prompts);
    }

    /** The windows that it takes. */
    public OutpaintPlan plan() {
      return OutpaintPlan.of(picture.width(), picture.height(), margins, template.size(), overlap);
    }
  }

  /** Hears of the windows. */
  @FunctionalInterface
  public interface Windows {

    /**
     * A window begins; the listener is for it alone.
     *
     * @param index from 0
     */
    ProgressListener begin(int index, int count, GenerationRequest request);
  }

  /**
   * What came of it.
   *
   * @param image the extended picture
   * @param windows how its windows were made, in order
   * @param notices what should be known of them, each once
   */
  public record Outcome(PixelImage image, List<Provenance> windows, List<Notice> notices) {

    public Outcome {
      windows = List.copyOf(windows);
      notices = List.copyOf(notices);
    }

    /**
     * Writes the picture with how its first window was made, and how far it was extended. Easel's
     * own record is left out: it would promise that all of it can be made again from one request.
     *
     * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
     */
    public void write(Order order, Path file) {
      Map<String, String> pairs = new LinkedHashMap<>();
      pairs.put("Script", "Outpaint");
      for (Side side : Side.values()) {
        if (order.margins().at(side) > 0) {
          pairs.put("Outpaint " + side.label(), Integer.toString(order.margins().at(side)));
        }
        Prompt own = order.prompts().get(side);
        if (own != null) {
          pairs.put("Outpaint prompt " + side.label(), own.positive());
        }
      }
      pairs.put("Outpaint overlap", Integer.toString(order.overlap()));
      AtomicFile.createFolderOf(file);
      PngWriter.write(
          image,
          Map.of(Infotext.KEYWORD, GridInfotext.extend(Infotext.write(windows.get(0)), pairs)),
          file);
    }
  }

  /**
   * Extends a picture.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be done or was cancelled
   * @throws io.github.easel.generation.RefusedValue as {@link OutpaintPlan#of}
   */
  public Outcome extend(Order order, Windows listener, Cancellation cancellation) {
    OutpaintPlan plan = order.plan();
    Canvas ground = ground(plan, order.picture());
    List<Provenance> made = new ArrayList<>();
    Set<Notice> notices = new LinkedHashSet<>();
    int count = plan.windows().size();
    for (int i = 0; i < count; i++) {
      OutpaintPlan.Window window = plan.windows().get(i);
      FrameCut seen = FrameCut.of(ground.framed(window.area()));
      GenerationRequest request = request(order, window.side(), seen, i);
      GenerationResult result =
          generation.generate(request, listener.begin(i, count, request), cancellation);
      cancellation.check();
      ground = with(ground, window.area(), result.image());
      made.add(result.provenance());
      notices.addAll(result.notices());
    }
    return new Outcome(Compositor.flattened(ground, plan.target()), made, List.copyOf(notices));
  }

  /** A canvas of the extended size with the picture where it belongs. */
  private static Canvas ground(OutpaintPlan plan, PixelImage picture) {
    Area area = plan.picture();
    Raster raster = Pictures.placed(picture, area.x(), area.y());
    Layer layer = new Layer(PICTURE, PICTURE, Layer.Kind.PICTURE, true, 1, raster);
    Canvas bare = Canvas.empty(Canvas.MASK, plan.target());
    return bare.layered(List.of(layer, bare.mask()), PICTURE);
  }

  private static Canvas with(Canvas ground, Area area, PixelImage drawn) {
    Layer layer = ground.layer(PICTURE);
    int[] pixels = Pictures.placed(drawn, area.x(), area.y()).pixels(area);
    return ground.with(layer.with(layer.raster().with(area, pixels)));
  }

  private GenerationRequest request(Order order, Side side, FrameCut seen, int index) {
    int seam = Math.min(SEAM, order.overlap() / 4);
    Repaint repaint =
        new Repaint(
            seen.mask(),
            new MaskShape(false, seam, seam / DEVIATIONS),
            UnderMask.FILL,
            OptionalInt.of(WHOLE_WINDOW));
    Source source =
        new Source(
            seen.picture(),
            order.name(),
            order.strength(),
            Fit.STRETCH,
            Manner.USUAL,
            Optional.of(repaint));
    GenerationRequest template = order.template();
    Prompt prompt = order.prompts().getOrDefault(side, template.prompt());
    ImageSize size = SourceSize.of(seen.picture(), template.size(), multiple);
    return new GenerationRequest(
        prompt,
        template.model(),
        size,
        template.sampling(),
        template.seeding().ofPicture(index),
        Optional.of(source));
  }
}
