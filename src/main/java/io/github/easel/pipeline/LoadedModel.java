package io.github.easel.pipeline;

import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelFingerprint;
import io.github.easel.model.ModelFolder;
import io.github.easel.model.ModelSettings;
import io.github.easel.model.ScheduleConfigFile;
import io.github.easel.runtime.Engine;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tokenizer.ClipTokenizer;
import java.nio.file.Path;
import java.util.Optional;

/** A model folder with all that a picture from words needs of it opened and checked. */
public final class LoadedModel implements AutoCloseable {

  private final ModelFolder folder;
  private final ModelSettings settings;
  private final ScheduleConfig schedule;
  private final String engineDescription;
  private final String fingerprint;
  private final ClipTokenizer tokenizer;
  private final TextEncoder textEncoder;
  private final Denoiser denoiser;
  private final ImageDecoder decoder;

  /**
   * Opens a model.
   *
   * @param otherTokenizer a folder with vocab.json and merges.txt to use in the place of the
   *     model's own
   * @throws GenerationException saying file, expected and found if it cannot be used
   */
  public LoadedModel(ModelFolder folder, Engine engine, Optional<Path> otherTokenizer) {
    this.folder = folder;
    settings = ModelSettings.of(folder);
    schedule = ScheduleConfigFile.read(folder.schedule());
    engineDescription = engine.description();
    fingerprint = ModelFingerprint.of(folder);
    Path tokenizerFolder = tokenizerFolder(folder, otherTokenizer);
    tokenizer = ClipTokenizer.open(tokenizerFolder);
    checkVocabulary(tokenizerFolder);
    int tokens = tokenizer.maxLength();
    TextEncoder openedText = new TextEncoder(engine, folder.textEncoder(), tokens);
    Denoiser openedUnet = null;
    try {
      openedUnet = new Denoiser(engine, folder.unet(), tokens, openedText.width());
      decoder = new ImageDecoder(engine, folder.vaeDecoder(), settings.vaeFactor());
    } catch (RuntimeException | Error e) {
      openedText.close();
      if (openedUnet != null) {
        openedUnet.close();
      }
      throw e;
    }
    textEncoder = openedText;
    denoiser = openedUnet;
  }

  private static Path tokenizerFolder(ModelFolder folder, Optional<Path> other) {
    return other
        .or(folder::tokenizer)
        .orElseThrow(
            () ->
                GenerationException.missing(
                    folder.root().resolve("tokenizer").resolve("vocab.json")));
  }

  /** A larger vocabulary has ids that the text encoder would read past its table. */
  private void checkVocabulary(Path tokenizerFolder) {
    int known = settings.vocabulary().orElse(Integer.MAX_VALUE);
    int found = tokenizer.vocabularySize();
    if (found > known) {
      throw GenerationException.unusable(
          tokenizerFolder,
          "at most " + known + " tokens, as the text encoder knows",
          found + " tokens");
    }
  }

  ModelFolder folder() {
    return folder;
  }

  ModelSettings settings() {
    return settings;
  }

  ScheduleConfig schedule() {
    return schedule;
  }

  String engineDescription() {
    return engineDescription;
  }

  String fingerprint() {
    return fingerprint;
  }

  ClipTokenizer tokenizer() {
    return tokenizer;
  }

  TextEncoder textEncoder() {
    return textEncoder;
  }

  Denoiser denoiser() {
    return denoiser;
  }

  ImageDecoder decoder() {
    return decoder;
  }

  @Override
  public void close() {
    textEncoder.close();
    denoiser.close();
    decoder.close();
  }
}
