package io.github.easel.app;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something among the models as a shelf shows it, by what its files' headers and names tell.
 *
 * @param name as requests call it: a folder's own, or a file's without its ending
 * @param path the folder or the file
 * @param kind what it is
 * @param family the models that it is one of, or is for
 * @param bytes of all its files
 * @param changed when its youngest file was written
 * @param isOwn whether it lies in a folder of Easel's own, from which it can be taken away
 * @param picture a picture that lies beside it, as A1111 has it
 * @param origin what is known of where it is from
 * @param takesAdditions whether LoRAs and embeddings can be put into it
 * @param summary how it is drawn with; nothing for what is no whole model, or cannot be drawn with
 * @param obstacle why nothing can be done with it
 */
public record ModelCard(
    String name,
    Path path,
    Kind kind,
    Family family,
    long bytes,
    Instant changed,
    boolean isOwn,
    Optional<Path> picture,
    Origin origin,
    boolean takesAdditions,
    Optional<ModelSummary> summary,
    Optional<GenerationException> obstacle) {

  /** What things among the models are. */
  public enum Kind {
    /** A whole model. */
    CHECKPOINT,
    /** A whole model that was trained to paint parts anew. */
    INPAINTING,
    /** A whole model that changes pictures as it is told. */
    INSTRUCTED,
    /** A whole model that adds the last details of another one's pictures. */
    REFINER,
    /** Changes to a model's weights. */
    LORA,
    /** A word that a model learns (textual inversion). */
    EMBEDDING,
    /** The part of a model between numbers and pixels. */
    VAE,
    /** Guides a model by a picture; Easel does not draw with it. */
    CONTROLNET,
    /** The part of a model that reads words, by itself; Easel does not draw with it. */
    TEXT_ENCODER,
    /** Anything else that lies there. */
    OTHER;

    /** Whether pictures can be drawn with it alone. */
    public boolean isModel() {
      return switch (this) {
        case CHECKPOINT, INPAINTING, INSTRUCTED, REFINER -> true;
        case LORA, EMBEDDING, VAE, CONTROLNET, TEXT_ENCODER, OTHER -> false;
      };
    }

    /** Whether it is added to a model in the prompt. */
    public boolean isAddition() {
      return this == LORA || this == EMBEDDING;
    }
  }

  /** Families of models, whose parts do not fit those of another. */
  public enum Family {
    SD1,
    SD2,
    SDXL,
    /** One of its own, or it is not told. */
    OTHER
  }

  /**
   * Where something is from.
   *
   * @param address on the hub, {@code owner/name}; empty if it is not known to be from there
   * @param licence its short name; empty if it is not known
   * @param page where the licence can be read; empty if it is not known
   * @param triggers words that bring out what it learnt
   */
  public record Origin(String address, String licence, String page, List<String> triggers) {

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin("", "", "", List.of());

    /** Keeps its own copy of the words. */
    public Origin {
      triggers = List.copyOf(triggers);
    }
  }

  /** Whether the addition can be used with the model, as far as their families tell. */
  public boolean fits(ModelCard model) {
    return model.takesAdditions && hasFamilyOf(model);
  }

  private boolean hasFamilyOf(ModelCard model) {
    return family == Family.OTHER || model.family == Family.OTHER || family == model.family;
  }

  /** Whether it has a hash by which people name it: it is one file. */
  public boolean hasHash() {
    String file = String.valueOf(path.getFileName());
    return kind != Kind.OTHER && file.matches("(?i).+\\.(safetensors|ckpt|pt|pth|bin|png|webp)");
  }
}
