package io.github.easel.metadata;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Remark;
import io.github.easel.generation.SourceRecord;
import java.util.List;
import java.util.Optional;

/**
 * A request made from a picture's settings.
 *
 * @param request what to ask for to get the picture again, as nearly as it can be had
 * @param source what is known of the picture that it began with, if it did; the request has none
 * @param applied what was taken as it was
 * @param changed what was changed to fit
 * @param notUnderstood what the request does not know
 */
public record ImportedSettings(
    GenerationRequest request,
    Optional<SourceRecord> source,
    List<Remark> applied,
    List<Remark> changed,
    List<Remark> notUnderstood) {

  public ImportedSettings {
    applied = List.copyOf(applied);
    changed = List.copyOf(changed);
    notUnderstood = List.copyOf(notUnderstood);
  }
}
