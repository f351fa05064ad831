package io.github.easel.app;

import io.github.easel.app.PromptReport.NamedAdapter;
import io.github.easel.generation.AdapterKind;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.ModelPackage;
import io.github.easel.prompt.LoraTag;
import io.github.easel.prompt.PromptScript;
import io.github.easel.tokenizer.LearnedWord;
import io.github.easel.tokenizer.PromptChunker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The LoRAs and embeddings that a prompt names, for those who read it; no weights are read. */
final class NamedAdapters {

  private final AdapterShelf shelf;
  private final ModelPackage model;

  NamedAdapters(AdapterShelf shelf, ModelPackage model) {
    this.shelf = shelf;
    this.model = model;
  }

  PromptReport report(PromptChunker chunker, PromptScript script) {
    List<NamedAdapter> named = new ArrayList<>();
    script.extras().stream()
        .flatMap(tag -> LoraTag.of(tag).stream())
        .forEach(tag -> named.add(lora(tag)));
    List<LearnedWord> words = words(chunker, script);
    words.forEach(
        word ->
            named.add(
                new NamedAdapter(AdapterKind.EMBEDDING, word.name(), true, 1, 1, word.count())));
    return new PromptReports(words.isEmpty() ? chunker : chunker.knowing(words), named).of(script);
  }

  private NamedAdapter lora(LoraTag tag) {
    boolean there = shelf.find(AdapterKind.LORA, tag.name()).isPresent();
    return new NamedAdapter(AdapterKind.LORA, tag.name(), there, tag.unet(), tag.text(), 0);
  }

  private List<LearnedWord> words(PromptChunker chunker, PromptScript script) {
    List<LearnedWord> names =
        shelf.names(AdapterKind.EMBEDDING).stream().map(name -> new LearnedWord(name, 1)).toList();
    if (names.isEmpty() || !model.takesAdapters()) {
      return List.of();
    }
    Set<LearnedWord> found = new LinkedHashSet<>();
    PromptChunker finder = chunker.knowing(names);
    script.parts().stream()
        .flatMap(part -> part.phases().stream())
        .forEach(phase -> found.addAll(finder.learnedIn(phase.wording())));
    return found.stream().flatMap(word -> known(word.name()).stream()).toList();
  }

  private Optional<LearnedWord> known(String name) {
    return shelf
        .find(AdapterKind.EMBEDDING, name)
        .filter(adapter -> adapter.refusal().isEmpty() && adapter.fits(model.base()))
        .map(adapter -> new LearnedWord(adapter.name(), adapter.vectors()));
  }
}
