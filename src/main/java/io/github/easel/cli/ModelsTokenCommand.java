package io.github.easel.cli;

import io.github.easel.app.UserMessages;
import io.github.easel.hub.HubToken;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code easel models token}: keeps the user's token for the hub, or forgets it. The token is typed
 * unseen or passed on by another program, never an argument, which other programs and the shell's
 * memory would see.
 */
@Command(name = "token", mixinStandardHelpOptions = true)
final class ModelsTokenCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Option(names = "--forget", descriptionKey = "option.token.forget")
  private boolean forget;

  @Option(names = "--status", descriptionKey = "option.token.status")
  private boolean status;

  ModelsTokenCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    return new Inquiry(surroundings, texts, messages, false)
        .ask(Optional.empty(), services -> use(services.downloads().token()));
  }

  private void use(HubToken token) {
    Streams streams = surroundings.streams();
    if (forget) {
      token.forget();
    } else if (!status) {
      if (streams.answers().canAnswer()) {
        streams.err().print(texts.of("token.ask") + " ");
        streams.err().flush();
      }
      String typed =
          streams
              .answers()
              .secret()
              .filter(text -> !text.isBlank())
              .orElseThrow(() -> new UsageException(texts.of("wrong.token")));
      token.keep(typed);
    }
    streams.result(texts.of("token." + token.from().name()));
  }
}
