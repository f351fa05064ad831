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
import io.github.easel.tokenizer.PromptChunker;
import io.github.easel.tokenizer.PromptChunks;
import io.github.easel.tokenizer.TokenChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Encodes the prompts of one picture. Every wording is encoded once, however often it returns;
 * chunks are encoded one by one and stand one behind the other. Wordings of fewer chunks than the
 * longest are filled up with empty ones, for negative and positive prompt alike, so that all are of
 * one length (A1111's "pad prompt/negative prompt to be same length").
 */
final class Conditioner {

  private static final Wording EMPTY = Wording.of("");

  private final PromptChunker chunker;
  private final TextEncoder encoder;
  private final Emphasis emphasis;
  private final OptionalInt mostChunks;
  private final Cancellation cancellation;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<Wording, PromptChunks> chunks = new HashMap<>();
  private final Map<TokenChunk, FloatTensor> encoded = new HashMap<>();
  private final Map<Wording, FloatTensor> states = new HashMap<>();

  /**
   * An encoder for one picture.
   *
   * @param mostChunks how many chunks the denoiser attends to, where it cannot take any number
   */
  Conditioner(
      PromptChunker chunker,
      TextEncoder encoder,
      Emphasis emphasis,
      OptionalInt mostChunks,
      Cancellation cancellation) {
    this.chunker = chunker;
    this.encoder = encoder;
    this.emphasis = emphasis;
    this.mostChunks = mostChunks;
    this.cancellation = cancellation;
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
      count = Math.max(count, chunked(wording).chunks().size());
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
      strands.add(strand(part, count));
    }
    Optional<Strand> away =
        against.isEmpty() ? Optional.empty() : Optional.of(strand(against.get(0), count));
    return new Conditioning(away, strands, steps);
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

  private PromptChunks chunked(Wording wording) {
    return chunks.computeIfAbsent(wording, chunker::chunks);
  }

  private void tellCut(Notice.Kind kind, List<Part> parts) {
    if (mostChunks.isPresent()) {
      wordings(parts.stream()).stream()
          .map(wording -> chunked(wording).textFrom(mostChunks.getAsInt()))
          .filter(cut -> !cut.isEmpty())
          .findFirst()
          .ifPresent(cut -> notices.add(new Notice(kind, cut)));
    }
  }

  private Strand strand(Part part, int count) {
    List<Stretch> stretches = new ArrayList<>();
    for (Phase phase : part.phases()) {
      stretches.add(new Stretch(phase.lastStep(), states(phase.wording(), count)));
    }
    return new Strand(part.weight(), stretches);
  }

  private FloatTensor states(Wording wording, int count) {
    FloatTensor known = states.get(wording);
    if (known != null) {
      return known;
    }
    List<TokenChunk> own = chunked(wording).chunks();
    FloatTensor first = encoded(own.get(0));
    FloatTensor all = first;
    if (count > 1) {
      long tokens = first.shape().axis(1);
      all = FloatTensor.zeros(Shape.of(1, count * tokens, first.shape().axis(2)));
      TokenChunk empty = chunked(EMPTY).chunks().get(0);
      for (int i = 0; i < count; i++) {
        FloatTensor chunk = encoded(i < own.size() ? own.get(i) : empty);
        all.copy(i * chunk.size(), chunk, 0, chunk.size());
      }
    }
    states.put(wording, all);
    return all;
  }

  private FloatTensor encoded(TokenChunk chunk) {
    FloatTensor known = encoded.get(chunk);
    if (known == null) {
      known = encoder.encode(chunk.ids(), cancellation);
      if (chunk.weighted()) {
        Weighting.apply(emphasis, known, chunk.weights());
      }
      encoded.put(chunk, known);
    }
    return known;
  }
}
