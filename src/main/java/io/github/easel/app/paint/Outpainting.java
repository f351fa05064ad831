package io.github.easel.app.paint;

import io.github.easel.app.GenerationService;
import io.github.easel.app.SourceSize;
import io.github.easel.canvas.Area;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.file.AtomicFile;
import io.github.easel.image.GridInfotext;
import io.github.easel.image.Infotext;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
   */
  public record Outcome(PixelImage image, List<Provenance> windows) {

    public Outcome {
      windows = List.copyOf(windows);
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
          Map.of(
              Infotext.KEYWORD, GridInfotext.extend(Infotext.write(windows.get(0)), pairs)),
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
    Ground ground = new Ground(plan.target(), plan.picture(), order.picture());
    List<Provenance> made = new ArrayList<>();
    int count = plan.windows().size();
    for (int i = 0; i < count; i++) {
      OutpaintPlan.Window window = plan.windows().get(i);
      GenerationRequest request = request(order, window, ground, i);
      GenerationResult result =
          generation.generate(request, listener.begin(i, count, request), cancellation);
      cancellation.check();
      ground.put(window.area(), result.image());
      made.add(result.provenance());
    }
    return new Outcome(ground.image(), made);
  }

  private GenerationRequest request(
      Order order, OutpaintPlan.Window window, Ground ground, int index) {
    Area area = window.area();
    PixelImage seen = ground.seen(area, window.side());
    int seam = Math.min(SEAM, order.overlap() / 4);
    Repaint repaint =
        new Repaint(
            ground.missing(area),
            new MaskShape(false, seam, seam / DEVIATIONS),
            UnderMask.FILL,
            OptionalInt.of(WHOLE_WINDOW));
    Source source =
        new Source(
            seen, order.name(), order.strength(), Fit.STRETCH, Manner.USUAL, Optional.of(repaint));
    GenerationRequest template = order.template();
    Prompt prompt = order.prompts().getOrDefault(window.side(), template.prompt());
    ImageSize size = SourceSize.of(seen, template.size(), multiple);
    return new GenerationRequest(
        prompt,
        template.model(),
        size,
        template.sampling(),
        template.seeding().ofPicture(index),
        Optional.of(source));
  }

  /** A picture with holes. */
  private static final class Ground {

    private static final int CHANNELS = 3;

    private final Area target;
    private final byte[] rgb;
    private final boolean[] known;

    Ground(Area target, Area picture, PixelImage image) {
      this.target = target;
      int pixels = Math.multiplyExact(target.width(), target.height());
      rgb = new byte[Math.multiplyExact(CHANNELS, pixels)];
      known = new boolean[pixels];
      put(picture, image);
    }

    void put(Area area, PixelImage image) {
      byte[] from = image.rgb();
      for (int y = 0; y < area.height(); y++) {
        int at = (area.y() + y) * target.width() + area.x();
        System.arraycopy(
            from, CHANNELS * y * area.width(), rgb, CHANNELS * at, CHANNELS * area.width());
        Arrays.fill(known, at, at + area.width(), true);
      }
    }

    Mask missing(Area area) {
      byte[] values = new byte[area.width() * area.height()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) (known[at(area, i)] ? 0 : 255);
      }
      return Mask.of(area.width(), area.height(), values);
    }

    private int at(Area area, int i) {
      return (area.y() + i / area.width()) * target.width() + area.x() + i % area.width();
    }

    /** What a window shows; its holes have the colour of the edge that they are an extension of. */
    PixelImage seen(Area area, Side side) {
      byte[] seen = new byte[CHANNELS * area.width() * area.height()];
      int lines = side.horizontal() ? area.height() : area.width();
      int length = side.horizontal() ? area.width() : area.height();
      for (int line = 0; line < lines; line++) {
        int colour = -1;
        for (int k = 0; k < length; k++) {
          // From what is known outwards; LEFT and TOP grow against the axis.
          int place = side == Side.RIGHT || side == Side.BOTTOM ? k : length - 1 - k;
          int i = side.horizontal() ? line * area.width() + place : place * area.width() + line;
          int own = at(area, i);
          if (known[own] || colour < 0) {
            colour = own;
          }
          System.arraycopy(rgb, CHANNELS * colour, seen, CHANNELS * i, CHANNELS);
        }
      }
      return PixelImage.of(area.width(), area.height(), seen);
    }

    PixelImage image() {
      return PixelImage.of(target.width(), target.height(), rgb);
    }
  }
}
