package io.github.easel.ui.viewer;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that is known of a picture, in the order in which one asks for it. */
final class PictureFacts {

  /**
   * One of them.
   *
   * @param name in the user's language
   * @param value as it is read and copied
   */
  record Fact(String name, String value) {}

  private final Messages messages;
  private final List<Fact> facts = new ArrayList<>();

  private PictureFacts(Messages messages) {
    this.messages = messages;
  }

  static List<Fact> of(Picture picture, Messages messages) {
    PictureFacts all = new PictureFacts(messages);
    if (picture.isUntold()) {
      return all.untold(picture);
    }
    GenerationRequest request = picture.request();
    all.words(request.prompt());
    UserMessages sentences = new UserMessages(messages.locale());
    picture.notices().forEach(notice -> all.add("notice", sentences.of(notice)));
    request.source().ifPresent(all::source);
    all.picture(picture);
    all.sampling(request.sampling());
    all.seeding(request.seeding());
    all.origin(picture);
    return List.copyOf(all.facts);
  }

  /** What can be seen from outside. */
  private List<Fact> untold(Picture picture) {
    add("notice", messages.now("info.untold"));
    picture(picture);
    add("day", picture.made().map(this::time).orElse(""));
    origin(picture);
    return List.copyOf(facts);
  }

  private String time(LocalDateTime made) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(messages.locale())
        .format(made);
  }

  private void add(String key, String value) {
    if (!value.isBlank()) {
      facts.add(new Fact(messages.now("info." + key), value));
    }
  }

  private void words(Prompt prompt) {
    add("prompt", prompt.positive());
    add("negative", prompt.negative());
    int clipSkip = prompt.reading().clipSkip();
    add("clipSkip", clipSkip > 1 ? Integer.toString(clipSkip) : "");
  }

  private void source(Source source) {
    add("source", source.name());
    add("strength", percent(source.strength()));
  }

  private void picture(Picture picture) {
    Provenance provenance = picture.provenance();
    add("model", provenance.modelName());
    add(
        "size",
        messages.now(
            "info.pixels", Integer.toString(picture.width()), Integer.toString(picture.height())));
  }

  private void sampling(Sampling sampling) {
    add("sampler", sampling.sampler().label());
    add("schedule", sampling.schedule() == ScheduleKind.MODEL ? "" : sampling.schedule().label());
    add("steps", Integer.toString(sampling.steps()));
    add("guidance", number(sampling.guidanceScale()));
    sampling.eta().ifPresent(eta -> add("eta", number(eta)));
    add("economy", sampling.economy().label());
  }

  private void seeding(Seeding seeding) {
    add("seed", Long.toString(seeding.seed()));
    seeding
        .variation()
        .filter(Seeding.Variation::acts)
        .ifPresent(
            variation ->
                add(
                    "variation",
                    messages.now(
                        "info.variation.value",
                        Long.toString(variation.seed()),
                        percent(variation.strength()))));
  }

  private void origin(Picture picture) {
    add("time", picture.seconds().map(this::seconds).orElse(""));
    Path file = picture.file().get();
    add("file", file == null ? "" : file.toString());
    Provenance provenance = picture.provenance();
    add("engine", provenance.engine());
    add("program", provenance.program());
  }

  private String seconds(double seconds) {
    return messages.now("info.seconds", String.format(Locale.ROOT, "%.1f", seconds));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
  }
}
