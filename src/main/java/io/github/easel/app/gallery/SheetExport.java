package io.github.easel.app.gallery;

import io.github.easel.app.FreeName;
import io.github.easel.app.GalleryService;
import io.github.easel.file.AtomicFile;
import io.github.easel.gallery.PictureFacts;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.ContactSheet;
import io.github.easel.image.SheetPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small pictures in rows, each over a caption. */
final class SheetExport {

  static final int ACROSS = 6;
  static final int DOWN = 10;

  private final GalleryService gallery;

  SheetExport(GalleryService gallery) {
    this.gallery = gallery;
  }

  ExportOutcome run(ExportPlan plan, ExportSteps steps) {
    ExportTexts texts = new ExportTexts(plan.locale());
    List<Outgoing> all = OutgoingNames.of(plan, name -> false);
    int sheets = (all.size() + ACROSS * DOWN - 1) / (ACROSS * DOWN);
    List<Path> made = new ArrayList<>();
    for (int sheet = 0; sheet < sheets; sheet++) {
      int from = sheet * ACROSS * DOWN;
      List<Outgoing> some = all.subList(from, Math.min(all.size(), from + ACROSS * DOWN));
      ContactSheet drawn =
          draw(some, plan.settings(), texts.title(all.size(), sheet, sheets), steps);
      steps.checkAny();
      Path file = sheets == 1 ? plan.to() : FreeName.numbered(plan.to(), sheet + 1);
      AtomicFile.createFolderOf(file);
      drawn.write(Map.of(), file);
      made.add(file);
    }
    return steps.outcome(made);
  }

  private ContactSheet draw(
      List<Outgoing> pictures, boolean settings, String title, ExportSteps steps) {
    int across = Math.min(ACROSS, (int) Math.ceil(Math.sqrt(pictures.size())));
    int down = (pictures.size() + across - 1) / across;
    ContactSheet sheet = new ContactSheet(plan(title, across, down));
    for (int i = 0; i < pictures.size(); i++) {
      Outgoing picture = pictures.get(i);
      int column = i % across;
      int row = i / across;
      String caption = caption(picture, settings);
      Optional<PixelImage> small =
          steps.read(picture, () -> gallery.thumbnail(picture.item().entry().file()));
      small.ifPresentOrElse(
          pixels -> sheet.place(column, row, pixels, caption),
          () -> sheet.say(0, column, row, picture.name()));
    }
    for (int i = pictures.size(); i < across * down; i++) {
      sheet.leaveOut(i % across, i / across);
    }
    return sheet;
  }

  private static SheetPlan plan(String title, int across, int down) {
    int side = GalleryService.THUMBNAIL;
    return new SheetPlan(
        title,
        "",
        List.of(""),
        Collections.nCopies(across, ""),
        Collections.nCopies(down, ""),
        Collections.nCopies(across, side),
        Collections.nCopies(down, side + ContactSheet.CAPTION_ROOM));
  }

  /** What the picture shows, as its prompt says; its name where it does not. */
  private static String caption(Outgoing picture, boolean settings) {
    PictureFacts facts = picture.item().entry().facts();
    return !settings
        ? Integer.toString(picture.number())
        : facts.prompt().isBlank() ? picture.name() : facts.prompt();
  }
}
