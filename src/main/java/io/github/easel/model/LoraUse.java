package io.github.easel.model;

/**
 * A LoRA and how strongly it acts; 1 is as it was trained, negative the other way round.
 *
 * @param unet strength in the UNet
 * @param text strength in the text encoders
 */
public record LoraUse(Adapter adapter, double unet, double text) {}
