package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.Remark;
import io.github.easel.hub.HubRefusal;
import java.util.List;
import java.util.Locale;

/**
 * Says failures, refusals and notices in the user's language: what happened, why, and what to do.
 */
public final class UserMessages {

  private static final String BUNDLE = "io.github.easel.app.Messages";

  private final Bundle bundle;

  /** Texts in that language, or in English where there is no translation. */
  public UserMessages(Locale locale) {
    this.bundle = new Bundle(BUNDLE, locale);
  }

  /** The sentence for a failure. */
  public String of(GenerationException failure) {
    if (failure.getCause() instanceof RefusedValue refused) {
      return of(refused);
    }
    if (failure.getCause() instanceof HubRefusal refused) {
      HubReasons reasons = new HubReasons(bundle, refused);
      return text("hub.sentence", List.of(reasons.why(), reasons.advice()));
    }
    return TrainingReasons.of(failure, bundle)
        .map(TrainingReasons::sentence)
        .orElseGet(() -> plain(failure));
  }

  private String plain(GenerationException failure) {
    return text("failure." + failure.failure().name(), FileReasons.details(failure, bundle));
  }

  /** The failure in three sentences, with a way out and with details to copy. */
  public FailureReport report(GenerationException failure, FailureContext context) {
    return new FailureReports(bundle).of(failure, context);
  }

  /** The sentence for a notice. */
  public String of(Notice notice) {
    return text("notice." + notice.kind().name(), List.of(notice.detail()));
  }

  /** The sentence for a value that no picture can be made with. */
  public String of(RefusedValue refused) {
    return text("refused." + refused.kind().name(), refused.details());
  }

  /** The sentence for what became of a picture's setting. */
  public String of(Remark remark) {
    return text("remark." + remark.reason().name(), remark.details());
  }

  /**
   * Why a file or folder cannot be used.
   *
   * @param words as failures and {@link FolderService#obstacle} tell it, in English
   * @return the same in the user's language, if it is one of the usual reasons
   */
  public String reason(String words) {
    return FileReasons.say(words, bundle);
  }

  private String text(String key, List<String> details) {
    return bundle.of(key, details.toArray(String[]::new));
  }
}
