package io.github.easel.app;

import io.github.easel.weights.CheckpointFamily.Content;

/** What files hold, in English words for facts. */
final class FileContents {

  private FileContents() {}

  static String words(Content content) {
    return switch (content) {
      case MODEL -> "a model";
      case UNET -> "a UNet alone";
      case VAE -> "an autoencoder (VAE)";
      case TINY_VAE -> "a tiny autoencoder (TAESD)";
      case TEXT_ENCODER -> "a text encoder";
      case CONTROLNET -> "a ControlNet";
      case LORA -> "a LoRA";
      case EMBEDDING -> "an embedding";
      case UNKNOWN -> "something else";
    };
  }
}
