package io.github.easel.cli;

import io.github.easel.app.UserMessages;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole.
 *
 * <p>Exit codes: 0 done; 1 failed; 2 the command line makes no sense; 3 the model or the device
 * cannot be used; 4 out of memory; 130 cancelled.
 */
public final class CommandLineProgram {

  /** The prompt that the README begins with. */
  public static final String EXAMPLE_PROMPT = "a red apple on a white background";

  /** Its seed, so that everybody meets the same apple. */
  public static final long EXAMPLE_SEED = 42;

  /** The file that the example is drawn into. */
  public static final String EXAMPLE_FILE = "easel.png";

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  public CommandLineProgram(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.texts = new Texts(surroundings.locale());
    this.messages = new UserMessages(surroundings.locale());
  }

  /**
   * Does what the arguments say.
   *
   * @return the exit code
   */
  public int run(String... args) {
    return commandLine(args).execute(args);
  }

  /**
   * Draws the example into the current folder: a first sign of life where no window can be shown.
   *
   * @return the exit code
   */
  public int drawExample() {
    return run(
        "generate",
        EXAMPLE_PROMPT,
        "--seed",
        Long.toString(EXAMPLE_SEED),
        "--output",
        EXAMPLE_FILE);
  }

  private CommandLine commandLine(String[] args) {
    Streams streams = surroundings.streams();
    CommandLine easel =
        new CommandLine(new EaselCommand(surroundings.openWindow()))
            .addSubcommand(new BenchCommand(surroundings, texts, messages))
            .addSubcommand(new DesktopCommand(surroundings, texts, messages))
            .addSubcommand(new DevicesCommand(streams, texts))
            .addSubcommand(GalleryCommand.all(surroundings, texts, messages))
            .addSubcommand(new GenerateCommand(surroundings, texts, messages))
            .addSubcommand(new GridCommand(surroundings, texts, messages))
            .addSubcommand(new InspectCommand(surroundings, texts, messages))
            .addSubcommand(ModelsCommand.all(surroundings, texts, messages))
            .addSubcommand(new OutpaintCommand(surroundings, texts, messages))
            .addSubcommand(new PromptCommand(surroundings, texts, messages))
            .addSubcommand(new SamplersCommand(streams, texts))
            .addSubcommand(new ScreenshotCommand(surroundings, texts))
            .addSubcommand(new StylesCommand(surroundings, texts, messages))
            .addSubcommand(TrainCommand.all(surroundings, texts, messages));
    easel.setResourceBundle(texts.bundle());
    setVersion(easel);
    Converters.register(easel, texts, messages);
    // A prompt may begin with @; it names no file of arguments.
    easel.setExpandAtFiles(false);
    easel.setColorScheme(
        Help.defaultColorScheme(streams.terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF));
    easel.setOut(Streams.writer(streams.out()));
    easel.setErr(Streams.writer(streams.err()));
    easel.setParameterExceptionHandler((failure, all) -> parameterFailure(failure, args));
    easel.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof UsageException usage) {
            return refuse(command, usage.sentence(), args);
          }
          throw failure;
        });
    return easel;
  }

  private void setVersion(CommandLine command) {
    command.getCommandSpec().version(surroundings.version());
    command.getSubcommands().values().forEach(this::setVersion);
  }

  private int parameterFailure(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    int code = refuse(command, String.valueOf(failure.getMessage()), args);
    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    return code;
  }

  private int refuse(CommandLine command, String sentence, String[] args) {
    Streams streams = surroundings.streams();
    streams.tell(texts.of("error", sentence));
    streams.tell(texts.of("wrong.hint", command.getCommandSpec().qualifiedName()));
    if (Arrays.asList(args).contains("--json")) {
      new JsonReporter(streams, messages).fail("USAGE", sentence);
    }
    return ExitCode.USAGE;
  }
}
