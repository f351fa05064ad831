package io.github.easel.hub;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.DownloadPlan.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the places of files on this computer, and what of them is here already. */
final class DownloadPlanner {

  /** Where downloads grow; lists of models look only at what lies beside it. */
  static final String STAGING = ".easel-downloads";

  /** Names that say nothing of whose weights these are. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)(learned_embeds.*|pytorch_lora_weights|diffusion_pytorch_model.*|pytorch_model"
              + "|model|adapter_model)");

  private final DownloadFolders folders;
  private final Cancellation cancellation;

  DownloadPlanner(DownloadFolders folders, Cancellation cancellation) {
    this.folders = folders;
    this.cancellation = cancellation;
  }

  /**
   * The plan.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, or a refusal of a file's name
   */
  DownloadPlan plan(HubModel model, FileChoice choice, Optional<String> variant) {
    Path folder = folders.of(choice.kind()).toAbsolutePath().normalize();
    boolean isFolder = choice.kind() == DownloadKind.FOLDER;
    String name =
        isFolder ? folderName(model, choice, variant) : fileName(model, choice.files().get(0));
    List<Part> parts =
        choice.files().stream()
            .map(file -> new Part(file, isFolder ? below(choice, file) : FileNames.below(name)))
            .toList();
    Path staging = folder.resolve(STAGING).resolve(FileNames.below(stagingName(model, name)));
    try {
      Path target = folder.resolve(FileNames.below(name));
      Optional<Path> there = there(target, model, parts, isFolder);
      return new DownloadPlan(
          model,
          choice.kind(),
          variant,
          parts,
          there.isPresent() ? there.get() : free(target, isFolder),
          staging,
          present(parts, staging),
          space(folder),
          there.isPresent());
    } catch (IOException e) {
      throw GenerationException.unreadable(folder, e);
    }
  }

  private static Path below(FileChoice choice, HubFile file) {
    String root = choice.root();
    return FileNames.below(root.isEmpty() ? file.path() : file.path().substring(root.length() + 1));
  }

  private static String folderName(HubModel model, FileChoice choice, Optional<String> variant) {
    String part =
        choice.root().isEmpty()
            ? ""
            : "-" + choice.root().substring(choice.root().lastIndexOf('/') + 1);
    return model.name() + part + variant.map(text -> "-" + text).orElse("");
  }

  private static String fileName(HubModel model, HubFile file) {
    int dot = file.name().lastIndexOf('.');
    boolean says = !NO_NAME.matcher(file.name().substring(0, dot)).matches();
    return says ? file.name() : model.name() + file.name().substring(dot);
  }

  private static String stagingName(HubModel model, String name) {
    return model.id().replace("/", "--") + "--" + name;
  }

  /** Where all of it lies already, under its own name or one with a number. */
  private Optional<Path> there(Path target, HubModel model, List<Part> parts, boolean isFolder)
      throws IOException {
    for (int i = 1; i == 1 || Files.exists(numbered(target, i, isFolder)); i++) {
      Path one = numbered(target, i, isFolder);
      if (Files.exists(one) && (isFolder ? isCopy(one, model, parts) : isFile(one, parts.get(0)))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static boolean isCopy(Path folder, HubModel model, List<Part> parts) throws IOException {
    boolean same =
        HubOrigin.read(folder)
            .filter(o -> o.model().equals(model.id()) && o.commit().equals(model.commit()))
            .isPresent();
    for (Part part : parts) {
      Path file = folder.resolve(part.to());
      same &= Files.isRegularFile(file) && Files.size(file) == part.file().size();
    }
    return same;
  }

  private boolean isFile(Path path, Part part) throws IOException {
    return Files.isRegularFile(path)
        && FileHash.agrees(path, part.file(), bytes -> {}, cancellation);
  }

  private static Path free(Path target, boolean isFolder) {
    int i = 1;
    while (Files.exists(numbered(target, i, isFolder))) {
      i++;
    }
    return numbered(target, i, isFolder);
  }

  private static Path numbered(Path target, int number, boolean isFolder) {
    if (number == 1) {
      return target;
    }
    String name = String.valueOf(target.getFileName());
    int dot = isFolder ? name.length() : name.lastIndexOf('.');
    return target.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
  }

  static long present(List<Part> parts, Path staging) throws IOException {
    long bytes = 0;
    for (Part part : parts) {
      Path whole = staging.resolve(part.to());
      boolean done = Files.isRegularFile(whole) && Files.size(whole) == part.file().size();
      bytes += done ? part.file().size() : PartState.length(whole, part.file());
    }
    return bytes;
  }

  /** Free bytes on the disk of a folder that need not exist. */
  static long space(Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }
}
