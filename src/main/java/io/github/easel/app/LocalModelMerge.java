package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelHash;
import io.github.easel.model.ModelPackages;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.weights.BlockWeights;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.CheckpointFamily.Content;
import io.github.easel.weights.CheckpointMerge;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.SafetensorsWriter.Planned;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.TensorFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Merges checkpoints of this computer's disks. */
final class LocalModelMerge implements ModelMerge {

  private static final Set<Content> MERGEABLE = Set.of(Content.MODEL, Content.UNET, Content.VAE);

  private final ModelCatalogue catalogue;

  /**
   * @param catalogue knows models by their names
   */
  LocalModelMerge(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Merged merge(Recipe recipe, DoubleConsumer progress, Cancellation cancellation) {
    TensorFile first = open(recipe.first());
    TensorFile second = open(recipe.second());
    Optional<TensorFile> third = recipe.third().map(this::open);
    CheckpointFamily family = family(first);
    requireSame(family, second);
    third.ifPresent(file -> requireSame(family, file));
    BlockWeights weights =
        recipe
            .blocks()
            .map(text -> BlockWeights.parse(text, (float) recipe.alpha()))
            .orElseGet(() -> BlockWeights.all((float) recipe.alpha()));
    Share share = new Share(progress);
    CheckpointMerge merge = new CheckpointMerge(first, second, third, weights, recipe.half());
    List<Planned> planned = merge.plan(share, cancellation);
    share.all = planned.stream().mapToLong(LocalModelMerge::bytes).sum();
    Path target = recipe.target().toAbsolutePath().normalize();
    try {
      requireRoom(target, share.all);
      List<TensorFile> files = Stream.concat(Stream.of(first, second), third.stream()).toList();
      Map<String, String> metadata = metadata(recipe, files, family, cancellation);
      SafetensorsWriter.write(planned, metadata, target);
      return new Merged(target, Files.size(target), planned.size());
    } catch (IOException e) {
      throw GenerationException.unwritable(target, FileReason.of(e), e);
    }
  }

  private TensorFile open(String nameOrPath) {
    Path path = catalogue.find(nameOrPath);
    if (Files.isDirectory(path)) {
      throw GenerationException.unusable(path, "a checkpoint in one file", "a folder");
    }
    return TensorFiles.open(path);
  }

  private static CheckpointFamily family(TensorFile file) {
    CheckpointFamily family = CheckpointFamily.of(file);
    if (!MERGEABLE.contains(family.content())) {
      String found =
          family.remark().isEmpty() ? FileContents.words(family.content()) : family.remark();
      throw GenerationException.unusable(file.file(), "a model", found);
    }
    return family;
  }

  private static void requireSame(CheckpointFamily expected, TensorFile file) {
    CheckpointFamily found = family(file);
    boolean known = found.base() != Base.UNKNOWN && expected.base() != Base.UNKNOWN;
    if (known && found.base() != expected.base()) {
      throw GenerationException.unusable(
          file.file(), "a model of " + expected.base().words(), "one of " + found.base().words());
    }
    if (found.content() != expected.content()) {
      throw GenerationException.unusable(
          file.file(), FileContents.words(expected.content()), FileContents.words(found.content()));
    }
  }

  private static long bytes(Planned tensor) {
    return (long) tensor.type().bytes() * tensor.shape().elements();
  }

  private static void requireRoom(Path target, long bytes) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path folder = target;
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    if (Files.getFileStore(folder).getUsableSpace() < bytes) {
      throw new IOException(FileReason.NO_SPACE.words());
    }
  }

  /** Where it comes from, as A1111's merger notes it, and what the first model predicts. */
  private static Map<String, String> metadata(
      Recipe recipe, List<TensorFile> files, CheckpointFamily family, Cancellation cancellation) {
    MergeRecipeJson json = new MergeRecipeJson(recipe, family);
    for (TensorFile file : files) {
      cancellation.check();
      json.add(ModelCatalogue.name(file.file()), ModelHash.of(file.file()), file.metadata());
    }
    Map<String, String> metadata = new TreeMap<>(json.metadata());
    metadata.put("format", "pt");
    if (family.content() == Content.MODEL) {
      boolean velocity =
          ModelPackages.at(files.get(0).file()).scheduleConfig().prediction()
              == PredictionType.V_PREDICTION;
      metadata.put("modelspec.prediction_type", velocity ? "v" : "epsilon");
    }
    return metadata;
  }

  /** Tells the share of all bytes at each thousandth. */
  private static final class Share implements LongConsumer {

    private static final double STEP = 0.001;

    private final DoubleConsumer progress;
    private long all;
    private long done;
    private double told;

    Share(DoubleConsumer progress) {
      this.progress = progress;
    }

    @Override
    public void accept(long bytes) {
      done += bytes;
      double share = all == 0 ? 1 : done / (double) all;
      if (share >= told + STEP || done == all) {
        told = share;
        progress.accept(share);
      }
    }
  }
}
