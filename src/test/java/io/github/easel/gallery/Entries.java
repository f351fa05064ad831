package io.github.easel.gallery;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Entries for tests: ordinary ones, of which some things are said. It never changes. */
final class Entries {

  static final Path FOLDER = Path.of("pictures").toAbsolutePath();
  static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 4, 12, 0);

  private String name;
  private String identity;
  private LocalDateTime made = NOON;
  private long modified = 1_700_000_000_000L;
  private boolean discarded;
  private PictureKind kind = PictureKind.TEXT;
  private String prompt = "";
  private String model = "";
  private String sampler = "";
  private int width = 512;
  private int height = 512;
  private OptionalLong seed = OptionalLong.empty();
  private String source = "";

  private Entries(String name) {
    this.name = name;
    identity = "id-" + name;
  }

  static Entries named(String name) {
    return new Entries(name);
  }

  private Entries but(Consumer<Entries> change) {
    Entries other = new Entries(name);
    other.identity = identity;
    other.made = made;
    other.modified = modified;
    other.discarded = discarded;
    other.kind = kind;
    other.prompt = prompt;
    other.model = model;
    other.sampler = sampler;
    other.width = width;
    other.height = height;
    other.seed = seed;
    other.source = source;
    change.accept(other);
    return other;
  }

  String identity() {
    return identity;
  }

  /** Likewise with another name and the identity that goes with it. */
  Entries withName(String other) {
    return but(
        entry -> {
          entry.name = other;
          entry.identity = "id-" + other;
        });
  }

  Entries withIdentity(String other) {
    return but(entry -> entry.identity = other);
  }

  Entries withMade(LocalDateTime other) {
    return but(entry -> entry.made = other);
  }

  Entries withModified(long other) {
    return but(entry -> entry.modified = other);
  }

  Entries withDiscarded(boolean other) {
    return but(entry -> entry.discarded = other);
  }

  Entries withKind(PictureKind other) {
    return but(entry -> entry.kind = other);
  }

  Entries withPrompt(String other) {
    return but(entry -> entry.prompt = other);
  }

  Entries withModel(String other, String otherSampler) {
    return but(
        entry -> {
          entry.model = other;
          entry.sampler = otherSampler;
        });
  }

  Entries withSize(int otherWidth, int otherHeight) {
    return but(
        entry -> {
          entry.width = otherWidth;
          entry.height = otherHeight;
        });
  }

  Entries withSeed(long other) {
    return but(entry -> entry.seed = OptionalLong.of(other));
  }

  Entries withSource(String other) {
    return but(entry -> entry.source = other);
  }

  PictureEntry entry() {
    return new PictureEntry(
        FOLDER.resolve(name),
        identity,
        made,
        modified,
        12_345,
        discarded,
        new PictureFacts(
            kind,
            prompt,
            "blurry",
            model,
            sampler,
            "Easel",
            width,
            height,
            seed,
            OptionalInt.of(20),
            OptionalDouble.of(7.5),
            source));
  }
}
