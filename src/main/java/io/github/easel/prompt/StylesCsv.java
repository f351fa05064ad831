package io.github.easel.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A1111's {@code styles.csv}: the columns {@code name}, {@code prompt} and {@code negative_prompt},
 * found by the names in the first line, in any order and beside others. A missing column or cell is
 * empty; the prompt may also be called {@code text}, as in old files. UTF-8, with a byte order mark
 * or without.
 */
public final class StylesCsv {

  private static final String NAME = "name";
  private static final String PROMPT = "prompt";
  private static final String OLD_PROMPT = "text";
  private static final String NEGATIVE = "negative_prompt";
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
          .build();

  private StylesCsv() {}

  /**
   * The styles of a file. Rows without a name are left out.
   *
   * @throws GenerationException if the file cannot be read or is no CSV file
   */
  public static List<StylePreset> read(Path file) {
    try {
      List<Map<String, String>> rows = rows(Files.readString(file));
      if (!rows.isEmpty() && rows.stream().noneMatch(row -> row.containsKey(NAME))) {
        throw GenerationException.unreadable(
            file, "its first line names no column '" + NAME + "'", null);
      }
      return presets(rows);
    } catch (JsonProcessingException e) {
      String reason = "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage();
      throw GenerationException.unreadable(file, reason, e);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    }
  }

  /**
   * Writes styles so that A1111 reads them, replacing the file once all of it is written.
   *
   * @throws GenerationException if it cannot be written
   */
  public static void write(Path file, List<StylePreset> styles) {
    CsvSchema schema =
        CsvSchema.builder()
            .addColumn(NAME)
            .addColumn(PROMPT)
            .addColumn(NEGATIVE)
            .build()
            .withHeader()
            .withLineSeparator("\r\n");
    List<Map<String, String>> rows = new ArrayList<>();
    for (StylePreset style : styles) {
      rows.add(Map.of(NAME, style.name(), PROMPT, style.prompt(), NEGATIVE, style.negative()));
    }
    try {
      String text = CSV.writer(schema).writeValueAsString(rows);
      byte[] bytes = (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  /** The rows of a CSV text by the names of its columns. */
  static List<Map<String, String>> rows(String text) throws IOException {
    String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (plain.isBlank()) {
      return List.of();
    }
    try (MappingIterator<Map<String, String>> rows =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(plain)))
            .readValues(plain)) {
      return rows.readAll();
    }
  }

  /** Spreadsheets of countries with a decimal comma part columns by semicolons. */
  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
  }

  private static List<StylePreset> presets(List<Map<String, String>> rows) {
    List<StylePreset> styles = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String name = row.getOrDefault(NAME, "").strip();
      if (!name.isEmpty()) {
        String prompt = row.getOrDefault(PROMPT, row.getOrDefault(OLD_PROMPT, ""));
        styles.add(new StylePreset(name, prompt, row.getOrDefault(NEGATIVE, "")));
      }
    }
    return styles;
  }
}
