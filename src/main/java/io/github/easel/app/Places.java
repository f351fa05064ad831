package io.github.easel.app;

import io.github.easel.hub.DownloadKind;
import io.github.easel.settings.JsonFile;
import io.github.easel.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Where things are on this computer.
 *
 * @param home the program's own folder, with {@code models/}
 * @param data the user's folder for models and settings
 * @param pictures the user's folder for finished pictures
 * @param furtherModels folders of models that the user chose
 * @param meaning the folder of the CLIP model that the user chose
 */
public record Places(
    Path home, Path data, Path pictures, List<Path> furtherModels, Optional<Path> meaning) {

  public Places {
    furtherModels = List.copyOf(furtherModels);
  }

  /** Names the program's folder when it is not beside the jar. */
  public static final String HOME_PROPERTY = "easel.home";

  /** Places without a further folder of models, nor a model for meanings. */
  public Places(Path home, Path data, Path pictures) {
    this(home, data, pictures, List.of(), Optional.empty());
  }

  /** Places without a model for meanings. */
  public Places(Path home, Path data, Path pictures, Optional<Path> furtherModels) {
    this(home, data, pictures, furtherModels.stream().toList(), Optional.empty());
  }

  /** The same with the folders that somebody chose in the place of the usual. */
  public Places with(Settings.Folders chosen) {
    return new Places(
        home,
        data,
        folder(chosen.pictures()).orElse(pictures),
        furtherModels(chosen),
        folder(chosen.meaning()));
  }

  /** The folders of models that somebody chose besides Easel's own. */
  public static List<Path> furtherModels(Settings.Folders chosen) {
    return chosen.allModels().stream().flatMap(name -> folder(name).stream()).toList();
  }

  private static Optional<Path> folder(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      // no logger of the class: the log's own place is asked for here before there may be one
      LoggerFactory.getLogger(Places.class)
          .warn("'{}' is no folder, so the usual is taken: {}", name, e.getMessage());
      return Optional.empty();
    }
  }

  /** The same with the folders that the user chose in the window, if there are any. */
  public Places asChosen() {
    Settings chosen = new JsonFile<>(settings(), Settings.DEFAULTS, Runnable::run).load();
    return with(chosen.folders());
  }

  /** The places of this process. */
  public static Places ofThisProcess() {
    return of(System.getProperties(), System.getenv(), ownJar());
  }

  /**
   * The places by an operating system's conventions.
   *
   * @param jar the file that holds this class, where it is a file
   */
  static Places of(Properties properties, Map<String, String> environment, Optional<Path> jar) {
    Path user = Path.of(properties.getProperty("user.home", "."));
    Path home =
        Optional.ofNullable(properties.getProperty(HOME_PROPERTY))
            // easel.bat names it as a folder above its own
            .map(folder -> Path.of(folder).normalize())
            .or(() -> jar.flatMap(Places::distribution))
            .orElse(Path.of(""));
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path data;
    if (system.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      data = (local == null ? user : Path.of(local)).resolve("Easel");
    } else if (system.startsWith("mac")) {
      data = user.resolve("Library").resolve("Application Support").resolve("Easel");
    } else {
      String share = environment.get("XDG_DATA_HOME");
      Path base = user.resolve(".local").resolve("share");
      data = (share == null || share.isBlank() ? base : Path.of(share)).resolve("easel");
    }
    return new Places(home, data, user.resolve("Pictures").resolve("Easel"));
  }

  /** The folders whose subfolders are models. */
  public List<Path> modelRoots() {
    return modelRoots(furtherModels);
  }

  /** Likewise, with these folders in the place of those that were chosen. */
  List<Path> modelRoots(List<Path> further) {
    return Stream.concat(
            Stream.of(home.resolve("models"), data.resolve("models")), further.stream())
        .toList();
  }

  /**
   * The folders in which LoRAs and embeddings are looked for, as {@code model.AdapterShelf} does.
   */
  public List<Path> adapterRoots() {
    return adapterRoots(furtherModels);
  }

  /** Likewise, with these folders in the place of those that were chosen. */
  List<Path> adapterRoots(List<Path> further) {
    return Stream.concat(Stream.of(home, data), modelRoots(further).stream()).distinct().toList();
  }

  /** The folder for CLIP's vocabulary, which models in a single file do not bring. */
  public Path tokenizer() {
    return data.resolve("tokenizer");
  }

  /** The file of what the user said of single models. */
  public Path profiles() {
    return data.resolve("profiles.json");
  }

  /** The folder of networks that were made ready for this computer, and can be made anew. */
  public Path prepared() {
    return data.resolve("prepared");
  }

  /** The file of the hashes of models, which can be computed anew. */
  Path modelHashes() {
    return data.resolve("model-hashes.json");
  }

  /** The file of what the user chose in the window. */
  public Path settings() {
    return data.resolve("settings.json");
  }

  /** The folder into which SQLite's native library is unpacked. */
  public Path nativeLibraries() {
    return data.resolve("native");
  }

  /** The user's own styles, as A1111 writes them. */
  public Path styles() {
    return data.resolve("styles.csv");
  }

  /** The folder of the copies of pictures that others begin with. */
  public Path sources() {
    return data.resolve("sources");
  }

  /** The file of the jobs that wait. */
  public Path queue() {
    return data.resolve("queue.json");
  }

  /** The folder of the canvas and its steps. */
  public Path canvas() {
    return data.resolve("canvas");
  }

  /** The folder of what is kept of collections and can be made anew: indexes and thumbnails. */
  public Path gallery() {
    return data.resolve("gallery");
  }

  /** The file of the user's token for the hub, which nobody else can read. */
  public Path hubToken() {
    return data.resolve("hub-token");
  }

  /** The folder that downloads of a kind go to. */
  public Path downloads(DownloadKind kind) {
    return data.resolve(
        switch (kind) {
          case FOLDER, CHECKPOINT -> "models";
          case LORA -> "loras";
          case EMBEDDING -> "embeddings";
          case TOKENIZER -> "tokenizer";
        });
  }

  /** The folder of the user's wildcard files. */
  public Path wildcards() {
    return data.resolve("wildcards");
  }

  /** The folder above {@code lib/}, if the jar lies in a distribution. */
  private static Optional<Path> distribution(Path jar) {
    return Optional.ofNullable(jar.toAbsolutePath().getParent())
        .map(Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("models")));
  }

  private static Optional<Path> ownJar() {
    try {
      URI location = Places.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Optional.of(Path.of(location)).filter(Files::isRegularFile);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
