package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService.ImportReport;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.gallery.ExportViewModel.Progress;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/** How far the import of a folder is, and what came of it. */
final class ImportBar {

  /** So many names of files that were left out are told. */
  private static final int NAMES = 12;

  private final ImportViewModel imports;
  private final Messages messages;

  private ImportBar(ImportViewModel imports, Messages messages) {
    this.imports = imports;
    this.messages = messages;
  }

  static Node of(ImportViewModel imports, Messages messages) {
    ImportBar bar = new ImportBar(imports, messages);
    WorkBar line =
        new WorkBar(
            "import",
            Bindings.createStringBinding(
                bar::words, messages.dependencies(imports.progress(), imports.done())),
            Bindings.createStringBinding(bar::refused, imports.done()),
            () -> {
              imports.cancel();
              imports.forget();
            },
            messages);
    return Visibility.when(line, imports.progress().isNotNull().or(imports.done().isNotNull()));
  }

  private String words() {
    Progress progress = imports.progress().get();
    if (progress != null) {
      return progress.all() == 0
          ? messages.now("import.looking")
          : messages.now(
              "import.running",
              WorkBar.number(progress.done(), messages),
              WorkBar.number(progress.all(), messages));
    }
    ImportReport done = imports.done().get();
    if (done == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add(messages.now("import.done", done.copied()));
    add(parts, "import.known", done.known());
    add(parts, "import.untold", done.withoutSettings());
    add(parts, "import.refused", done.refused().size());
    return String.join(" ", parts);
  }

  private void add(List<String> parts, String key, int pictures) {
    if (pictures > 0) {
      parts.add(messages.now(key, WorkBar.number(pictures, messages)));
    }
  }

  /** The names of what was left out. */
  private String refused() {
    ImportReport done = imports.done().get();
    return done == null
        ? ""
        : done.refused().keySet().stream()
            .map(file -> String.valueOf(file.getFileName()))
            .sorted()
            .limit(NAMES)
            .collect(Collectors.joining(", "));
  }
}
