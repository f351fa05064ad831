package io.github.easel.gallery;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Entries for tests: ordinary ones, of which some things are said. */
record Entries(
    String name,
    String identity,
    LocalDateTime made,
    boolean discarded,
    PictureKind kind,
    String prompt,
    String model,
    String sampler,
    int width,
    int height,
    OptionalLong seed,
    String source) {

  static final Path FOLDER = Path.of("pictures").toAbsolutePath();
  static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 4, 12, 0);

  static Entries named(String name) {
    return new Entries(
        name,
        "id-" + name,
        NOON,
        false,
        PictureKind.TEXT,
        "",
        "",
        "",
        512,
        512,
        OptionalLong.empty(),
        "");
  }

  /** Likewise with another name and the identity that goes with it. */
  Entries withName(String other) {
    return new Entries(
        other,
        "id-" + other,
        made,
        discarded,
        kind,
        prompt,
        model,
        sampler,
        width,
        height,
        seed,
        source);
  }

  Entries withIdentity(String other) {
    return new Entries(
        name, other, made, discarded, kind, prompt, model, sampler, width, height, seed, source);
  }

  Entries withMade(LocalDateTime other) {
    return new Entries(
        name, identity, other, discarded, kind, prompt, model, sampler, width, height, seed,
        source);
  }

  Entries withDiscarded(boolean other) {
    return new Entries(
        name, identity, made, other, kind, prompt, model, sampler, width, height, seed, source);
  }

  Entries withKind(PictureKind other) {
    return new Entries(
        name, identity, made, discarded, other, prompt, model, sampler, width, height, seed,
        source);
  }

  Entries withPrompt(String other) {
    return new Entries(
        name, identity, made, discarded, kind, other, model, sampler, width, height, seed, source);
  }

  Entries withModel(String other, String otherSampler) {
    return new Entries(
        name,
        identity,
        made,
        discarded,
        kind,
        prompt,
        other,
        otherSampler,
        width,
        height,
        seed,
        source);
  }

  Entries withSize(int otherWidth, int otherHeight) {
    return new Entries(
        name,
        identity,
        made,
        discarded,
        kind,
        prompt,
        model,
        sampler,
        otherWidth,
        otherHeight,
        seed,
        source);
  }

  Entries withSeed(long other) {
    return new Entries(
        name,
        identity,
        made,
        discarded,
        kind,
        prompt,
        model,
        sampler,
        width,
        height,
        OptionalLong.of(other),
        source);
  }

  Entries withSource(String other) {
    return new Entries(
        name, identity, made, discarded, kind, prompt, model, sampler, width, height, seed, other);
  }

  PictureEntry entry() {
    return new PictureEntry(
        FOLDER.resolve(name),
        identity,
        made,
        1_700_000_000_000L,
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
