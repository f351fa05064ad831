package io.github.easel.cli;

import io.github.easel.generation.Failure;

/** What the process tells the shell when it ends. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int MODEL_UNUSABLE = 3;
  static final int OUT_OF_MEMORY = 4;

  /** What shells use for a program that Ctrl+C ended: 128 and the signal's number. */
  static final int CANCELLED = 130;

  private ExitCode() {}

  static int of(Failure failure) {
    return switch (failure) {
      case MODEL_NOT_FOUND,
          MODEL_FILE_MISSING,
          MODEL_FILE_UNUSABLE,
          SHAPES_UNUSUAL,
          WEIGHTS_NOT_FINITE,
          LORA_UNUSABLE,
          EMBEDDING_UNUSABLE,
          VAE_UNUSABLE,
          VAE_OF_ANOTHER_FAMILY,
          MODEL_UNSUPPORTED,
          TOKENIZER_MISSING,
          DEVICE_UNAVAILABLE ->
          MODEL_UNUSABLE;
      case SIZE_UNSUITABLE,
          STEPS_UNSUITABLE,
          SAMPLER_UNSUITABLE,
          CLIP_SKIP_UNSUITABLE,
          NO_IMAGE_ENCODER,
          SOURCE_NEEDED,
          ADAPTER_UNSUITABLE,
          ADAPTERS_IMPOSSIBLE,
          EIGHT_BITS_IMPOSSIBLE,
          STYLE_NOT_FOUND,
          VALUE_REFUSED,
          TOO_MANY_PICTURES ->
          USAGE;
      case OUT_OF_MEMORY -> OUT_OF_MEMORY;
      case CANCELLED -> CANCELLED;
      case NOT_FINITE,
          FILE_UNWRITABLE,
          MODEL_ELSEWHERE,
          FILE_UNREADABLE,
          DESKTOP_UNAVAILABLE,
          CANVAS_TOO_LARGE,
          TOO_MANY_LAYERS,
          CANVAS_DAMAGED,
          CANVAS_LOST,
          NOT_A_PROJECT,
          PROJECT_TOO_NEW,
          PROJECT_DAMAGED,
          PROJECT_TOO_LARGE,
          DOWNLOAD_FAILED,
          INTERNAL ->
          FAILED;
    };
  }
}
