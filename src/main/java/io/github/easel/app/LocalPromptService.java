package io.github.easel.app;

import io.github.easel.generation.PromptReading;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.prompt.PromptParser;
import io.github.easel.prompt.PromptScript;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.PromptChunker;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads prompts with the models' own vocabularies. The last one stays in memory. */
final class LocalPromptService implements PromptService {

  private final ModelCatalogue catalogue;
  private final TokenizerFinder tokenizers;
  private final AdapterShelf shelf;
  private @Nullable Path openFolder;
  private @Nullable PromptChunker opened;

  LocalPromptService(ModelCatalogue catalogue, TokenizerFinder tokenizers, AdapterShelf shelf) {
    this.shelf = shelf;
    this.catalogue = catalogue;
    this.tokenizers = tokenizers;
  }

  @Override
  public PromptReport read(String text, Role role, String model, PromptReading reading, int steps) {
    ModelPackage opened = catalogue.open(catalogue.find(model));
    Path folder = tokenizers.find(opened);
    PromptScript script =
        role == Role.POSITIVE
            ? PromptParser.parse(text, reading, steps)
            : PromptParser.parseNegative(text, reading, steps);
    NamedAdapters named = new NamedAdapters(shelf, opened);
    return named.report(chunker(folder), script);
  }

  private synchronized PromptChunker chunker(Path folder) {
    PromptChunker current = opened;
    if (current == null || !folder.equals(openFolder)) {
      current = new PromptChunker(ClipTokenizer.open(folder));
      opened = current;
      openFolder = folder;
    }
    return current;
  }
}
