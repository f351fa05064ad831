package io.github.easel.generation;

/** The ways in which making a picture can fail, each with a localized sentence for the user. */
public enum Failure {
  /** No model of that name or folder. Details: the name. */
  MODEL_NOT_FOUND,
  /** A file that the model needs is not there. Details: the path, the model if it is known. */
  MODEL_FILE_MISSING,
  /** A file of the model cannot be used. Details: the path, what was expected, what was found. */
  MODEL_FILE_UNUSABLE,
  /**
   * The shapes of a single file's network are not Stable Diffusion's usual ones, and nothing says
   * what they mean. Details: the path, the network, a tensor of it, the tensor's shape.
   */
  SHAPES_UNUSUAL,
  /** A LoRA's file cannot be used. Details: its name, the path, what was expected, found. */
  LORA_UNUSABLE,
  /** Likewise, an embedding's. Details: its name, the path, what was expected, found. */
  EMBEDDING_UNUSABLE,
  /** A file that was chosen as an autoencoder is none that could serve. Details: the file. */
  VAE_UNUSABLE,
  /** An autoencoder is for other models. Details: the file, its family, the model's family. */
  VAE_OF_ANOTHER_FAMILY,
  /** Weights hold NaN or infinity, which breaks every picture. Details: the path, the tensor. */
  WEIGHTS_NOT_FINITE,
  /** The model is of a kind that Easel does not know. Details: the path, what was found. */
  MODEL_UNSUPPORTED,
  /**
   * The model brings no tokenizer, and none was found that suits it. Details: the model, the folder
   * that CLIP's two files may be put into.
   */
  TOKENIZER_MISSING,
  /**
   * The model lies where Easel only looks, and is not taken away. Details: the model, where it is,
   * Easel's own folder.
   */
  MODEL_ELSEWHERE,
  /** The device that was asked for cannot be had. Details: the device, the reason. */
  DEVICE_UNAVAILABLE,
  /** The model cannot draw this size. Details: the size, what its sides must be multiples of. */
  SIZE_UNSUITABLE,
  /** The model cannot take so many steps. Details: the steps, the most that it can take. */
  STEPS_UNSUITABLE,
  /**
   * The model's text encoder cannot leave out so many layers. Details: the clip skip, the most that
   * it can take (1 if it is of a form that Easel does not understand).
   */
  CLIP_SKIP_UNSUITABLE,
  /** The model has no image encoder, and so cannot begin with a picture. Details: the model. */
  NO_IMAGE_ENCODER,
  /** The model changes pictures and was given none. Details: the model. */
  SOURCE_NEEDED,
  /** The sampler cannot draw with the model. Details: the sampler, those that can. */
  SAMPLER_UNSUITABLE,
  /** No style has that name. Details: the name, names like it. */
  STYLE_NOT_FOUND,
  /**
   * A LoRA or an embedding is for models of another family. Details: its name, the family that it
   * is for, the model's family.
   */
  ADAPTER_UNSUITABLE,
  /**
   * The model is of a form whose weights cannot be changed. Details: the LoRA or embedding, the
   * model.
   */
  ADAPTERS_IMPOSSIBLE,
  /** The model's UNet cannot compute with 8 bits here. Details: the model. */
  EIGHT_BITS_IMPOSSIBLE,
  /** A value that no picture can be made with. Its cause is a {@link RefusedValue}. */
  VALUE_REFUSED,
  /** More pictures were asked for than are made at once. Details: how many, the most. */
  TOO_MANY_PICTURES,
  /** Memory ran out. Details: what it was needed for. */
  OUT_OF_MEMORY,
  /** The picture's numbers were not finite. Details: the step. */
  NOT_FINITE,
  /** The user cancelled. */
  CANCELLED,
  /** A file cannot be written. Details: the path, the reason. */
  FILE_UNWRITABLE,
  /** A file cannot be read. Details: the path, the reason. */
  FILE_UNREADABLE,
  /** The system cannot show or open a file. Details: the path, the reason. */
  DESKTOP_UNAVAILABLE,
  /** The canvas would be larger than it can be. Details: the most pixels to a side. */
  CANVAS_TOO_LARGE,
  /** The canvas would have more layers than it can have. Details: the most. */
  TOO_MANY_LAYERS,
  /** The kept canvas could not be read wholly. Details: the steps that were lost. */
  CANVAS_DAMAGED,
  /** Nothing of the kept canvas could be read. Details: the folder where it is. */
  CANVAS_LOST,
  /** The file is no project. Details: the path. */
  NOT_A_PROJECT,
  /** The project was written by a later version. Details: the path, its format. */
  PROJECT_TOO_NEW,
  /** The project's file is damaged. Details: the path, the part that cannot be used. */
  PROJECT_DAMAGED,
  /** The project holds more than can be opened or saved. Details: the path, millions of pixels. */
  PROJECT_TOO_LARGE,
  /** A model cannot be downloaded. Its cause is a {@code hub.HubRefusal}, which says why. */
  DOWNLOAD_FAILED,
  /** Anything else. Details: what happened. */
  INTERNAL
}
