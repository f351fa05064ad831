package io.github.easel.gallery;

/**
 * A picture as the index knows it.
 *
 * @param id its number in this index; another index, or this one rebuilt, may number otherwise
 * @param entry its file
 * @param marks what the artist noted
 */
public record GalleryItem(long id, PictureEntry entry, Marks marks) {}
