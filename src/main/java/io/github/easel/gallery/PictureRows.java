package io.github.easel.gallery;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes entries as rows and reads them again. */
final class PictureRows {

  private static final String PUT =
      """
      INSERT INTO picture(file, identity, name, made, modified, bytes, discarded, kind, width,
          height, seed, steps, guidance, model, sampler, source, program, prompt, negative,
          stars, favourite, label, towers)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
          coalesce((SELECT stars FROM mark WHERE identity = ?2), 0),
          coalesce((SELECT favourite FROM mark WHERE identity = ?2), 0),
          (SELECT label FROM mark WHERE identity = ?2),
          (SELECT towers FROM look WHERE identity = ?2))
        ON CONFLICT(file) DO UPDATE SET identity = excluded.identity, name = excluded.name,
          made = excluded.made, modified = excluded.modified, bytes = excluded.bytes,
          discarded = excluded.discarded, kind = excluded.kind, width = excluded.width,
          height = excluded.height, seed = excluded.seed, steps = excluded.steps,
          guidance = excluded.guidance, model = excluded.model, sampler = excluded.sampler,
          source = excluded.source, program = excluded.program, prompt = excluded.prompt,
          negative = excluded.negative, stars = excluded.stars, favourite = excluded.favourite,
          label = excluded.label, towers = excluded.towers
        RETURNING id""";

  /** What {@link #read} needs, from {@code picture p}. */
  static final String COLUMNS =
      """
      p.id, p.file, p.identity, p.made, p.modified, p.bytes, p.discarded, p.kind, p.width,
      p.height, p.seed, p.steps, p.guidance, p.source, p.program, p.prompt, p.negative,
      (SELECT text FROM term WHERE term.id = p.model) AS model,
      (SELECT text FROM term WHERE term.id = p.sampler) AS sampler,
      p.stars, p.favourite, p.label,
      (SELECT json_group_array(board) FROM lies WHERE lies.identity = p.identity) AS boards""";

  private PictureRows() {}

  /** Inserts the entry, or replaces what is known of its file, and its words. */
  static void put(IndexConnection connection, PictureEntry entry) throws SQLException {
    PictureFacts facts = entry.facts();
    // Whoever follows looks by their numbers hears in this way that the file is another picture.
    connection.update(
        "UPDATE look SET id = (SELECT max(id) + 1 FROM look) WHERE identity = ?1"
            + " AND EXISTS (SELECT 1 FROM picture WHERE file = ?2 AND identity <> ?1)",
        entry.identity(),
        entry.file().toString());
    long id =
        connection.number(
            0,
            PUT,
            entry.file().toString(),
            entry.identity(),
            WordFolding.folded(name(entry.file())),
            entry.made().toEpochSecond(ZoneOffset.UTC),
            entry.modified(),
            entry.bytes(),
            entry.discarded() ? 1 : 0,
            facts.kind().name(),
            facts.width(),
            facts.height(),
            facts.seed().isPresent() ? facts.seed().getAsLong() : null,
            facts.steps().isPresent() ? facts.steps().getAsInt() : null,
            facts.guidance().isPresent() ? facts.guidance().getAsDouble() : null,
            TermRows.id(connection, facts.model()),
            TermRows.id(connection, facts.sampler()),
            facts.source(),
            facts.program(),
            facts.prompt(),
            facts.negative());
    connection.update(
        "INSERT OR REPLACE INTO words(rowid, prompt, name) VALUES(?, ?, ?)",
        id,
        String.join(" ", WordFolding.words(facts.prompt())),
        String.join(" ", WordFolding.words(name(entry.file()))));
  }

  /** Forgets the file. Marks and looks stay, for the picture may come back. */
  static void forget(IndexConnection connection, Path file) throws SQLException {
    connection.update(
        "DELETE FROM words WHERE rowid IN (SELECT id FROM picture WHERE file = ?)",
        file.toString());
    connection.update("DELETE FROM picture WHERE file = ?", file.toString());
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  /** What is known of the picture in a row of {@link #COLUMNS}. */
  static GalleryItem read(ResultSet row) throws SQLException {
    PictureEntry entry =
        new PictureEntry(
            Path.of(row.getString("file")),
            row.getString("identity"),
            LocalDateTime.ofEpochSecond(row.getLong("made"), 0, ZoneOffset.UTC),
            row.getLong("modified"),
            row.getLong("bytes"),
            row.getInt("discarded") != 0,
            facts(row));
    return new GalleryItem(row.getLong("id"), entry, MarkRows.read(row));
  }

  private static PictureFacts facts(ResultSet row) throws SQLException {
    long seed = row.getLong("seed");
    OptionalLong knownSeed = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(seed);
    int steps = row.getInt("steps");
    OptionalInt knownSteps = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(steps);
    double guidance = row.getDouble("guidance");
    OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(guidance);
    return new PictureFacts(
        PictureKind.valueOf(row.getString("kind")),
        row.getString("prompt"),
        row.getString("negative"),
        text(row, "model"),
        text(row, "sampler"),
        row.getString("program"),
        row.getInt("width"),
        row.getInt("height"),
        knownSeed,
        knownSteps,
        known,
        row.getString("source"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    @Nullable String text = row.getString(column);
    return Optional.ofNullable(text).orElse("");
  }
}
