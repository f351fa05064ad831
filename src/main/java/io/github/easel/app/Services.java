package io.github.easel.app;

/** What a front end gets: every service, wired once. Closing it frees the models. */
public interface Services extends AutoCloseable {

  GenerationService generation();

  ModelService models();

  PromptService prompts();

  PictureStore pictures();

  /** How pictures were made, fitted to the models of these services. */
  default SettingsService settings() {
    return new PictureSettingsService(models());
  }

  StyleService styles();

  PromptExpansion expansion();

  LearnService learning();

  @Override
  void close();
}
