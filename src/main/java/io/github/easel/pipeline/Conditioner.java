package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.pipeline.Conditioning.Strand;
import io.github.easel.pipeline.Conditioning.Stretch;
import io.github.easel.prompt.PromptScript;
import io.github.easel.prompt.PromptScript.Part;
import io.github.easel.prompt.PromptScript.Phase;
import io.github.easel.prompt.Wording;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Encodes the prompts of one picture. Every wording is encoded once, however often it returns;
 * chunks are encoded one by one and stand one behind the other. Wordings of fewer chunks than the
 * longest are filled up with empty ones, for negative and positive prompt alike, so that all are of
 * one length (A1111's "pad prompt/negative prompt to be same length"). Of several towers, each
 * reads a wording with its own tokens and weighs its own embeddings; a token's embeddings stand
 * side by side, and the last tower has the vector for the whole text.
 */
final class Conditioner {

  private final List<TowerReading> towers;
  private final OptionalInt mostChunks;
  private final boolean zeroesEmptyNegative;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<Wording, TextCondition> conditions = new HashMap<>();

  /**
   * An encoder for one picture.
   *
   * @param mostChunks how many chunks the denoiser attends to, where it cannot take any number
   * @param zeroesEmptyNegative whether the model wants zeros for a negative prompt without text
   */
  Conditioner(
      List<TextTower> towers,
      Emphasis emphasis,
      OptionalInt mostChunks,
      boolean zeroesEmptyNegative,
      Cancellation cancellation) {
    this.towers =
        towers.stream().map(tower -> new TowerReading(tower, emphasis, cancellation)).toList();
    this.mostChunks = mostChunks;
    this.zeroesEmptyNegative = zeroesEmptyNegative;
  }

  /**
   * The embeddings of every step.
   *
   * @param negative nothing if there is no guidance: then only parts of positive weight count,
   *     since the others, like a negative prompt, act by guidance alone
   * @param steps what the scripts were made for
   */
  Conditioning encode(Optional<PromptScript> negative, PromptScript positive, int steps) {
    List<Part> parts = heard(positive.parts(), negative.isPresent());
    List<Part> against = negative.map(PromptScript::parts).orElse(List.of());
    int count = mostChunks.orElse(1);
    for (Wording wording : wordings(Stream.concat(against.stream(), parts.stream()))) {
      count = Math.max(count, chunks(wording));
    }
    count = Math.min(count, mostChunks.orElse(count));
    tellCut(Notice.Kind.NEGATIVE_PROMPT_TRUNCATED, against);
    tellCut(Notice.Kind.PROMPT_TRUNCATED, parts);
    if (positive.partsLeftOut() > 0) {
      String followed = Integer.toString(positive.parts().size());
      notices.add(new Notice(Notice.Kind.PARTS_LEFT_OUT, followed));
    }
    List<Strand> strands = new ArrayList<>();
    for (Part part : parts) {
      strands.add(strand(part, count, UnaryOperator.identity()));
    }
    return new Conditioning(
        against.isEmpty() ? Optional.empty() : Optional.of(away(against.get(0), count)),
        strands,
        steps);
  }

  private Strand away(Part part, int count) {
    boolean zeroes = zeroesEmptyNegative && wordings(Stream.of(part)).stream().allMatch(this::mute);
    return strand(part, count, zeroes ? TextCondition::zeros : UnaryOperator.identity());
  }

  private boolean mute(Wording wording) {
    return wording.segments().size() == 1
        && wording.segments().get(0).stream().allMatch(run -> run.text().isBlank());
  }

  /** What was left out of the prompts that were encoded so far. */
  List<Notice> notices() {
    return notices;
  }

  /** Parts without weight change nothing; one part is needed in any case. */
  private static List<Part> heard(List<Part> parts, boolean guided) {
    List<Part> heard =
        parts.stream().filter(p -> guided ? p.weight() != 0 : p.weight() > 0).toList();
    if (!heard.isEmpty()) {
      return heard;
    }
    Part first = parts.get(0);
    return List.of(guided ? first : new Part(1, first.phases()));
  }

  private static List<Wording> wordings(Stream<Part> parts) {
    return parts.flatMap(part -> part.phases().stream()).map(Phase::wording).distinct().toList();
  }

  /** How many chunks the tower with the most tokens needs. */
  private int chunks(Wording wording) {
    return towers.stream().mapToInt(tower -> tower.chunks(wording).chunks().size()).max().orElse(1);
  }

  private void tellCut(Notice.Kind kind, List<Part> parts) {
    if (mostChunks.isPresent()) {
      wordings(parts.stream()).stream()
          .flatMap(wording -> towers.stream().map(tower -> tower.chunks(wording)))
          .map(chunks -> chunks.textFrom(mostChunks.getAsInt()))
          .filter(cut -> !cut.isEmpty())
          .findFirst()
          .ifPresent(cut -> notices.add(new Notice(kind, cut)));
    }
  }

  private Strand strand(Part part, int count, UnaryOperator<TextCondition> change) {
    List<Stretch> stretches = new ArrayList<>();
    for (Phase phase : part.phases()) {
      stretches.add(new Stretch(phase.lastStep(), change.apply(condition(phase.wording(), count))));
    }
    return new Strand(part.weight(), stretches);
  }

  private TextCondition condition(Wording wording, int count) {
    TextCondition known = conditions.get(wording);
    if (known == null) {
      known = towers.get(0).read(wording, count);
      for (TowerReading tower : towers.subList(1, towers.size())) {
        TextCondition next = tower.read(wording, count);
        known = new TextCondition(sideBySide(known.states(), next.states()), next.pooled());
      }
      conditions.put(wording, known);
    }
    return known;
  }

  private static FloatTensor sideBySide(FloatTensor left, FloatTensor right) {
    int tokens = (int) left.shape().axis(1);
    int first = left.size() / tokens;
    int second = right.size() / tokens;
    FloatTensor both = FloatTensor.zeros(Shape.of(1, tokens, (long) first + second));
    for (int i = 0; i < tokens; i++) {
      both.copy(i * (first + second), left, i * first, first);
      both.copy(i * (first + second) + first, right, i * second, second);
    }
    return both;
  }
}
