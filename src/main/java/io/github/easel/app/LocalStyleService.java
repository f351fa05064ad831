package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Prompt;
import io.github.easel.prompt.BuiltInStyles;
import io.github.easel.prompt.BuiltInStyles.BuiltIn;
import io.github.easel.prompt.StylePreset;
import io.github.easel.prompt.StylesCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The built-in styles and those of a {@code styles.csv}, which is read anew each time. */
final class LocalStyleService implements StyleService {

  private static final int EXAMPLES = 3;

  private final Path own;

  /**
   * @param own the user's file; need not exist
   */
  LocalStyleService(Path own) {
    this.own = own;
  }

  @Override
  public List<Style> list() {
    Map<String, String> georgianNames = new HashMap<>();
    for (BuiltIn builtIn : BuiltInStyles.all()) {
      georgianNames.put(folded(builtIn.preset().name()), builtIn.georgianName());
    }
    Map<String, Style> styles = new LinkedHashMap<>();
    if (Files.exists(own)) {
      for (StylePreset preset : StylesCsv.read(own)) {
        String name = folded(preset.name());
        String georgian = georgianNames.getOrDefault(name, preset.name());
        styles.putIfAbsent(name, style(preset, georgian, Family.OWN, false));
      }
    }
    builtIn().forEach(style -> styles.putIfAbsent(folded(style.name()), style));
    return List.copyOf(styles.values());
  }

  @Override
  public List<Style> builtIn() {
    return BuiltInStyles.all().stream()
        .map(
            builtIn ->
                style(
                    builtIn.preset(),
                    builtIn.georgianName(),
                    Family.valueOf(builtIn.family().name()),
                    builtIn.manner()))
        .toList();
  }

  @Override
  public Style find(String name) {
    String wanted = folded(name);
    List<Style> styles = list();
    return styles.stream()
        .filter(
            style ->
                folded(style.name()).equals(wanted) || folded(style.georgianName()).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new GenerationException(
                    Failure.STYLE_NOT_FOUND, "no style " + name, name, examples(styles, wanted)));
  }

  @Override
  public Prompt apply(List<Style> styles, Prompt prompt) {
    Prompt words = prompt;
    for (Style style : styles) {
      words = new StylePreset(style.name(), style.prompt(), style.negative()).appliedTo(words);
    }
    return words;
  }

  /** Names that share a word with what was wanted, or the first ones. */
  private static String examples(List<Style> styles, String wanted) {
    List<String> words = List.of(wanted.split("\\s+"));
    List<String> near =
        styles.stream()
            .map(Style::name)
            .filter(name -> words.stream().anyMatch(folded(name)::contains))
            .toList();
    return (near.isEmpty() ? styles.stream().map(Style::name).toList() : near)
        .stream().limit(EXAMPLES).collect(Collectors.joining(", "));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Style style(
      StylePreset preset, String georgianName, Family family, boolean manner) {
    return new Style(
        preset.name(), georgianName, family, preset.prompt(), preset.negative(), manner);
  }
}
