package io.github.easel.ui.drop;

import io.github.easel.app.ModelImport;
import io.github.easel.app.PictureReport;
import io.github.easel.app.Services;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.drop.Offer.Sentence;
import io.github.easel.ui.drop.Offer.Sentence.Kind;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what something is. It reads files: do it on a worker. */
final class Finding {

  /** The longer side of a preview in pixels: twice what it takes up. */
  private static final int PREVIEW = 320;

  private static final Set<String> CHECKPOINTS = Set.of("safetensors", "ckpt", "pt", "pth", "bin");
  private static final Set<String> TEXTS = Set.of("txt", "json");

  private final Services services;
  private final Draft now;
  private final long newSeed;

  /**
   * @param now what is typed and chosen
   * @param newSeed stands in for a seed that a picture does not say, 0 to 2^32-1
   */
  Finding(Services services, Draft now, long newSeed) {
    this.services = services;
    this.now = now;
    this.newSeed = newSeed;
  }

  Offer file(Path file) {
    Optional<ModelImport.Found> model =
        Files.isDirectory(file) || ending(file).equals("onnx") || CHECKPOINTS.contains(ending(file))
            ? services.modelImport().look(file)
            : Optional.empty();
    if (model.isPresent()) {
      return model.get().atHand()
          ? new Sentence(Kind.MODEL_AT_HAND, model.get().name())
          : new Offer.OfModel(model.get());
    }
    if (Files.isDirectory(file)) {
      return new Sentence(Kind.FOLDER, name(file));
    }
    if (ending(file).equals("onnx")) {
      return new Sentence(Kind.LONE_GRAPH, name(file));
    }
    if (CHECKPOINTS.contains(ending(file))) {
      return new Sentence(Kind.CHECKPOINT, name(file));
    }
    return TEXTS.contains(ending(file)) ? settingsOf(file) : picture(file);
  }

  private Offer settingsOf(Path file) {
    return settings(file)
        .<Offer>map(found -> found)
        .orElseGet(() -> new Sentence(Kind.NO_SETTINGS, name(file)));
  }

  private Offer picture(Path file) {
    PixelImage pixels;
    try {
      pixels = services.sources().read(file).held();
    } catch (GenerationException e) {
      if (e.failure() == Failure.FILE_UNREADABLE && Files.isReadable(file)) {
        return new Sentence(Kind.UNKNOWN, name(file));
      }
      throw e;
    }
    return new Offer.OfPicture(
        name(file),
        Images.reduced(pixels, PREVIEW),
        Optional.of(file),
        Optional.empty(),
        settings(file));
  }

  private Optional<Offer.OfSettings> settings(Path file) {
    try {
      return services.settings().read(file, Optional.empty(), newSeed).map(this::offer);
    } catch (GenerationException e) {
      if (e.failure() == Failure.FILE_UNREADABLE) {
        return Optional.empty(); // a kind of picture that carries no settings, such as GIF
      }
      throw e;
    }
  }

  Offer picture(PixelImage pixels) {
    return new Offer.OfPicture(
        "",
        Images.reduced(pixels, PREVIEW),
        Optional.empty(),
        Optional.of(pixels),
        Optional.empty());
  }

  Optional<Offer.OfSettings> text(String text) {
    return services.settings().readText(text, Optional.empty(), newSeed).map(this::offer);
  }

  private Offer.OfSettings offer(PictureReport report) {
    boolean seedSaid = report.request().seed() != newSeed;
    return new Offer.OfSettings(report, SettingChanges.of(now, report.request(), seedSaid));
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String ending(Path file) {
    String name = name(file);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
