package io.github.easel.app;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Remark;
import io.github.easel.generation.SourceRecord;
import java.util.List;
import java.util.Optional;

/**
 * How a picture says it was made, and what Easel makes of it.
 *
 * @param program the program that made it, for example {@code A1111}
 * @param prompt the words as they are read
 * @param settings everything else, in the file's order
 * @param request what to ask for to get the picture again, as nearly as it can be had
 * @param source what is known of the picture that it began with, if it did: whole in the request if
 *     Easel has a copy of it, else only what is here, where name and sha256 may be empty
 * @param remarks what was taken over, what was changed to fit, and what was not understood
 */
public record PictureReport(
    String program,
    Prompt prompt,
    List<Setting> settings,
    GenerationRequest request,
    Optional<SourceRecord> source,
    List<Remark> remarks) {

  /**
   * One setting in the program's own words.
   *
   * @param written false if the file leaves it out and its program then means this
   */
  public record Setting(String name, String value, boolean written) {}

  public PictureReport {
    settings = List.copyOf(settings);
    remarks = List.copyOf(remarks);
  }

  /** The remarks of that verdict. */
  public List<Remark> remarks(Remark.Verdict verdict) {
    return remarks.stream().filter(remark -> remark.reason().verdict() == verdict).toList();
  }
}
