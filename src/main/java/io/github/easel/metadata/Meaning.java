package io.github.easel.metadata;

/** What a setting of another program means to Easel. */
public enum Meaning {
  /** Denoising steps. */
  STEPS,
  /** The sampler, in some programs with the schedule behind it. */
  SAMPLER,
  /** How the steps are spread. */
  SCHEDULE,
  /** Classifier-free guidance. */
  GUIDANCE,
  /** The seed. */
  SEED,
  /** Width and height in pixels, {@code WxH}. */
  SIZE,
  /** The model. */
  MODEL,
  /** Clip skip as A1111 counts it. */
  CLIP_SKIP,
  /** The seed that is mixed in. */
  VARIATION_SEED,
  /** How much of it is mixed in. */
  VARIATION_STRENGTH,
  /** How much of another picture, which this one began with, was changed. */
  STRENGTH,
  /** The deviation of the blur of the mask, where only a part was painted anew, in pixels. */
  MASK_BLUR,
  /** Whether what the mask marks was painted, or what it does not. */
  MASK_MODE,
  /** What the part began with. */
  MASKED_CONTENT,
  /** Whether the whole picture was drawn or only the masked part. */
  MASKED_AREA,
  /** Pixels round that part. */
  MASKED_PADDING,
  /** What the noise over the picture that it began with was multiplied by. */
  NOISE_MULTIPLIER,
  /** The size whose noise is kept, {@code WxH}. */
  RESIZED_FROM,
  /** The share of fresh noise in a step. */
  ETA,
  /** The share of the steps after which guidance begins. */
  GUIDED_FROM,
  /** The share of the steps after which it ends. */
  GUIDED_UNTIL,
  /** Every how many calls the deep layers were computed. */
  DEEP_EVERY,
  /** The distance of the pixels that others look at in the UNet's largest images. */
  TOKEN_STRIDE,
  /** Of the numbers that the UNet computed with: 8 or 32. */
  UNET_BITS,
  /** A1111's ENSD. */
  STEP_SEED_DELTA,
  /** Where the noise was drawn: {@code CPU}, {@code GPU}, {@code NV}, {@code numpy}. */
  RANDOM,
  /** What weights do, as A1111 calls it. */
  EMPHASIS,
  /** Tells about the picture and decides nothing: versions, hashes, names of people. */
  INFORMATION,
  /** Decides something that Easel does not know. */
  UNKNOWN
}
