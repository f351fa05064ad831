package io.github.easel.hub;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Models and concepts to start from: names, addresses and licences, no files. */
public final class Catalogue {

  private static final String RESOURCE = "catalogue.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<CatalogueEntry> entries;

  private Catalogue(List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The one that comes with Easel. */
  public static Catalogue ofEasel() {
    try (InputStream in =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new Catalogue(List.of(JSON.readValue(in, CatalogueEntry[].class)));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own catalogue is damaged", e);
    }
  }

  /** All of them, those for beginners first. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** The entry of that short name or that name, whatever the case. */
  public Optional<CatalogueEntry> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(
            entry ->
                entry.id().equals(plain) || entry.name().toLowerCase(Locale.ROOT).equals(plain))
        .findFirst();
  }
}
