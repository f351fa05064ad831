package io.github.easel.app;

import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.LooksInMemory;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.PixelImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Looks of the pictures in an index, held in the memory from the first question on. */
final class LocalLookService implements LookService {

  /** The widest difference of two hashes that still means something. */
  private static final int MOST_BITS = 16;

  /** So many pictures are asked for their words. */
  private static final int WITNESSES = 40;

  /**
   * How much less the words of a picture count the farther it is: by this likeness below the
   * nearest, to a third.
   */
  private static final double FALL = 0.05;

  private final GalleryIndex index;
  private final MeaningService meanings;
  private final LooksInMemory looks = new LooksInMemory();
  private final LookFollowing following;
  private final LineageTree lineages;

  LocalLookService(GalleryIndex index, MeaningService meanings) {
    this.index = index;
    this.meanings = meanings;
    following = new LookFollowing(index, looks);
    lineages = new LineageTree(index);
  }

  @Override
  public boolean hasMeaning() {
    return meanings.towers().isPresent();
  }

  @Override
  public List<Nearness> like(String words, int most, Cancellation cancellation) {
    return words.isBlank() ? List.of() : nearest(meanings.of(words), most, cancellation);
  }

  @Override
  public List<Nearness> like(PixelImage picture, int most, Cancellation cancellation) {
    return nearest(meanings.of(picture), most, cancellation);
  }

  @Override
  public List<Nearness> like(long id, int most, Cancellation cancellation) {
    follow(cancellation);
    return looks
        .embedding(id)
        .map(place -> looks.nearest(place, most + 1, cancellation))
        .orElse(List.of())
        .stream()
        .filter(found -> found.id() != id)
        .limit(most)
        .toList();
  }

  private List<Nearness> nearest(Optional<Embedding> place, int most, Cancellation cancellation) {
    if (place.isEmpty() || most < 1) {
      return List.of();
    }
    cancellation.check();
    follow(cancellation);
    return looks.nearest(place.get(), most, cancellation);
  }

  private void follow(Cancellation cancellation) {
    following.follow(meanings.towers().orElse(""), cancellation);
  }

  @Override
  public List<List<Nearness>> duplicates(int bits, Cancellation cancellation) {
    follow(cancellation);
    Found oldest = index.find(GalleryQuery.ALL.in(Order.OLDEST), cancellation);
    long[] order = LongStream.range(0, oldest.size()).map(i -> oldest.id((int) i)).toArray();
    return looks.duplicates(order, Math.max(0, Math.min(MOST_BITS, bits)), cancellation);
  }

  @Override
  public List<String> suggestions(PixelImage picture, int most, Cancellation cancellation) {
    List<Nearness> near = like(picture, WITNESSES, cancellation);
    Map<Long, Double> likeness = new HashMap<>();
    near.forEach(one -> likeness.put(one.id(), one.likeness()));
    double best = near.isEmpty() ? 0 : near.get(0).likeness();
    Map<String, Guess> guesses = new LinkedHashMap<>();
    for (GalleryItem item : index.items(near.stream().map(Nearness::id).toList())) {
      String prompt = item.entry().facts().prompt().strip();
      if (!prompt.isEmpty()) {
        double counts = Math.exp((likeness.getOrDefault(item.id(), 0.0) - best) / FALL);
        guesses.merge(
            plain(prompt), new Guess(prompt, counts), (had, more) -> had.with(more.weight()));
      }
    }
    return guesses.values().stream()
        .sorted(Comparator.comparingDouble(Guess::weight).reversed())
        .limit(most)
        .map(Guess::prompt)
        .toList();
  }

  /** Prompts that differ only in case and spaces are one. */
  private static String plain(String prompt) {
    return prompt.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** A prompt in the words of the nearest picture that has it, and how much speaks for it. */
  private record Guess(String prompt, double weight) {

    Guess with(double more) {
      return new Guess(prompt, weight + more);
    }
  }

  @Override
  public Optional<Lineage> lineage(long id) {
    return lineages.of(id);
  }
}
