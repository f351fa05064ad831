package io.github.easel.cli;

import picocli.CommandLine.Option;

/** Help and version for commands whose words may begin with a minus, such as {@code -house}. */
final class LongHelp {

  @Option(names = "--help", usageHelp = true, descriptionKey = "mixinStandardHelpOptions.help")
  boolean help;

  @Option(
      names = "--version",
      versionHelp = true,
      descriptionKey = "mixinStandardHelpOptions.version")
  boolean version;
}
