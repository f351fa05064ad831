package io.github.easel.app;

import io.github.easel.app.ModelService.FileReport;
import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.Misplaced;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.FileFacts;
import io.github.easel.model.ModelHash;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.CheckpointFamily.Content;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what files are that are no whole models. */
final class FileInspection {

  private static final Logger LOG = LoggerFactory.getLogger(FileInspection.class);

  private FileInspection() {}

  /** What is known of a file; nothing for models and what might be one. */
  static Optional<FileReport> of(Path path) {
    FileFacts facts = FileFacts.of(path);
    CheckpointFamily family = facts.family();
    if (family.content() == Content.MODEL || family.content() == Content.UNKNOWN) {
      return Optional.empty();
    }
    ModelHash hash = ModelHash.of(path);
    return Optional.of(
        new FileReport(
            facts.name(),
            path,
            kind(family),
            family(family),
            isDrawn(family.content()),
            facts.form(),
            facts.bytes(),
            facts.tensors(),
            facts.types(),
            facts.triggers(),
            facts.metadata(),
            new Hash(hash.sha256(), hash.brief(), hash.legacy()),
            facts.adapterHash()));
  }

  private static boolean isDrawn(Content content) {
    return switch (content) {
      case LORA, EMBEDDING, VAE, TINY_VAE -> true;
      default -> false;
    };
  }

  private static String kind(CheckpointFamily family) {
    return family.remark().isEmpty() ? FileContents.words(family.content()) : family.remark();
  }

  private static String family(CheckpointFamily family) {
    return family.base() == Base.UNKNOWN ? "" : family.base().words();
  }

  /** What lies among the models; nothing for what nobody can tell. */
  static Optional<Misplaced> misplaced(Path path) {
    try {
      CheckpointFamily family = FileFacts.of(path).family();
      String of = family(family).isEmpty() ? "" : " for " + family(family);
      boolean known = family.content() != Content.UNKNOWN || !family.remark().isEmpty();
      return known ? Optional.of(new Misplaced(path, kind(family) + of)) : Optional.empty();
    } catch (GenerationException e) {
      LOG.warn("passed over: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
