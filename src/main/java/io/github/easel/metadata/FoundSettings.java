package io.github.easel.metadata;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * How a picture was made, as far as its file tells, in the words of its program.
 *
 * @param program the program
 * @param prompt the words, in the grammar that {@link Prompt#reading} names; its clip skip is that
 *     of the settings
 * @param settings everything else, in the file's order
 * @param own Easel's own record, complete and exact
 */
public record FoundSettings(
    SourceProgram program, Prompt prompt, List<FoundSetting> settings, Optional<Provenance> own) {

  public FoundSettings {
    settings = List.copyOf(settings);
  }

  /** Settings of another program than Easel. */
  public FoundSettings(SourceProgram program, Prompt prompt, List<FoundSetting> settings) {
    this(program, prompt, settings, Optional.empty());
  }

  /** The value of the first setting of that meaning. */
  public Optional<String> value(Meaning meaning) {
    return first(meaning).map(FoundSetting::value);
  }

  /** The first setting of that meaning. */
  public Optional<FoundSetting> first(Meaning meaning) {
    return settings.stream().filter(setting -> setting.meaning() == meaning).findFirst();
  }
}
