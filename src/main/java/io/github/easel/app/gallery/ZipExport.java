package io.github.easel.app.gallery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.PictureStore;
import io.github.easel.app.SettingsService;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive: {@code pictures/NAME}, for each {@code settings/NAME.txt}, and {@code settings.json}
 * over all of them. Without settings it holds the pictures only.
 */
final class ZipExport {

  /** The earliest time that an archive can tell: for those that shall tell nothing. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final JsonMapper JSON = new JsonMapper();

  private final PictureStore pictures;
  private final SettingsService settings;

  ZipExport(PictureStore pictures, SettingsService settings) {
    this.pictures = pictures;
    this.settings = settings;
  }

  ExportOutcome run(ExportPlan plan, ExportSteps steps) {
    AtomicFile.createFolderOf(plan.to());
    try {
      AtomicFile.write(plan.to(), out -> write(plan, steps, out));
    } catch (IOException e) {
      throw GenerationException.unwritable(plan.to(), FileReason.of(e), e);
    }
    return steps.outcome(List.of(plan.to()));
  }

  private void write(ExportPlan plan, ExportSteps steps, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out); // closed with the file that it is written to
    zip.setLevel(Deflater.BEST_SPEED); // pictures are packed already
    Originals originals = new Originals(pictures, plan.settings(), plan.to());
    ObjectNode all = JSON.createObjectNode().put("program", "Easel").put("version", 1);
    ArrayNode list = all.putArray("pictures");
    for (Outgoing picture : OutgoingNames.of(plan, name -> false)) {
      Optional<byte[]> bytes = steps.read(picture, () -> originals.of(picture));
      if (bytes.isPresent()) {
        LocalDateTime made = plan.settings() ? picture.item().entry().made() : NO_TIME;
        put(zip, "pictures/" + picture.name(), bytes.get(), made);
        if (plan.settings()) {
          put(zip, "settings/" + picture.name() + ".txt", text(picture), made);
          SettingsText.put(
              list.addObject().put("file", "pictures/" + picture.name()), picture.item());
        }
      }
    }
    steps.checkAny();
    if (plan.settings()) {
      put(
          zip,
          "settings.json",
          JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all),
          NO_TIME);
    }
    zip.finish();
  }

  /** What the picture itself says in the form that most programs read, else what is known. */
  private byte[] text(Outgoing picture) {
    String known = SettingsText.infotext(picture.item().entry().facts());
    try {
      String own = settings.texts(picture.item().entry().file()).get("parameters");
      return (own == null ? known : own + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (GenerationException unreadable) {
      return known.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes, LocalDateTime made)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(made.isBefore(NO_TIME) ? NO_TIME : made);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
