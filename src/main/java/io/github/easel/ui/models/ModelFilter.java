package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelCard.Family;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which models are to be seen, and in which order.
 *
 * @param words all of which the name, the trigger words or the licence must contain
 */
record ModelFilter(String words, Sort sort, Kin kin, Order order) {

  /** All of them, by name. */
  static final ModelFilter ALL = new ModelFilter("", Sort.ALL, Kin.ALL, Order.NAME);

  /** What is looked for. */
  enum Sort {
    ALL,
    /** What pictures are drawn with. */
    MODELS,
    LORA,
    EMBEDDING,
    /** What was learned of single things and styles, in either form. */
    CONCEPTS,
    VAE,
    /** Networks by themselves that Easel does not draw with. */
    PARTS,
    /** What cannot be used. */
    BROKEN;

    boolean has(ModelCard card) {
      return switch (this) {
        case ALL -> true;
        case MODELS -> card.kind().isModel();
        case LORA -> card.kind() == ModelCard.Kind.LORA;
        case EMBEDDING -> card.kind() == ModelCard.Kind.EMBEDDING;
        case CONCEPTS ->
            card.kind() == ModelCard.Kind.LORA || card.kind() == ModelCard.Kind.EMBEDDING;
        case VAE -> card.kind() == ModelCard.Kind.VAE;
        case PARTS ->
            card.kind() == ModelCard.Kind.CONTROLNET || card.kind() == ModelCard.Kind.TEXT_ENCODER;
        case BROKEN -> card.obstacle().isPresent();
      };
    }
  }

  /** The families of models. */
  enum Kin {
    ALL,
    SD1,
    SD2,
    SDXL,
    OTHER;

    boolean has(Family family) {
      return this == ALL || name().equals(family.name());
    }
  }

  /** What comes first. */
  enum Order {
    NAME(Comparator.comparing(card -> card.name().toLowerCase(Locale.ROOT))),
    LARGEST(Comparator.comparingLong(ModelCard::bytes).reversed()),
    NEWEST(Comparator.comparing(ModelCard::changed).reversed());

    private final Comparator<ModelCard> comparator;

    Order(Comparator<ModelCard> comparator) {
      this.comparator = comparator;
    }

    Comparator<ModelCard> comparator() {
      return comparator;
    }
  }

  boolean has(ModelCard card) {
    return sort.has(card) && kin.has(card.family()) && hasWords(card);
  }

  private boolean hasWords(ModelCard card) {
    String text =
        String.join(
                " ",
                card.name(),
                String.join(" ", card.origin().triggers()),
                card.origin().licence(),
                card.origin().address())
            .toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(text::contains);
  }
}
