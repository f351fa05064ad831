package io.github.easel.app;

/** What a front end gets: every service, wired once. Closing it frees the models. */
public interface Services extends AutoCloseable {

  GenerationService generation();

  ModelService models();

  PromptService prompts();

  PictureStore pictures();

  PictureTrash trash();

  /** The system around the program. */
  default SystemDesktop desktop() {
    return LocalSystemDesktop.ofThisComputer();
  }

  /** The pictures that others begin with; services that keep none have {@code NONE}. */
  default SourcePictures sources() {
    return SourcePictures.NONE;
  }

  /** The jobs that wait from one start to the next; services that keep none have {@code NONE}. */
  default QueueStore queue() {
    return QueueStore.NONE;
  }

  /** How pictures were made, fitted to the models of these services. */
  default SettingsService settings() {
    return new PictureSettingsService(models(), sources());
  }

  StyleService styles();

  PromptExpansion expansion();

  @Override
  void close();
}
