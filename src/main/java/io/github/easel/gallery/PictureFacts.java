package io.github.easel.gallery;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a picture's file tells of its making, whichever program made it. Texts are empty where
 * nothing is told.
 *
 * @param kind how it came about
 * @param prompt what was asked for
 * @param negative what was not wanted
 * @param model the model's name
 * @param sampler the sampler's name
 * @param program the program that made it
 * @param width pixels, 0 if unknown
 * @param height pixels, 0 if unknown
 * @param seed if told
 * @param steps if told
 * @param guidance the guidance scale, if told
 * @param source the SHA-256 of the pixels of the picture that it began with ({@code
 *     SourceRecord.sha256}), or empty
 */
public record PictureFacts(
    PictureKind kind,
    String prompt,
    String negative,
    String model,
    String sampler,
    String program,
    int width,
    int height,
    OptionalLong seed,
    OptionalInt steps,
    OptionalDouble guidance,
    String source) {

  /** Of a picture that tells nothing but its size. */
  public static PictureFacts unknown(int width, int height) {
    return new PictureFacts(
        PictureKind.UNKNOWN,
        "",
        "",
        "",
        "",
        "",
        width,
        height,
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        "");
  }
}
