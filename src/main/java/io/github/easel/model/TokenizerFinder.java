package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a tokenizer for a model that brings none: all models of Stable Diffusion share CLIP's
 * vocabulary, so that of any other does.
 */
public final class TokenizerFinder {

  private static final Logger LOG = LoggerFactory.getLogger(TokenizerFinder.class);
  private static final String VOCABULARY = "vocab.json";

  /** Tokens of CLIP's vocabulary (Radford et al. 2021). */
  private static final int CLIP = 49408;

  private final ModelCatalogue catalogue;
  private final Optional<Path> chosen;
  private final Path kept;

  /**
   * @param catalogue the models whose tokenizers are looked at
   * @param chosen a folder with vocab.json and merges.txt that goes before all others
   * @param kept the folder for a vocabulary that belongs to no model; need not exist
   */
  public TokenizerFinder(ModelCatalogue catalogue, Optional<Path> chosen, Path kept) {
    this.catalogue = catalogue;
    this.chosen = chosen;
    this.kept = kept;
  }

  /**
   * The folder with the vocab.json and merges.txt that a model's prompts are read with: the chosen
   * one, the model's own, the kept one, or that of another model with as many tokens.
   *
   * @throws GenerationException {@code TOKENIZER_MISSING} if there is none
   */
  public Path find(ModelPackage model) {
    return chosen.or(model::tokenizer).orElseGet(() -> elsewhere(model));
  }

  /**
   * What takes the place of a model's own tokenizer: nothing, unless somebody chose one or the
   * model has none.
   *
   * @throws GenerationException {@code TOKENIZER_MISSING} if it has none and there is none
   */
  public Optional<Path> instead(ModelPackage model) {
    return chosen.isPresent() || model.tokenizer().isPresent()
        ? chosen
        : Optional.of(elsewhere(model));
  }

  private Path elsewhere(ModelPackage model) {
    int tokens = model.settings().vocabulary().orElse(CLIP);
    return Stream.concat(
            Stream.of(kept),
            catalogue.paths().stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve("tokenizer")))
        .filter(folder -> suits(folder, tokens))
        .findFirst()
        .orElseThrow(
            () ->
                new GenerationException(
                    Failure.TOKENIZER_MISSING,
                    "no tokenizer of " + tokens + " tokens for " + model.name(),
                    model.name(),
                    kept.toString()));
  }

  private static boolean suits(Path folder, int tokens) {
    Path vocabulary = folder.resolve(VOCABULARY);
    if (!Files.isRegularFile(vocabulary) || !Files.isRegularFile(folder.resolve("merges.txt"))) {
      return false;
    }
    try {
      return ModelJson.read(vocabulary).size() == tokens;
    } catch (GenerationException e) {
      LOG.warn("passed over: {}", e.getMessage());
      return false;
    }
  }
}
