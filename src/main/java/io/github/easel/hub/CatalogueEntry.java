package io.github.easel.hub;

import java.util.List;
import java.util.Map;

/**
 * A model or concept of the {@link Catalogue}.
 *
 * @param id a short name for the command line
 * @param name what its author calls it
 * @param kind what comes of it
 * @param family the kind of model, such as {@code sd15}; of a concept, the models it is for
 * @param address on the hub: {@code owner/name}, or a link
 * @param variant of weights that suits most people, or empty
 * @param licence its short name on the hub
 * @param bytes the download's size as far as it is known, or 0
 * @param triggers words that the prompt needs for its style, if any
 * @param prompts an example in {@code en} and {@code ka}
 * @param unsure which of these its author's page could not be asked about, or changed over time:
 *     {@code licence}, {@code address}, {@code bytes}
 * @param tried whether Easel's makers could draw with it
 */
public record CatalogueEntry(
    String id,
    String name,
    DownloadKind kind,
    String family,
    String address,
    String variant,
    String licence,
    long bytes,
    List<String> triggers,
    Map<String, String> prompts,
    List<String> unsure,
    boolean tried) {

  /** Takes nothing for a part that is missing. */
  @SuppressWarnings("ConstantValue")
  public CatalogueEntry {
    variant = variant == null ? "" : variant;
    triggers = triggers == null ? List.of() : List.copyOf(triggers);
    prompts = prompts == null ? Map.of() : Map.copyOf(prompts);
    unsure = unsure == null ? List.of() : List.copyOf(unsure);
  }

  /** The example in a language, or in English. */
  public String prompt(String language) {
    return prompts.getOrDefault(language, prompts.getOrDefault("en", ""));
  }
}
