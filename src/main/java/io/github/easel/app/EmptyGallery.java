package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A collection of no pictures, for services that keep none. */
final class EmptyGallery implements GalleryService {

  @Override
  public void start() {
    // there is nothing to keep true
  }

  @Override
  public void listen(Listener listener) {
    // nothing ever changes
  }

  @Override
  public Found find(GalleryQuery query, Cancellation cancellation) {
    return Found.NOTHING;
  }

  @Override
  public List<GalleryItem> items(List<Long> ids) {
    return List.of();
  }

  @Override
  public Optional<GalleryItem> item(Path file) {
    return Optional.empty();
  }

  @Override
  public void kept(Path file) {
    // no pictures, no news
  }

  @Override
  public PixelImage thumbnail(Path file) {
    throw GenerationException.unreadable(file, FileReason.GONE.words(), null);
  }

  @Override
  public void mark(Collection<Long> ids, UnaryOperator<Marks> change) {
    // there is no such picture
  }

  @Override
  public Map<String, Integer> boards() {
    return Map.of();
  }

  @Override
  public void makeBoard(String name) {
    // there is no place for one
  }

  @Override
  public void renameBoard(String name, String other) {
    // there is no such board
  }

  @Override
  public void deleteBoard(String name) {
    // there is no such board
  }

  @Override
  public List<String> models() {
    return List.of();
  }

  @Override
  public List<String> samplers() {
    return List.of();
  }

  @Override
  public List<GalleryItem> discard(List<Long> ids) {
    return List.of();
  }

  @Override
  public List<GalleryItem> restore(List<Long> ids) {
    return List.of();
  }

  @Override
  public int emptyTrash(Cancellation cancellation) {
    return 0;
  }

  @Override
  public boolean hasSystemTrash() {
    return false;
  }

  @Override
  public LookService looks() {
    return LookService.NONE;
  }

  @Override
  public void lookAtAll(Cancellation cancellation, Counting progress) {
    // there is nothing to look at
  }

  @Override
  public int rebuild(Cancellation cancellation, Counting progress) {
    return 0;
  }

  @Override
  public ImportReport importFolder(Path folder, Cancellation cancellation, Counting progress) {
    return new ImportReport(0, 0, Map.of(), 0);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
