package io.github.easel.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a person chose once for all pictures. Missing parts become their defaults, so that a file
 * edited by hand does no harm.
 *
 * @param language language tag of the window's texts, {@code en} or {@code ka}; empty for the
 *     system's
 * @param theme {@code light}, {@code dark}, or {@code system} to follow the system
 * @param folders where things are kept
 * @param engine how networks are run; takes effect when the program starts again
 * @param previews looks at running pictures
 * @param keys keys that differ from the usual, by the command's label; empty for none
 * @param privacy what saved copies tell
 * @param notices how the end of the work is told while the window is not in front
 */
public record Settings(
    String language,
    String theme,
    Folders folders,
    Engine engine,
    Previews previews,
    Map<String, String> keys,
    Privacy privacy,
    Notices notices) {

  /**
   * Where things are kept.
   *
   * @param pictures folder of finished pictures; empty for the usual
   * @param models a further folder of models; empty for none
   * @param meaning the folder of the CLIP model that compares pictures and words; empty for the
   *     first model that can
   * @param moreModels still further folders of models, besides the first
   */
  public record Folders(String pictures, String models, String meaning, List<String> moreModels) {

    /** Folders with the usual model to compare pictures and words. */
    public Folders(String pictures, String models) {
      this(pictures, models, "");
    }

    /** Folders with one further folder of models at most. */
    public Folders(String pictures, String models, String meaning) {
      this(pictures, models, meaning, List.of());
    }

    /** Takes the default for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    public Folders {
      pictures = text(pictures, "");
      models = text(models, "");
      meaning = text(meaning, "");
      moreModels =
          moreModels == null
              ? List.of()
              : moreModels.stream().filter(one -> one != null && !one.isBlank()).toList();
    }

    /** The same with another folder of pictures. */
    public Folders withPictures(String other) {
      return new Folders(other, models, meaning, moreModels);
    }

    /** The same with another folder of models in the place of the first. */
    public Folders withModels(String other) {
      return new Folders(pictures, other, meaning, moreModels);
    }

    /** The same with another CLIP model. */
    public Folders withMeaning(String other) {
      return new Folders(pictures, models, other, moreModels);
    }

    /** All further folders of models, the first one first. */
    public List<String> allModels() {
      return Stream.concat(Stream.of(models), moreModels.stream())
          .filter(one -> !one.isBlank())
          .distinct()
          .toList();
    }

    /** The same with these folders of models. */
    public Folders withAllModels(List<String> all) {
      return new Folders(
          pictures,
          all.isEmpty() ? "" : all.get(0),
          meaning,
          all.isEmpty() ? List.of() : all.subList(1, all.size()));
    }
  }

  /**
   * How networks are run.
   *
   * @param device {@code auto}, {@code cpu} or {@code cuda}
   * @param memory {@code low}, {@code medium}, or {@code auto} for as much as is wanted
   * @param precision {@code full}, or {@code auto} for what is fast on the device
   * @param threads processor threads of a network, 1 or more; 0 for as many as suit
   */
  public record Engine(String device, String memory, String precision, int threads) {

    /** Takes the default for a part that is missing. */
    public Engine {
      device = text(device, "auto");
      memory = text(memory, "auto");
      precision = text(precision, "auto");
      threads = Math.max(0, threads);
    }
  }

  /**
   * Looks at running pictures.
   *
   * @param kind the label of a {@link io.github.easel.generation.PreviewWish.Kind}
   * @param every steps from one to the next, 1 or more
   */
  public record Previews(String kind, int every) {

    /** Takes the default for a part that is missing. */
    public Previews {
      kind = text(kind, "auto");
      every = every < 1 ? 3 : every;
    }
  }

  /**
   * What saved copies tell.
   *
   * @param strip whether copies saved or copied out of Easel carry no settings; those that Easel
   *     keeps itself always do
   */
  public record Privacy(boolean strip) {

    static final Privacy OPEN = new Privacy(false);
  }

  /**
   * How the end of the work is told while the window is not in front.
   *
   * @param desktop by a note on the desktop
   * @param sound by a sound
   */
  public record Notices(boolean desktop, boolean sound) {

    static final Notices USUAL = new Notices(true, true);
  }

  // Here and not in the parts, which need this class: whichever came first would find the other
  // empty.
  private static final Folders FOLDERS = new Folders("", "");
  private static final Engine ENGINE = new Engine("auto", "auto", "auto", 0);
  private static final Previews PREVIEWS = new Previews("auto", 3);

  /** What a first start finds. */
  public static final Settings DEFAULTS =
      new Settings("", "system", FOLDERS, ENGINE, PREVIEWS, Map.of(), Privacy.OPEN, Notices.USUAL);

  /** Takes the default for a part that is missing. */
  @SuppressWarnings("ConstantValue")
  public Settings {
    language = text(language, "");
    theme = "dark".equals(theme) || "light".equals(theme) ? theme : "system";
    folders = folders == null ? FOLDERS : folders;
    engine = engine == null ? ENGINE : engine;
    previews = previews == null ? PREVIEWS : previews;
    keys = keys == null ? Map.of() : Map.copyOf(withoutNulls(keys));
    privacy = privacy == null ? Privacy.OPEN : privacy;
    notices = notices == null ? Notices.USUAL : notices;
  }

  @SuppressWarnings("ConstantValue")
  private static Map<String, String> withoutNulls(Map<String, String> keys) {
    Map<String, String> known = new TreeMap<>();
    keys.forEach(
        (command, combination) -> {
          if (command != null && combination != null) {
            known.put(command, combination);
          }
        });
    return known;
  }

  /** The same in another language. */
  public Settings withLanguage(String other) {
    return new Settings(other, theme, folders, engine, previews, keys, privacy, notices);
  }

  /** The same in another theme. */
  public Settings withTheme(String other) {
    return new Settings(language, other, folders, engine, previews, keys, privacy, notices);
  }

  /** The same with other keys. */
  public Settings withKeys(Map<String, String> other) {
    return new Settings(language, theme, folders, engine, previews, other, privacy, notices);
  }

  /** The same with other folders. */
  public Settings withFolders(Folders other) {
    return new Settings(language, theme, other, engine, previews, keys, privacy, notices);
  }

  /** The same with networks run otherwise. */
  public Settings withEngine(Engine other) {
    return new Settings(language, theme, folders, other, previews, keys, privacy, notices);
  }

  /** The same with other looks at running pictures. */
  public Settings withPreviews(Previews other) {
    return new Settings(language, theme, folders, engine, other, keys, privacy, notices);
  }

  /** The same with copies that tell otherwise. */
  public Settings withPrivacy(Privacy other) {
    return new Settings(language, theme, folders, engine, previews, keys, other, notices);
  }

  /** The same with other notices. */
  public Settings withNotices(Notices other) {
    return new Settings(language, theme, folders, engine, previews, keys, privacy, other);
  }

  @SuppressWarnings("ConstantValue")
  private static String text(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
