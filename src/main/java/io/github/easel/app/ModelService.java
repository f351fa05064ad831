package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The models that are at hand. */
public interface ModelService {

  /**
   * A model as lists show it.
   *
   * @param name what requests call it
   * @param folder where it is
   * @param size the size it was trained for
   * @param sampling the settings that suit it
   * @param clipSkip likewise, 1 for none
   */
  record ModelSummary(String name, Path folder, ImageSize size, Sampling sampling, int clipSkip) {

    /** A model that no clip skip is advised for. */
    public ModelSummary(String name, Path folder, ImageSize size, Sampling sampling) {
      this(name, folder, size, sampling, 1);
    }
  }

  /**
   * A folder among the models that nothing can be drawn with.
   *
   * @param name what its model would be called
   * @param reason what it lacks, for one
   */
  record Unusable(String name, Path folder, GenerationException reason) {}

  /**
   * What a model holds.
   *
   * @param name what requests would call it
   * @param family the kind of model, for example {@code Stable Diffusion 1.x}
   * @param prediction what its UNet predicts: {@code epsilon} or {@code v_prediction}
   * @param parts its networks, in the order in which they run
   * @param details what is known besides
   */
  record ModelReport(
      String name, String family, String prediction, List<Part> parts, Optional<Details> details) {
    public ModelReport {
      parts = List.copyOf(parts);
    }

    /** Nothing more is known. */
    public ModelReport(String name, String family, String prediction, List<Part> parts) {
      this(name, family, prediction, parts, Optional.empty());
    }
  }

  /**
   * Further facts of a model.
   *
   * @param kind the form in which it was published
   * @param reason how it is known what it predicts, in a few English words
   * @param size the size it was trained for
   * @param hash of a single file
   */
  record Details(Kind kind, String reason, ImageSize size, Optional<Hash> hash) {}

  /** The forms in which models are published. */
  enum Kind {
    /** A folder of ONNX graphs. */
    ONNX_FOLDER,
    /** A folder of weights and config.json files. */
    DIFFUSERS_FOLDER,
    /** One file of weights. */
    SINGLE_FILE
  }

  /**
   * The hashes by which people name a model's file.
   *
   * @param sha256 64 hexadecimal digits
   * @param brief the ten of them that A1111 shows and writes into pictures
   * @param legacy eight as its first versions did
   */
  record Hash(String sha256, String brief, String legacy) {}

  /**
   * One network of a model.
   *
   * @param name its role, for example {@code unet}
   * @param file where it is
   * @param bytes the size of its files, or of its tensors in a file with others
   * @param inputs its inputs, each as name, type and shape, where the file says so
   * @param outputs likewise its outputs
   * @param tensors how many it has, where that can be told
   * @param types their types of numbers, for example {@code F16}
   * @param lack the first tensor that is missing or of a wrong shape; nothing if all are there
   */
  record Part(
      String name,
      Path file,
      long bytes,
      List<String> inputs,
      List<String> outputs,
      OptionalInt tensors,
      List<String> types,
      Optional<String> lack) {
    public Part {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      types = List.copyOf(types);
    }

    /** A graph, whose tensors are not looked into. */
    public Part(String name, Path file, long bytes, List<String> inputs, List<String> outputs) {
      this(name, file, bytes, inputs, outputs, OptionalInt.empty(), List.of(), Optional.empty());
    }
  }

  /**
   * What a file is that is no whole model: a LoRA, an embedding, an autoencoder, a ControlNet.
   *
   * @param name its name without the ending
   * @param kind what it is, in English
   * @param family of the models that it is for; empty if it does not tell
   * @param drawn whether Easel draws with it, together with a model
   * @param form ranks of a LoRA, vectors of an embedding; else empty
   * @param bytes the file's size
   * @param tensors how many it has
   * @param types their types of numbers
   * @param triggers words that call for what it learned
   * @param metadata what its writer noted
   * @param hash by which people name the file
   * @param adapterHash by which pictures name a LoRA or an embedding
   */
  record FileReport(
      String name,
      Path file,
      String kind,
      String family,
      boolean drawn,
      String form,
      long bytes,
      int tensors,
      List<String> types,
      List<String> triggers,
      Map<String, String> metadata,
      Hash hash,
      Optional<String> adapterHash) {
    public FileReport {
      types = List.copyOf(types);
      triggers = List.copyOf(triggers);
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * Looks into a file that is no whole model; nothing for models. All of it is read for the hashes.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}
   */
  default Optional<FileReport> inspectFile(Path file) {
    return Optional.empty();
  }

  /**
   * A file among the models that belongs elsewhere.
   *
   * @param what it is, in English, with the family of models that it is for
   */
  record Misplaced(Path file, String what) {}

  /** Files that lie among the models and are something else, such as a LoRA. */
  default List<Misplaced> misplaced() {
    return List.of();
  }

  /** All models at hand, the starter model first. */
  List<ModelSummary> list();

  /** Those that lie among the models, but are not listed because they cannot be drawn with. */
  default List<Unusable> unusable() {
    return List.of();
  }

  /**
   * The model of that name, or the one in that folder. This one knows the models of {@link #list}
   * only; services that can open other folders answer for those too.
   *
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}, or another failure {@code
   *     MODEL_...} if there is something in the folder that cannot be used
   */
  default ModelSummary find(String nameOrFolder) {
    return list().stream()
        .filter(
            model ->
                model.name().equalsIgnoreCase(nameOrFolder)
                    || model.folder().toString().equals(nameOrFolder))
        .findFirst()
        .orElseThrow(
            () ->
                new GenerationException(
                    Failure.MODEL_NOT_FOUND, "no model " + nameOrFolder, nameOrFolder));
  }

  /**
   * Pixels that the sides of the model's pictures must be multiples of.
   *
   * @throws GenerationException as {@link #find} does
   */
  default int sizeMultiple(String nameOrFolder) {
    return ImageSize.LATENT_FACTOR;
  }

  /**
   * The most clip skip that the model's text encoder can take, as far as its files say.
   *
   * @throws GenerationException as {@link #find} does
   */
  default int mostClipSkip(String nameOrFolder) {
    return PromptReading.MOST_CLIP_SKIP;
  }

  /**
   * Whether the model brings no tokenizer and none was found for it, so that nothing can be drawn
   * with it until {@link DownloadService#TOKENIZER} is fetched.
   *
   * @throws GenerationException as {@link #find} does
   */
  default boolean lacksTokenizer(String nameOrFolder) {
    return false;
  }

  /**
   * The samplers that can draw with the model.
   *
   * @throws GenerationException as {@link #find} does
   */
  default List<SamplerKind> samplers(String nameOrFolder) {
    return SamplerKind.suitable(false);
  }

  /**
   * Looks into a model's folder or file. Tensors that it lacks are told in the report.
   *
   * @throws GenerationException one of the failures {@code MODEL_...} if it cannot be used
   */
  ModelReport inspect(Path model);

  /**
   * Likewise.
   *
   * @param configs a folder of {@code config.json} files, laid out as diffusers does, for a single
   *     file of unusual shapes
   */
  default ModelReport inspect(Path model, Optional<Path> configs) {
    return inspect(model);
  }
}
