package io.github.easel.app;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The LoRAs and embeddings that are at hand. */
public interface AdapterService {

  /** No adapters. */
  AdapterService NONE =
      new AdapterService() {
        @Override
        public List<AdapterSummary> list(AdapterKind kind) {
          return List.of();
        }

        @Override
        public List<AdapterChoice> choices(AdapterKind kind, String model) {
          return List.of();
        }

        @Override
        public String hash(AdapterSummary adapter) {
          return "";
        }
      };

  /**
   * An adapter as lists show it.
   *
   * @param name what prompts call it
   * @param family of the models that it is for, for example {@code SDXL}; empty if it does not tell
   * @param triggers words that call for what it learned
   * @param bytes the file's size
   * @param picture an example beside the file
   * @param refusal why it cannot be used with any model, if so
   */
  record AdapterSummary(
      AdapterKind kind,
      String name,
      Path file,
      String family,
      List<String> triggers,
      long bytes,
      Optional<Path> picture,
      Optional<GenerationException> refusal) {
    public AdapterSummary {
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * An adapter for a model.
   *
   * @param obstacle why it cannot be used with that model; nothing if it can
   */
  record AdapterChoice(AdapterSummary adapter, Optional<GenerationException> obstacle) {}

  /** All of a kind by name, those included that cannot be used; headers of files are read. */
  List<AdapterSummary> list(AdapterKind kind);

  /**
   * Likewise, each with whether a model can take it, those that it can first.
   *
   * @throws GenerationException {@code MODEL_...} if there is no such model
   */
  List<AdapterChoice> choices(AdapterKind kind, String model);

  /**
   * The hash by which A1111 and others name an adapter in pictures; all of its file is read.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  String hash(AdapterSummary adapter);
}
