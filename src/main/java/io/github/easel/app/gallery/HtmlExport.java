package io.github.easel.app.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.PictureStore;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureFile.CopyKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A folder with a page, small pictures for it, and the pictures that those lead to. */
final class HtmlExport {

  private static final String PAGE = "index.html";

  private final GalleryService gallery;
  private final PictureStore pictures;

  HtmlExport(GalleryService gallery, PictureStore pictures) {
    this.gallery = gallery;
    this.pictures = pictures;
  }

  ExportOutcome run(ExportPlan plan, ExportSteps steps) {
    HtmlPage page = new HtmlPage(new ExportTexts(plan.locale()), plan.settings());
    Originals originals = new Originals(pictures, plan.settings(), plan.to());
    try (ExportFolder folder = new ExportFolder(plan.to())) {
      for (Outgoing picture : OutgoingNames.of(plan, name -> false)) {
        Optional<PixelImage> small =
            steps.read(
                picture,
                () -> {
                  PixelImage read = gallery.thumbnail(picture.item().entry().file());
                  folder.write("pictures/" + picture.name(), originals.of(picture));
                  return read;
                });
        small.ifPresent(
            pixels -> {
              String thumbnail = "thumbnails/%04d.jpg".formatted(picture.number());
              PictureFile.copy(pixels, Optional.empty(), CopyKind.JPEG, folder.file(thumbnail));
              page.add(picture, thumbnail, pixels.width(), pixels.height());
            });
      }
      steps.checkAny();
      folder.write(PAGE, page.toString().getBytes(StandardCharsets.UTF_8));
      folder.finish();
    }
    return steps.outcome(List.of(plan.to().resolve(PAGE)));
  }
}
