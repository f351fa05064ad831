package io.github.easel.hub;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody wants from the hub: a model, a folder of it, or one file.
 *
 * @param model {@code owner/name}
 * @param revision a branch, a tag or a commit; by default {@code main}
 * @param path a folder or a file of it, with {@code /} between names; empty for all
 * @param isFile whether the path is a file's
 */
public record HubAddress(String model, Optional<String> revision, String path, boolean isFile) {

  private static final int LONGEST = 2_000;
  private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?";
  private static final Pattern MODEL = Pattern.compile(NAME + "/" + NAME);
  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]{0,199}");
  private static final Set<String> HUGGING_FACE =
      Set.of("huggingface.co", "www.huggingface.co", "hf.co");
  private static final Set<String> OTHER_KINDS =
      Set.of("datasets", "spaces", "docs", "blog", "papers", "collections", "api", "learn");

  /**
   * Reads {@code owner/name}, {@code owner/name@revision}, or a link to a model's page, to one of
   * its folders ({@code tree}) or to one of its files ({@code blob}, {@code resolve}). A link may
   * be to Hugging Face's own hub or to the endpoint.
   *
   * @throws GenerationException one of {@code Kind.ADDRESS_...}, or {@link Kind#NAME_HOSTILE}
   */
  public static HubAddress parse(String text, HubEndpoint endpoint) {
    String plain = text.strip();
    if (plain.isEmpty()
        || plain.length() > LONGEST
        || plain.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')) {
      throw unreadable(text);
    }
    if (plain.contains("://") || startsWithHost(plain, endpoint)) {
      return link(plain, endpoint);
    }
    int at = plain.indexOf('@');
    String model = at < 0 ? plain : plain.substring(0, at);
    return of(model, at < 0 ? Optional.empty() : Optional.of(plain.substring(at + 1)), text);
  }

  private static HubAddress of(String model, Optional<String> revision, String text) {
    String first = model.substring(0, Math.max(0, model.indexOf('/')));
    if (OTHER_KINDS.contains(first.toLowerCase(Locale.ROOT))) {
      throw HubRefusal.of(Kind.ADDRESS_NO_MODEL, text.strip());
    }
    if (!isModel(model) || revision.filter(r -> !isRevision(r)).isPresent()) {
      throw unreadable(text);
    }
    return new HubAddress(model, revision, "", false);
  }

  /** Whether the text has the form {@code owner/name}. */
  static boolean isModel(String text) {
    return MODEL.matcher(text).matches() && !text.contains("..") && !text.contains("--");
  }

  private static boolean isRevision(String text) {
    return REVISION.matcher(text).matches() && !text.contains("..") && !text.contains("//");
  }

  private static boolean startsWithHost(String text, HubEndpoint endpoint) {
    String host = text.substring(0, Math.max(0, text.indexOf('/'))).toLowerCase(Locale.ROOT);
    return HUGGING_FACE.contains(host) || host.equalsIgnoreCase(endpoint.root().getHost());
  }

  private static HubAddress link(String text, HubEndpoint endpoint) {
    URI link = uri(text.contains("://") ? text : "https://" + text, text);
    String scheme = link.getScheme().toLowerCase(Locale.ROOT);
    String host = link.getHost();
    if (host == null || link.getRawUserInfo() != null || !scheme.matches("https?")) {
      throw unreadable(text);
    }
    String path = link.getRawPath();
    if (endpoint.isOwn(link)) {
      path = path.substring(Math.min(path.length(), endpoint.root().getRawPath().length()));
    } else if (!HUGGING_FACE.contains(host.toLowerCase(Locale.ROOT))) {
      throw HubRefusal.of(Kind.ADDRESS_ELSEWHERE, host, endpoint.root().getHost());
    }
    return page(segments(path, text), text);
  }

  private static URI uri(String link, String text) {
    try {
      URI uri = new URI(link);
      if (uri.getScheme() != null && uri.getRawPath() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw HubRefusal.because(e, Kind.ADDRESS_UNREADABLE, text);
    }
    throw unreadable(text);
  }

  /** What stands between the slashes, decoded one by one so that %2F stays within its part. */
  private static List<String> segments(String path, String text) {
    List<String> all = new ArrayList<>();
    for (String raw : path.split("/", -1)) {
      if (raw.isEmpty()) {
        continue;
      }
      try {
        all.add(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw HubRefusal.because(e, Kind.ADDRESS_UNREADABLE, text);
      }
    }
    return all;
  }

  private static HubAddress page(List<String> parts, String text) {
    if (!parts.isEmpty() && OTHER_KINDS.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
      throw HubRefusal.of(Kind.ADDRESS_NO_MODEL, text);
    }
    if (parts.size() < 2) {
      throw unreadable(text);
    }
    String model = parts.get(0) + "/" + parts.get(1);
    if (parts.size() == 2) {
      return of(model, Optional.empty(), text);
    }
    boolean isFile =
        switch (parts.get(2)) {
          case "tree" -> false;
          case "blob", "resolve", "raw" -> true;
          default -> throw unreadable(text);
        };
    if (parts.size() < (isFile ? 5 : 4)) {
      throw unreadable(text);
    }
    HubAddress all = of(model, Optional.of(parts.get(3)), text);
    String path = String.join("/", parts.subList(4, parts.size()));
    if (!path.isEmpty()) {
      FileNames.refuseHostile(path, model);
    }
    return new HubAddress(model, all.revision(), path, isFile);
  }

  private static GenerationException unreadable(String text) {
    String shown = text.strip();
    return HubRefusal.of(
        Kind.ADDRESS_UNREADABLE, shown.length() > 200 ? shown.substring(0, 200) + "…" : shown);
  }

  /**
   * The same at another revision.
   *
   * @throws GenerationException {@link Kind#ADDRESS_UNREADABLE} if no revision is called so
   */
  public HubAddress at(String other) {
    if (!isRevision(other)) {
      throw unreadable(other);
    }
    return new HubAddress(model, Optional.of(other), path, isFile);
  }

  /** The model's name without its owner's. */
  public String name() {
    return model.substring(model.indexOf('/') + 1);
  }
}
