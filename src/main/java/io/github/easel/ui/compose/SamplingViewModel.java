package io.github.easel.ui.compose;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Economy;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How pictures are drawn. */
public final class SamplingViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(SamplingViewModel.class);

  /** The most steps that the slider offers; more cost time and change nothing that one sees. */
  public static final int MOST_STEPS = 150;

  /** The highest guidance that the slider offers. */
  public static final double MOST_GUIDANCE = 20;

  private final SamplingChoice choice = new SamplingChoice();
  private final ObservableList<SamplerKind> samplers =
      FXCollections.observableArrayList(ModelLimits.USUAL.samplers());
  private final IntegerProperty steps = new SimpleIntegerProperty(20);
  private final DoubleProperty guidance = new SimpleDoubleProperty(7);
  private final IntegerProperty clipSkip = new SimpleIntegerProperty(1);
  private final IntegerProperty mostClipSkip =
      new SimpleIntegerProperty(ModelLimits.USUAL.mostClipSkip());
  private final ObservableList<Economy> economies =
      FXCollections.observableArrayList(Economies.OFFERED);
  private final ObjectProperty<Economy> economy = new SimpleObjectProperty<>(Economy.NONE);
  private final ObjectProperty<Draft.Fine> fine = new SimpleObjectProperty<>(Draft.Fine.USUAL);

  /** What the model's maker advises. */
  void adopt(Sampling advised) {
    if (!samplers.contains(advised.sampler())) {
      samplers.add(advised.sampler());
    }
    choice.set(advised.sampler(), advised.schedule());
    steps.set(Math.min(MOST_STEPS, advised.steps()));
    guidance.set(Math.min(MOST_GUIDANCE, advised.guidanceScale()));
    choose(advised.economy());
  }

  /** What a picture brought along is offered beside the usual. */
  private void choose(Economy one) {
    economies.removeIf(other -> !Economies.OFFERED.contains(other) && !other.equals(one));
    if (!economies.contains(one)) {
      economies.add(one);
    }
    economy.set(one);
  }

  /** Likewise, and nothing unusual. */
  void reset(Sampling advised) {
    adopt(advised);
    clipSkip.set(1);
    dropFine();
  }

  /** Samplers that cannot draw with the model are not offered, but for the one chosen already. */
  void limit(ModelLimits limits) {
    mostClipSkip.set(limits.mostClipSkip());
    SamplerKind chosen = choice.sampler().get();
    samplers.removeIf(one -> one != chosen && !limits.samplers().contains(one));
    for (int i = 0; i < limits.samplers().size(); i++) {
      if (!samplers.contains(limits.samplers().get(i))) {
        samplers.add(Math.min(i, samplers.size()), limits.samplers().get(i));
      }
    }
  }

  /** Values that make no sense, as in a file edited by hand, leave those that are. */
  void take(Draft.Way way) {
    fine.set(way.fine());
    clipSkip.set(Math.min(PromptReading.MOST_CLIP_SKIP, way.clipSkip()));
    try {
      adopt(
          new Sampling(
              SamplerKind.find(way.sampler()).orElse(choice.sampler().get()),
              ScheduleKind.find(way.schedule()).orElse(ScheduleKind.MODEL),
              way.steps(),
              way.guidance(),
              OptionalDouble.empty(),
              Economy.find(way.economy()).orElse(Economy.NONE)));
    } catch (IllegalArgumentException e) {
      LOG.warn("What was chosen last time cannot be used: {}", e.getMessage());
    }
  }

  void recall(GenerationRequest request, Recall what) {
    Draft.Fine now = fine.get();
    Draft.Fine its = fineOf(request);
    if (what.sampling()) {
      adopt(request.sampling());
    }
    if (what.words()) {
      clipSkip.set(request.prompt().reading().clipSkip());
    }
    Draft.Fine reading = what.words() ? its : now;
    Draft.Fine noise = what.seed() ? its : now;
    fine.set(
        new Draft.Fine(
            reading.syntax(),
            reading.emphasis(),
            noise.random(),
            noise.noiseSize(),
            noise.stepSeedDelta(),
            what.sampling() ? its.eta() : now.eta()));
  }

  static Draft.Fine fineOf(GenerationRequest request) {
    PromptReading reading = request.prompt().reading();
    PromptReading usual = PromptReading.usual();
    RandomKind random = request.seeding().random();
    OptionalDouble eta = request.sampling().eta();
    return new Draft.Fine(
        reading.syntax() == usual.syntax() ? "" : reading.syntax().label(),
        reading.emphasis() == usual.emphasis() ? "" : reading.emphasis().label(),
        random == RandomKind.TORCH_CPU ? "" : random.label(),
        request.seeding().resizedFrom().map(ImageSize::toString).orElse(""),
        request.seeding().stepSeedDelta(),
        eta.isPresent() ? Double.toString(eta.getAsDouble()) : "");
  }

  /** Back to how everything is read and drawn usually. */
  public void dropFine() {
    fine.set(Draft.Fine.USUAL);
  }

  Draft.Way snapshot() {
    return new Draft.Way(
        choice.sampler().get().label(),
        choice.schedule().get().label(),
        steps.get(),
        guidance.get(),
        clipSkip.get(),
        fine.get(),
        economy.get().label());
  }

  /** How prompts are read. */
  PromptReading reading() {
    PromptReading usual = PromptReading.usual();
    return new PromptReading(
        PromptReading.Syntax.find(fine.get().syntax()).orElse(usual.syntax()),
        PromptReading.Emphasis.find(fine.get().emphasis()).orElse(usual.emphasis()),
        Math.max(1, Math.min(PromptReading.MOST_CLIP_SKIP, clipSkip.get())));
  }

  Stream<Observable> parts() {
    return Stream.of(
        choice.sampler(),
        choice.schedule(),
        steps,
        guidance,
        clipSkip,
        mostClipSkip,
        fine,
        economy);
  }

  public ObjectProperty<SamplerKind> sampler() {
    return choice.sampler();
  }

  /** The samplers that can draw with the model. */
  public ObservableList<SamplerKind> samplers() {
    return samplers;
  }

  public ObjectProperty<ScheduleKind> schedule() {
    return choice.schedule();
  }

  /** The schedules that the chosen sampler can follow. */
  public ObservableList<ScheduleKind> schedules() {
    return choice.schedules();
  }

  public IntegerProperty steps() {
    return steps;
  }

  public DoubleProperty guidance() {
    return guidance;
  }

  /** What is left out to draw sooner. */
  public ObjectProperty<Economy> economy() {
    return economy;
  }

  /** What may be left out. */
  public ObservableList<Economy> economies() {
    return economies;
  }

  /** Layers of the text encoder left out, plus one. */
  public IntegerProperty clipSkip() {
    return clipSkip;
  }

  /** The most that the model can leave out, plus one. */
  public IntegerProperty mostClipSkip() {
    return mostClipSkip;
  }

  /** What a recalled picture brought along; {@link Draft.Fine#USUAL} for nothing. */
  public ObjectProperty<Draft.Fine> fine() {
    return fine;
  }
}
