package io.github.easel.hub;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a download cannot be done; the cause of a {@link GenerationException} of kind {@link
 * Failure#DOWNLOAD_FAILED}. The kind and the details make the sentence that the user reads.
 */
public final class HubRefusal extends RuntimeException {

  /** The reasons, each with a localized sentence. */
  public enum Kind {
    /** What was typed is neither a name nor a link. Details: the text. */
    ADDRESS_UNREADABLE,
    /** The link leads to a data set or a program. Details: the text. */
    ADDRESS_NO_MODEL,
    /** The link leads to another place than the hub. Details: the host, the hub's host. */
    ADDRESS_ELSEWHERE,
    /** The hub's address is set to something that cannot be used. Details: the setting. */
    ENDPOINT_UNSUITABLE,
    /** A name in the hub's list leads out of the folder. Details: the name, the model. */
    NAME_HOSTILE,
    /** A file has a name that not every system can take. Details: the name. */
    NAME_UNSUITABLE,
    /** The hub claims a size that no file has. Details: the name, the size. */
    SIZE_ABSURD,
    /** There is no such model, or it is private. Details: the model. */
    MODEL_NOT_FOUND,
    /** The model has no such revision. Details: the revision, the model. */
    REVISION_NOT_FOUND,
    /** The model has no such file. Details: the file, the model. */
    FILE_NOT_FOUND,
    /** The model wants its terms accepted, and there is no token. Details: the model, its page. */
    GATED_NO_TOKEN,
    /** The token's owner has not been let in. Details: the model, its page. */
    GATED,
    /** The hub does not know the token. Details: none. */
    TOKEN_REFUSED,
    /** The text can be no token. Details: none. */
    TOKEN_UNSUITABLE,
    /** The hub has locked the model. Details: the model. */
    DISABLED,
    /** Nothing in it is of use. Details: the model. */
    NOTHING_USABLE,
    /** It has several files, any of which may be meant. Details: the model, their names. */
    SEVERAL_FILES,
    /** There are no such weights. Details: the variant, the model. */
    VARIANT_MISSING,
    /** The disk is too full. Details: what is needed, what is free, the folder. */
    NO_SPACE,
    /** No connection. Details: the host, the reason. */
    UNREACHABLE,
    /** Nothing came for a while. Details: the host, the seconds. */
    STALLED,
    /** The hub wants to be left alone. Details: the host, the minutes. */
    BUSY,
    /** The server fails. Details: the host, the status. */
    SERVER_FAILED,
    /** Redirects lead in a circle, or on and on. Details: the host. */
    REDIRECT_LOOP,
    /** A redirect leads to a connection that is not protected. Details: the host. */
    REDIRECT_PLAIN,
    /** A page came in the place of a file. Details: the file, the host. */
    HTML_ANSWER,
    /** The answer makes no sense. Details: the host, what is wrong. */
    ANSWER_UNREADABLE,
    /** The file has another length than the list says. Details: the file, expected, found. */
    LENGTH_DIFFERS,
    /** The file came damaged, twice. Details: the file. */
    HASH_DIFFERS,
    /** The file is whole but holds another vocabulary. Details: the file, the model. */
    VOCABULARY_DIFFERS,
    /** Another Easel is downloading it. Details: the model. */
    IN_PROGRESS
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  // List.of makes serializable lists, which from Java 18 on the compiler wants the type to say.
  @SuppressWarnings("serial")
  private final List<String> details;

  private HubRefusal(Kind kind, @Nullable Throwable cause, String... details) {
    super(kind + " " + List.of(details), cause);
    this.kind = kind;
    this.details = List.of(details);
  }

  /** The refusal as services tell it. */
  static GenerationException of(Kind kind, String... details) {
    return because(null, kind, details);
  }

  /** Likewise, found out by another exception. */
  static GenerationException because(@Nullable Throwable cause, Kind kind, String... details) {
    HubRefusal refusal = new HubRefusal(kind, cause, details);
    return new GenerationException(
        Failure.DOWNLOAD_FAILED, String.valueOf(refusal.getMessage()), refusal, details);
  }

  public Kind kind() {
    return kind;
  }

  /** What fills the sentence's places, in the order that {@link Kind} documents. */
  public List<String> details() {
    return details;
  }
}
