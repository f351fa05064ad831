package io.github.easel.gallery;

/**
 * A picture and how near it is to what was looked for.
 *
 * @param id {@link GalleryItem#id}
 * @param likeness 1 for the same, less for others: the cosine of embeddings, or for duplicates the
 *     share of equal bits of the perceptual hashes
 */
public record Nearness(long id, double likeness) {}
