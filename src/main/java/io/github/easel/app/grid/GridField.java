package io.github.easel.app.grid;

import io.github.easel.generation.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the values of an axis change in a request. */
public enum GridField {
  SAMPLER("sampler", Kind.NAME, "Sampler"),
  SCHEDULE("schedule", Kind.NAME, "Schedule type", "scheduler"),
  /** Values such as {@code DPM++ 2M Karras}. */
  SAMPLER_AND_SCHEDULE("sampler+schedule", Kind.NAME, "Sampler", "sampler and schedule"),
  STEPS("steps", Kind.WHOLE, "Steps"),
  GUIDANCE("guidance", Kind.REAL, "CFG Scale", "cfg"),
  ETA("eta", Kind.REAL, "Eta"),
  /** Values such as {@code 0-0.6}: the shares of the steps between which there is guidance. */
  GUIDED_STEPS("guided-steps", Kind.NAME, "Guided steps"),
  DEEP_EVERY("deep-every", Kind.WHOLE, "Deep layers every"),
  TOKEN_STRIDE("token-stride", Kind.WHOLE, "Token stride"),
  SEED("seed", Kind.WHOLE, "Seed"),
  VARIATION_SEED("variation-seed", Kind.WHOLE, "Var. seed", "subseed"),
  VARIATION_STRENGTH("variation-strength", Kind.REAL, "Var. strength", "subseed strength"),
  SEED_RESIZE("seed-resize", Kind.NAME, "Seed resize from"),
  ENSD("ensd", Kind.WHOLE, "ENSD"),
  RANDOM("random", Kind.NAME, "RNG source", "rng"),
  /** How much of the picture is changed that the request begins with. */
  STRENGTH("strength", Kind.REAL, "Denoising", "denoising strength"),
  SIZE("size", Kind.NAME, "Size"),
  MODEL("model", Kind.NAME, "Checkpoint name", "checkpoint"),
  CLIP_SKIP("clip-skip", Kind.WHOLE, "Clip skip"),
  EMPHASIS("emphasis", Kind.NAME, "Emphasis"),
  NEGATIVE("negative", Kind.WORDS, "Negative prompt"),
  /** The first value is looked for in the prompts and takes the place of itself by each. */
  PROMPT("prompt", Kind.WORDS, "Prompt S/R", "s/r", "search/replace", "prompt search/replace"),
  /** The values, which are in the prompt, in every order. */
  PROMPT_ORDER("prompt-order", Kind.WORDS, "Prompt order");

  /** What values look like. */
  enum Kind {
    /** Whole numbers, and ranges of them. */
    WHOLE,
    /** Numbers, and ranges of them. */
    REAL,
    /** Names, shown without the field's own name. */
    NAME,
    /** Parts of prompts. */
    WORDS
  }

  private final String key;
  private final Kind kind;
  private final String foreignName;
  private final List<String> aliases;

  GridField(String key, Kind kind, String foreignName, String... aliases) {
    this.key = key;
    this.kind = kind;
    this.foreignName = foreignName;
    this.aliases = List.of(aliases);
  }

  /** The name that people type, the same in every language. */
  public String key() {
    return key;
  }

  /** The name that A1111's script writes into pictures. */
  public String foreignName() {
    return foreignName;
  }

  Kind kind() {
    return kind;
  }

  /** Whether two axes may both change it: each prompt axis has words of its own. */
  boolean repeatable() {
    return this == PROMPT || this == PROMPT_ORDER;
  }

  /** The field of that name, ours or another program's, whatever its case and spacing. */
  public static Optional<GridField> find(String name) {
    String wanted = Names.fold(name);
    return Arrays.stream(values())
        .filter(field -> field.names().anyMatch(own -> Names.fold(own).equals(wanted)))
        .findFirst();
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(key, foreignName), aliases.stream());
  }
}
