package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.hub.ByteCount;
import io.github.easel.ui.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says things about models in the language of the window. */
final class ModelWords {

  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private final Messages messages;

  ModelWords(Messages messages) {
    this.messages = messages;
  }

  String kind(ModelCard card) {
    return messages.now("kind." + card.kind());
  }

  String family(ModelCard card) {
    return messages.now("family." + card.family());
  }

  /** What stands under the name: kind and family, or that it cannot be used. */
  String line(ModelCard card) {
    return card.obstacle().isPresent() ? messages.now("broken") : kind(card) + " · " + family(card);
  }

  /** Size, and licence where it is known. */
  static String facts(ModelCard card) {
    String licence = card.origin().licence();
    return licence.isEmpty() ? size(card.bytes()) : size(card.bytes()) + " · " + licence;
  }

  /** The licence, or what stands in the prompt for an addition whose licence nobody told. */
  static String note(ModelCard card) {
    ModelCard.Origin origin = card.origin();
    return origin.licence().isEmpty() ? String.join(", ", origin.triggers()) : origin.licence();
  }

  static String size(long bytes) {
    return ByteCount.text(bytes);
  }

  String day(Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(messages.locale())
        .format(moment.atZone(ZoneId.systemDefault()));
  }

  /** A span of time, roughly. */
  String span(double seconds) {
    if (seconds >= HOUR) {
      return messages.now("time.hours", Math.round(seconds / HOUR));
    }
    return seconds >= MINUTE
        ? messages.now("time.minutes", Math.round(seconds / MINUTE))
        : messages.now("time.seconds", Math.max(1, Math.round(seconds)));
  }

  /** All that a screen reader should say of a card. */
  String spoken(ModelCard card, boolean inUse) {
    String all = messages.now("card.name", card.name(), line(card), facts(card));
    return inUse ? all + ", " + messages.now("inuse") : all;
  }
}
