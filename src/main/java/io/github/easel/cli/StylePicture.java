package io.github.easel.cli;

import io.github.easel.app.Services;
import io.github.easel.app.StyleService.Style;
import io.github.easel.app.paint.StyleTransfer;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The picture whose style is wanted: its colours, and the styles that describe it. */
final class StylePicture {

  private final Services services;
  private final Path folder;
  private final Texts texts;

  /**
   * @param folder where relative paths start
   */
  StylePicture(Services services, Path folder, Texts texts) {
    this.services = services;
    this.folder = folder;
    this.texts = texts;
  }

  /**
   * Adds the styles nearest to the picture, and tells which.
   *
   * @param names those that were asked for by name
   */
  void nearest(Path file, GenerationRequest request, List<String> names, Reporter reporter) {
    List<Style> nearest =
        new StyleTransfer(services.meanings())
            .suited(
                read(file),
                services.styles().builtIn(),
                request.model(),
                StyleTransfer.USUAL_STYLES);
    if (nearest.isEmpty()) {
      reporter.notice(new Notice(Notice.Kind.STYLES_UNKNOWN, String.valueOf(file.getFileName())));
      return;
    }
    reporter.notice(
        new Notice(
            Notice.Kind.STYLES_TAKEN,
            nearest.stream().map(Style::name).collect(Collectors.joining(", "))));
    nearest.stream()
        .map(Style::name)
        .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
        .forEach(names::add);
  }

  /** The request with the picture's colours in its source, which is kept with them. */
  GenerationRequest recoloured(Path file, GenerationRequest request) {
    Source source = request.source().orElseThrow();
    PixelImage coloured =
        new StyleTransfer(services.meanings()).recoloured(source.image(), read(file));
    SourceOptions.keep(() -> services.sources().keep(coloured));
    return request.withSource(
        Optional.of(
            new Source(
                coloured,
                texts.of("source.recoloured", source.name(), String.valueOf(file.getFileName())),
                source.strength(),
                source.fit(),
                source.manner(),
                source.repaint())));
  }

  private PixelImage read(Path file) {
    return services.sources().read(folder.resolve(file));
  }
}
