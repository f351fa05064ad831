package io.github.easel.pipeline;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.AppliedAdapter;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.model.Adapter;
import io.github.easel.model.AdapterHash;
import io.github.easel.model.EmbeddingVectors;
import io.github.easel.model.LoraUse;
import io.github.easel.prompt.LoraTag;
import io.github.easel.prompt.PromptScript;
import io.github.easel.prompt.Wording;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tokenizer.LearnedWord;
import io.github.easel.tokenizer.PromptChunker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The LoRAs and embeddings of one picture: finds what its prompts name, and puts it to use. */
final class Adapting {

  private final LoadedModel model;
  private final AdapterSupply supply;
  private final List<AppliedAdapter> applied = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Adapter> used = new ArrayList<>();

  Adapting(LoadedModel model, AdapterSupply supply) {
    this.model = model;
    this.supply = supply;
  }

  /** What took part. */
  List<AppliedAdapter> applied() {
    return applied;
  }

  /**
   * Why a picture came out as NaN or infinity: weights that are so themselves, of what took part or
   * of the model.
   *
   * @param broken the failure where it is nothing of the kind
   */
  GenerationException cause(GenerationException broken, Cancellation cancellation) {
    return used.stream()
        .map(adapter -> adapter.notFinite(cancellation))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> model.source().notFinite(cancellation))
        .map(
            weights -> {
              weights.addSuppressed(broken);
              return weights;
            })
        .orElse(broken);
  }

  /** What was asked for and did not. */
  List<Notice> notices() {
    return notices;
  }

  /**
   * Puts the LoRAs that a prompt names into the model, and takes those out that it does not name.
   *
   * @param opening told before networks are opened anew
   * @throws GenerationException ADAPTER_UNSUITABLE, ADAPTERS_IMPOSSIBLE, MODEL_FILE_UNUSABLE; the
   *     model is as it was then
   */
  void loras(Prompt prompt, Runnable opening, Cancellation cancellation) {
    List<LoraUse> uses = new ArrayList<>();
    for (LoraTag tag : LoraTag.in(prompt.positive(), prompt.reading())) {
      Optional<Adapter> found = supply.shelf().find(AdapterKind.LORA, tag.name());
      if (found.isPresent()) {
        uses.add(new LoraUse(found.get(), tag.unet(), tag.text()));
      } else {
        notices.add(new Notice(Notice.Kind.LORA_MISSING, tag.name()));
        supply
            .shelf()
            .nearest(AdapterKind.LORA, tag.name())
            .ifPresent(near -> notices.add(new Notice(Notice.Kind.LORA_SIMILAR, near)));
      }
    }
    model
        .adapt(uses, supply.work(), opening, cancellation)
        .forEach(
            left ->
                notices.add(
                    new Notice(
                        Notice.Kind.LORA_PARTS_LEFT_OUT,
                        "%s (%d: %s)".formatted(left.lora(), left.count(), left.first()))));
    uses.forEach(use -> applied.add(applied(use)));
    uses.forEach(use -> used.add(use.adapter()));
  }

  private static AppliedAdapter applied(LoraUse use) {
    Adapter adapter = use.adapter();
    return new AppliedAdapter(
        adapter.kind(), adapter.name(), AdapterHash.of(adapter), use.unet(), use.text());
  }

  /**
   * Text towers that know the embeddings that these scripts name.
   *
   * @param towers of the model
   */
  List<TextTower> words(List<TextTower> towers, List<PromptScript> scripts) {
    List<LearnedWord> names =
        supply.shelf().names(AdapterKind.EMBEDDING).stream()
            .map(name -> new LearnedWord(name, 1))
            .toList();
    if (names.isEmpty()) {
      return towers;
    }
    Set<LearnedWord> named = new LinkedHashSet<>();
    PromptChunker finder = towers.get(0).chunker().knowing(names);
    wordings(scripts).forEach(wording -> named.addAll(finder.learnedIn(wording)));
    List<EmbeddingVectors> known = new ArrayList<>();
    named.forEach(
        word ->
            supply
                .shelf()
                .find(AdapterKind.EMBEDDING, word.name())
                .ifPresent(adapter -> vectors(adapter, towers).ifPresent(known::add)));
    if (known.isEmpty()) {
      return towers;
    }
    List<TextTower> knowing = new ArrayList<>();
    for (int i = 0; i < towers.size(); i++) {
      knowing.add(knowing(towers, i, known));
    }
    return knowing;
  }

  private static Stream<Wording> wordings(List<PromptScript> scripts) {
    return scripts.stream()
        .flatMap(script -> script.parts().stream())
        .flatMap(part -> part.phases().stream())
        .map(PromptScript.Phase::wording)
        .distinct();
  }

  /** Reads an embedding; nothing, and a notice, if it cannot be used with this model. */
  private Optional<EmbeddingVectors> vectors(Adapter adapter, List<TextTower> towers) {
    Notice left = new Notice(Notice.Kind.EMBEDDING_LEFT_OUT, adapter.name());
    if (adapter.refusal().isPresent()) {
      notices.add(new Notice(Notice.Kind.EMBEDDING_UNUSABLE, adapter.name()));
      return Optional.empty();
    }
    if (!adapter.fits(model.source().base())) {
      notices.add(left);
      return Optional.empty();
    }
    EmbeddingVectors vectors = EmbeddingVectors.read(adapter);
    boolean fits = false;
    for (int i = 0; i < towers.size(); i++) {
      fits |= vectors(vectors, towers, i).isPresent();
    }
    if (!fits) {
      notices.add(left);
      return Optional.empty();
    }
    applied.add(new AppliedAdapter(adapter.kind(), adapter.name(), AdapterHash.of(adapter), 1, 1));
    used.add(adapter);
    return Optional.of(vectors);
  }

  /** The vectors for one of the towers, if it can take them. */
  private static Optional<FloatTensor> vectors(
      EmbeddingVectors embedding, List<TextTower> towers, int tower) {
    Optional<FloatTensor> own = tower == 0 ? embedding.first() : embedding.second();
    TextTower one = towers.get(tower);
    return own.or(() -> towers.size() == 1 ? embedding.second() : Optional.empty())
        .filter(rows -> rows.shape().axis(1) == one.encoder().learnedWidth())
        .filter(rows -> rows.shape().axis(0) <= one.chunker().room());
  }

  private static TextTower knowing(
      List<TextTower> towers, int tower, List<EmbeddingVectors> known) {
    List<LearnedWord> words = new ArrayList<>();
    List<FloatTensor> rows = new ArrayList<>();
    for (EmbeddingVectors embedding : known) {
      vectors(embedding, towers, tower)
          .ifPresent(
              vectors -> {
                words.add(new LearnedWord(embedding.name(), (int) vectors.shape().axis(0)));
                rows.add(vectors);
              });
    }
    TextTower one = towers.get(tower);
    PromptChunker chunker = one.chunker().knowing(words);
    return new TextTower(chunker, one.encoder(), new LearnedVectors(chunker.firstLearned(), rows));
  }
}
