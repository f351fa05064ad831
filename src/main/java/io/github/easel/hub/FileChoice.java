package io.github.easel.hub;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to fetch of a model.
 *
 * @param kind what comes of it
 * @param root the folder on the hub that becomes the model's, empty for the outermost
 * @param files in the hub's names, the small ones first
 */
record FileChoice(DownloadKind kind, String root, List<HubFile> files) {

  private static final Pattern WEIGHTS =
      Pattern.compile("(?i).*\\.(safetensors|ckpt|pt|pth|bin|gguf)");
  private static final Pattern NO_WEIGHTS =
      Pattern.compile("(?i)(optimizer|scheduler|training_args|random_states|trainer_state).*");

  /** Vectors for a few words are smaller, models are larger. */
  private static final long LARGEST_EMBEDDING = 4L << 20;

  private static final String SAFE = ".safetensors";
  private static final int MOST_NAMES = 8;

  /**
   * Chooses.
   *
   * @param files what the hub has there
   * @param variant of weights, such as {@code fp16}
   * @throws GenerationException {@link Kind#NOTHING_USABLE}, {@link Kind#SEVERAL_FILES}, {@link
   *     Kind#VARIANT_MISSING}
   */
  static FileChoice of(
      HubModel model, HubAddress address, List<HubFile> files, Optional<String> variant) {
    String root = address.isFile() ? "" : address.path();
    if (address.isFile()) {
      return single(model, files.get(0));
    }
    FolderFiles folder = new FolderFiles(root, files);
    if (folder.isModel()) {
      return folder(root, folder.model(variant, model.id()));
    }
    if (folder.isNetwork()) {
      return folder(root, folder.network(variant, model.id()));
    }
    List<HubFile> all = candidates(root, files);
    if (all.isEmpty()) {
      throw HubRefusal.of(Kind.NOTHING_USABLE, model.id());
    }
    List<HubFile> candidates =
        all.stream().filter(file -> file.name().contains(variant.orElse(""))).toList();
    if (candidates.isEmpty()) {
      throw HubRefusal.of(Kind.VARIANT_MISSING, variant.orElse(""), model.id());
    }
    if (candidates.size() > 1) {
      String names =
          candidates.stream()
              .limit(MOST_NAMES)
              .map(HubFile::path)
              .collect(Collectors.joining(", "));
      throw HubRefusal.of(
          Kind.SEVERAL_FILES, model.id(), candidates.size() > MOST_NAMES ? names + ", …" : names);
    }
    return single(model, candidates.get(0));
  }

  private static FileChoice folder(String root, List<HubFile> files) {
    List<HubFile> ordered =
        files.stream()
            .distinct()
            .sorted(Comparator.comparingLong(HubFile::size).thenComparing(HubFile::path))
            .toList();
    return new FileChoice(DownloadKind.FOLDER, root, ordered);
  }

  private static FileChoice single(HubModel model, HubFile file) {
    if (!WEIGHTS.matcher(file.name()).matches()) {
      throw HubRefusal.of(Kind.NOTHING_USABLE, model.id());
    }
    return new FileChoice(kind(model, file), file.folder(), List.of(file));
  }

  private static DownloadKind kind(HubModel model, HubFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.contains("lora") || name.contains("lycoris") || model.tags().contains("lora")) {
      return DownloadKind.LORA;
    }
    return name.startsWith("learned_embeds") || file.size() < LARGEST_EMBEDDING
        ? DownloadKind.EMBEDDING
        : DownloadKind.CHECKPOINT;
  }

  /** Weights that lie right in the folder, each once. */
  private static List<HubFile> candidates(String root, List<HubFile> files) {
    List<HubFile> all =
        files.stream()
            .filter(file -> file.folder().equals(root))
            .filter(file -> WEIGHTS.matcher(file.name()).matches())
            .filter(file -> !NO_WEIGHTS.matcher(file.name()).matches())
            .toList();
    Set<String> safe =
        all.stream().map(HubFile::name).filter(FileChoice::isSafe).collect(Collectors.toSet());
    return all.stream()
        .filter(file -> isSafe(file.name()) || !safe.contains(stem(file) + SAFE))
        .toList();
  }

  private static boolean isSafe(String name) {
    return name.endsWith(SAFE);
  }

  private static String stem(HubFile file) {
    return file.name().substring(0, file.name().lastIndexOf('.'));
  }
}
