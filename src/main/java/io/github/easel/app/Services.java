package io.github.easel.app;

/** What a front end gets: every service, wired once. Closing it frees the models. */
public interface Services extends AutoCloseable {

  GenerationService generation();

  ModelService models();

  PictureStore pictures();

  StyleService styles();

  PromptExpansion prompts();

  @Override
  void close();
}
