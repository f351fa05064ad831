package io.github.easel.ui.compose;

import io.github.easel.app.AdapterService.AdapterChoice;
import io.github.easel.app.LoraTags;
import io.github.easel.app.Services;
import io.github.easel.generation.AdapterKind;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * LoRAs and embeddings. What is chosen stands in the prompt and nowhere else, so that typing a tag
 * and choosing here are the same, and whatever keeps a prompt keeps them.
 */
public final class AdaptersViewModel {

  /** Strengths beyond can be typed into the prompt. */
  public static final double MOST_STRENGTH = 2;

  private static final double HUNDREDTHS = 100;

  private final StringProperty prompt;
  private final ObservableList<AdapterChoice> offered = FXCollections.observableArrayList();
  private final ObservableList<ChosenLora> chosen = FXCollections.observableArrayList();
  private final LatestAnswer listing;
  private boolean changing;
  private @Nullable Services services;
  private String model = "";

  AdaptersViewModel(StringProperty prompt, Workers workers) {
    this.prompt = prompt;
    listing = new LatestAnswer(workers);
    prompt.addListener(changed -> read());
    read();
  }

  void open(Services opened) {
    services = opened;
    list();
  }

  /** From now on what suits that model is offered. */
  void offerFor(String other) {
    model = other;
    list();
  }

  /** Looks which there are; those that came since are among them then. */
  public void list() {
    Services asked = services;
    String wanted = model;
    if (asked != null && !wanted.isEmpty()) {
      listing.ask(
          () -> {
            List<AdapterChoice> all = new ArrayList<>();
            for (AdapterKind kind : AdapterKind.values()) {
              all.addAll(asked.adapters().choices(kind, wanted));
            }
            all.sort(Comparator.comparing(choice -> choice.obstacle().isPresent()));
            return all;
          },
          offered::setAll);
    }
  }

  /** Where the names stay the same, so do the objects, since one may be under a finger. */
  private void read() {
    if (changing) {
      return;
    }
    List<LoraTags.Mark> marks = LoraTags.in(prompt.get());
    boolean same =
        marks.stream()
            .map(LoraTags.Mark::name)
            .toList()
            .equals(chosen.stream().map(ChosenLora::name).toList());
    changing = true;
    if (same) {
      for (int i = 0; i < marks.size(); i++) {
        chosen.get(i).strength().set(marks.get(i).unet());
      }
    } else {
      chosen.setAll(marks.stream().map(this::chosen).toList());
    }
    changing = false;
  }

  private ChosenLora chosen(LoraTags.Mark mark) {
    ChosenLora lora = new ChosenLora(mark);
    lora.strength().addListener((property, old, now) -> write(lora));
    return lora;
  }

  /** A strength of its own in the text encoders stays, unless both were one. */
  private void write(ChosenLora lora) {
    if (changing) {
      return;
    }
    double strength = Math.rint(lora.strength().get() * HUNDREDTHS) / HUNDREDTHS;
    changing = true;
    LoraTags.in(prompt.get()).stream()
        .filter(mark -> mark.name().equals(lora.name()))
        .findFirst()
        .ifPresent(
            mark -> {
              double text = mark.text() == mark.unet() ? strength : mark.text();
              prompt.set(LoraTags.with(prompt.get(), lora.name(), strength, text));
            });
    changing = false;
  }

  /** Those at hand that have every word of a query, those that suit the model first. */
  public List<AdapterChoice> matching(String query) {
    List<String> words =
        Arrays.stream(query.toLowerCase(Locale.ROOT).split("[\\s,]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return offered.stream()
        .filter(choice -> words.stream().allMatch(text(choice)::contains))
        .toList();
  }

  private static String text(AdapterChoice choice) {
    return (choice.adapter().name() + " " + String.join(" ", choice.adapter().triggers()))
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the prompt asks for it. */
  public boolean isChosen(AdapterChoice choice) {
    String name = choice.adapter().name();
    return choice.adapter().kind() == AdapterKind.LORA
        ? chosen.stream().anyMatch(lora -> lora.name().equalsIgnoreCase(name))
        : word(name).matcher(prompt.get()).find();
  }

  /** Puts it into the prompt, a LoRA as a tag and an embedding as its word, or takes it out. */
  public void toggle(AdapterChoice choice) {
    String name = choice.adapter().name();
    if (choice.adapter().kind() == AdapterKind.LORA) {
      prompt.set(
          isChosen(choice)
              ? LoraTags.without(prompt.get(), name)
              : LoraTags.with(prompt.get(), name, 1, 1));
    } else if (isChosen(choice)) {
      prompt.set(word(name).matcher(prompt.get()).replaceFirst("").strip());
    } else {
      String before = prompt.get().stripTrailing();
      boolean apart = before.isEmpty() || before.endsWith(",");
      prompt.set(before + (apart ? "" : ",") + (before.isEmpty() ? "" : " ") + name);
    }
  }

  /** A word with the comma before it. */
  private static Pattern word(String name) {
    return Pattern.compile(
        "(,\\s*)?(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Takes a LoRA out of the prompt. */
  public void remove(ChosenLora lora) {
    prompt.set(LoraTags.without(prompt.get(), lora.name()));
  }

  /** What is known of a chosen LoRA; nothing if none of that name is at hand. */
  public Optional<AdapterChoice> known(ChosenLora lora) {
    return offered.stream()
        .filter(choice -> choice.adapter().kind() == AdapterKind.LORA)
        .filter(choice -> choice.adapter().name().equalsIgnoreCase(lora.name()))
        .findFirst();
  }

  /** The LoRAs that the prompt asks for. */
  public ObservableList<ChosenLora> chosen() {
    return chosen;
  }

  /** All at hand, those that suit the model first. */
  public ObservableList<AdapterChoice> offered() {
    return offered;
  }

  /** Whether there is anything to choose or to change. */
  public BooleanBinding there() {
    return Bindings.createBooleanBinding(
        () -> !offered.isEmpty() || !chosen.isEmpty(), new Observable[] {offered, chosen});
  }
}
