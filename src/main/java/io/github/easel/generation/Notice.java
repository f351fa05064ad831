package io.github.easel.generation;

/**
 * Something about a picture that the user should know although nothing failed.
 *
 * @param kind what it is
 * @param detail the text or figure that belongs to it
 */
public record Notice(Kind kind, String detail) {

  /** Kinds of notices, each with a localized sentence. */
  public enum Kind {
    /** The prompt was longer than the model reads. Detail: the words that were left out. */
    PROMPT_TRUNCATED,
    /** Likewise for the negative prompt. */
    NEGATIVE_PROMPT_TRUNCATED,
    /** The prompt joins more parts by AND than are followed. Detail: how many are. */
    PARTS_LEFT_OUT,
    /**
     * The prompt asks for networks that cannot be followed. Detail: what was asked for, as it was
     * written.
     */
    EXTRA_NETWORKS_LEFT_OUT,
    /** There is no LoRA of that name here, so the picture was made without. Detail: the name. */
    LORA_MISSING,
    /** A LoRA has a name like the one that is not here. Detail: its name. */
    LORA_SIMILAR,
    /** The model has no place for parts of a LoRA. Detail: its name, how many and which first. */
    LORA_PARTS_LEFT_OUT,
    /** An embedding does not fit the model, so its name was read as words. Detail: the name. */
    EMBEDDING_LEFT_OUT,
    /** An embedding's file cannot be used, so its name was read as words. Detail: the name. */
    EMBEDDING_UNUSABLE,
    /** The sampler cannot take the schedule, so the model's own was used. Detail: the schedule. */
    SCHEDULE_FALLBACK,
    /** Eta was asked for, and the sampler has no use for it. Detail: the sampler. */
    ETA_IGNORED,
    /**
     * The model's deep layers cannot be left out, so that every step had them. Detail: the model.
     */
    DEEP_LAYERS_KEPT,
    /** The model's pixels look at all others, whatever was asked for. Detail: the model. */
    TOKENS_KEPT,
    /**
     * The model's image encoder draws noise that no seed decides, so the picture cannot be made
     * again exactly. Detail: the model.
     */
    SOURCE_UNSEEDED,
    /** Memory is short, so the model's networks took turns. Detail: what all open would take. */
    MEMORY_TURNS,
    /** Likewise, and the picture was decoded in small tiles. Detail: likewise. */
    MEMORY_SMALL_TILES,
    /**
     * The memory ran out, and the picture was begun again in a more sparing way. Detail: its size.
     */
    MEMORY_STEPPED_DOWN,
    /** The CPU is used although the GPU was wished for. Detail: the reason. */
    DEVICE_FALLBACK,
    /** There is no wildcard file of that name. Detail: the name. */
    WILDCARD_MISSING,
    /** The wildcard's name leads out of its folder. Detail: the name. */
    WILDCARD_OUTSIDE,
    /** The wildcard's file is empty or cannot be read. Detail: the name, and the reason if any. */
    WILDCARD_UNUSABLE,
    /** A wildcard holds itself. Detail: the names on the way. */
    WILDCARD_CIRCLE,
    /** A dynamic prompt grew beyond all measure and was cut. Detail: the most that there may be. */
    PROMPT_OVERGROWN,
    /** There are more combinations than were wished for. Detail: how many were taken. */
    COMBINATIONS_CUT,
    /** The styles nearest to a picture were put into the words. Detail: their names. */
    STYLES_TAKEN,
    /**
     * No model at hand can tell which styles are near a picture: only its colours were taken.
     * Detail: its file.
     */
    STYLES_UNKNOWN
  }
}
