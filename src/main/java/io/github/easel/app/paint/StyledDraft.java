package io.github.easel.app.paint;

import io.github.easel.app.Services;
import io.github.easel.app.StyleService.Style;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Draft.Start;
import io.github.easel.generation.Draft.StylePicture;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drafts whose pictures are given the style of another picture: with its colours in what they begin
 * with, and the styles that describe it among their own.
 */
public final class StyledDraft {

  private final Services services;
  private final StyleTransfer transfer;

  /** Asks these services. */
  public StyledDraft(Services services) {
    this.services = services;
    transfer = new StyleTransfer(services.meanings());
  }

  /**
   * The draft as it is to be planned. The same where nothing is to be carried over: without a
   * picture of the style, without one to begin with, and where only a part of that becomes new,
   * since what is kept must stay as it is. Reads and writes files: call it on a worker.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code FILE_UNWRITABLE}, {@code MODEL_...}
   */
  public Draft of(Draft draft) {
    Start start = draft.start();
    StylePicture style = start.touch().style();
    if (style.picture().isEmpty()
        || start.picture().isEmpty()
        || !start.masked().mask().isEmpty()) {
      return draft;
    }
    PixelImage look = read(style.picture());
    Path coloured = services.sources().keep(transfer.recoloured(read(start.picture()), look));
    Draft.Words words = draft.words();
    return new Draft(
        new Draft.Words(
            words.prompt(),
            words.negative(),
            Stream.concat(words.styles().stream(), styles(style, look, draft.model()).stream())
                .distinct()
                .toList(),
            words.dynamic()),
        draft.model(),
        draft.format(),
        draft.way(),
        draft.chance(),
        new Start(
            coloured.toString(),
            start.name() + " + " + style.name(),
            start.fit(),
            start.touch().plain(),
            start.masked(),
            start.place()));
  }

  private List<String> styles(StylePicture style, PixelImage look, String model) {
    return style.styles().isEmpty() ? nearest(look, model) : style.styles();
  }

  /** Names of the styles that describe a picture best, for that model; none without towers. */
  public List<String> nearest(PixelImage look, String model) {
    return transfer
        .suited(look, services.styles().builtIn(), model, StyleTransfer.USUAL_STYLES)
        .stream()
        .map(Style::name)
        .toList();
  }

  private PixelImage read(String file) {
    try {
      return services.sources().read(Path.of(file));
    } catch (InvalidPathException e) {
      throw new GenerationException(
          Failure.FILE_UNREADABLE, e.toString(), e, e.getInput(), String.valueOf(e.getReason()));
    }
  }
}
