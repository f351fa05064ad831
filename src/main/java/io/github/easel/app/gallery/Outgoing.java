package io.github.easel.app.gallery;

import io.github.easel.gallery.GalleryItem;

/**
 * A picture on its way out.
 *
 * @param number from 1
 * @param name its file's name in the export, which no other has, whatever the case
 */
record Outgoing(int number, String name, GalleryItem item) {}
