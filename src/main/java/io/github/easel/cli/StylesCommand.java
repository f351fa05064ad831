package io.github.easel.cli;

import io.github.easel.app.StyleService.Style;
import io.github.easel.app.UserMessages;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code easel styles}: the styles by name and what they add. As JSON one object a line: {@code
 * style}, with name, name_ka, family, prompt and negative_prompt.
 */
@Command(name = "styles", mixinStandardHelpOptions = true)
final class StylesCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  StylesCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    return new Inquiry(surroundings, texts, messages, json)
        .ask(Optional.empty(), services -> services.styles().list().forEach(this::print));
  }

  private void print(Style style) {
    if (json) {
      new JsonLines(surroundings.streams())
          .write(
              JsonLines.event("style")
                  .put("name", style.name())
                  .put("name_ka", style.georgianName())
                  .put("family", family(style))
                  .put("prompt", style.prompt())
                  .put("negative_prompt", style.negative()));
      return;
    }
    Streams streams = surroundings.streams();
    boolean georgian = surroundings.locale().getLanguage().equals("ka");
    streams.result(georgian ? style.georgianName() : style.name());
    streams.result("  " + texts.of("style.family", texts.of("style.family." + family(style))));
    streams.result("  " + texts.of("style.prompt", style.prompt()));
    if (!style.negative().isBlank()) {
      streams.result("  " + texts.of("style.negative", style.negative()));
    }
  }

  private static String family(Style style) {
    return style.family().name().toLowerCase(Locale.ROOT);
  }
}
