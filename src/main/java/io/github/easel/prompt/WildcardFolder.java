package io.github.easel.prompt;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Notice;
import io.github.easel.prompt.TemplateNode.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wildcards: a folder of {@code .txt} files, one entry a line, in UTF-8. Blank lines and lines that
 * begin with {@code #} are left out. A file is called by its path without the ending, with slashes
 * between folders, {@code animals/cat}; in names {@code *} stands for any characters but slashes
 * and {@code **} for any at all. Only files that were found in the folder are ever opened, so no
 * name leads out of it.
 *
 * <p>The folder is looked through when it is first asked, and each file is read once.
 */
public final class WildcardFolder {

  private static final Logger LOG = LoggerFactory.getLogger(WildcardFolder.class);
  private static final String ENDING = ".txt";
  private static final int DEEPEST = 16;

  private final Optional<Path> root;
  private final SortedMap<String, Path> files = new TreeMap<>();
  private final Map<String, Lines> asked = new HashMap<>();
  private boolean searched;

  /** The lines of a wildcard, or what is wrong with it: one of the two is empty. */
  record Lines(List<Option> options, List<Notice> problems) {

    Lines {
      options = List.copyOf(options);
      problems = List.copyOf(problems);
    }

    private static Lines problem(Notice.Kind kind, String detail) {
      return new Lines(List.of(), List.of(new Notice(kind, detail)));
    }
  }

  /**
   * @param root need not exist
   */
  public WildcardFolder(Path root) {
    this(Optional.of(root));
  }

  private WildcardFolder(Optional<Path> root) {
    this.root = root;
  }

  /** No wildcards at all. */
  public static WildcardFolder none() {
    return new WildcardFolder(Optional.empty());
  }

  /**
   * The entries of all files of that name.
   *
   * @param name may hold {@code *}
   */
  Lines lines(String name) {
    return asked.computeIfAbsent(name, this::read);
  }

  private Lines read(String name) {
    if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
      return Lines.problem(Notice.Kind.WILDCARD_OUTSIDE, name);
    }
    search();
    List<String> names = matching(name);
    if (names.isEmpty()) {
      return Lines.problem(Notice.Kind.WILDCARD_MISSING, name);
    }
    List<Option> options = new ArrayList<>();
    try {
      for (String each : names) {
        addLines(files.getOrDefault(each, Path.of(each)), options);
      }
    } catch (IOException e) {
      return Lines.problem(Notice.Kind.WILDCARD_UNUSABLE, name + ": " + FileReason.of(e));
    }
    return options.isEmpty()
        ? Lines.problem(Notice.Kind.WILDCARD_UNUSABLE, name)
        : new Lines(options, List.of());
  }

  private List<String> matching(String name) {
    if (name.indexOf('*') < 0) {
      return files.containsKey(name) ? List.of(name) : List.of();
    }
    PathGlob glob = new PathGlob(name);
    return files.keySet().stream().filter(glob::matches).toList();
  }

  private static void addLines(Path file, List<Option> options) throws IOException {
    // A reader made this way replaces what is not UTF-8 and goes on.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String entry = line.replace("\ufeff", "").strip();
        if (!entry.isEmpty() && entry.charAt(0) != '#') {
          double weight = ChoicePrefix.weight(entry);
          String template = entry.substring(ChoicePrefix.weightEnd(entry));
          options.add(new Option(weight, new TemplateNode.Line(template)));
        }
      }
    }
  }

  private void search() {
    if (searched) {
      return;
    }
    searched = true;
    root.filter(Files::isDirectory).ifPresent(this::search);
  }

  private void search(Path folder) {
    try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
      found.filter(Files::isRegularFile).forEach(file -> add(folder, file));
    } catch (IOException | UncheckedIOException e) {
      // What cannot be looked into hides its wildcards, which are told to be missing then.
      LOG.warn("wildcards in {} cannot be listed: {}", folder, e.toString());
    }
  }

  private void add(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    if (name.endsWith(ENDING)) {
      files.put(name.substring(0, name.length() - ENDING.length()), file);
    }
  }
}
