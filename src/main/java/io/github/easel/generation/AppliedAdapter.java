package io.github.easel.generation;

/**
 * A LoRA or an embedding that took part in a picture.
 *
 * @param name what the prompt called it
 * @param hash twelve hexadecimal digits by which others find it, as A1111 writes them
 * @param unet of a LoRA its strength in the UNet; 1 of an embedding
 * @param text of a LoRA its strength in the text encoders; 1 of an embedding
 */
public record AppliedAdapter(
    AdapterKind kind, String name, String hash, double unet, double text) {}
