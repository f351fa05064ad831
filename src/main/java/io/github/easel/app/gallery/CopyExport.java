package io.github.easel.app.gallery;

import io.github.easel.app.PictureStore;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies pictures into a folder. */
final class CopyExport {

  private final PictureStore pictures;

  CopyExport(PictureStore pictures) {
    this.pictures = pictures;
  }

  ExportOutcome run(ExportPlan plan, ExportSteps steps) {
    Path folder = plan.to();
    AtomicFile.createFolderOf(folder.resolve("picture"));
    Originals originals = new Originals(pictures, plan.settings(), folder.resolve("picture"));
    List<Path> made = new ArrayList<>();
    for (Outgoing picture : OutgoingNames.of(plan, name -> Files.exists(folder.resolve(name)))) {
      Path file = folder.resolve(picture.name());
      steps
          .read(picture, () -> originals.of(picture))
          .ifPresent(
              bytes -> {
                write(file, bytes);
                made.add(file);
              });
    }
    steps.checkAny();
    return steps.outcome(made);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      AtomicFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }
}
