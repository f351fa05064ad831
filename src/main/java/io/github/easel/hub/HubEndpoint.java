package io.github.easel.hub;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the hub is: Hugging Face's own, or a mirror with the same interface.
 *
 * @param root its address without a slash at the end; https, or http on this computer
 */
public record HubEndpoint(URI root) {

  /** The environment variable that names a mirror, as other programs have it. */
  public static final String VARIABLE = "HF_ENDPOINT";

  /** Hugging Face's own. */
  public static final HubEndpoint HUGGING_FACE =
      new HubEndpoint(URI.create("https://huggingface.co"));

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** The one that the environment names, else Hugging Face's own. */
  public static HubEndpoint of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(text -> !text.isBlank())
        .map(HubEndpoint::parse)
        .orElse(HUGGING_FACE);
  }

  /**
   * Reads an address.
   *
   * @throws GenerationException {@link Kind#ENDPOINT_UNSUITABLE} if it is no address, or one
   *     without protection
   */
  public static HubEndpoint parse(String text) {
    try {
      URI root = new URI(text.strip().replaceAll("/+$", ""));
      if (root.getHost() != null
          && isSafe(root)
          && root.getRawUserInfo() == null
          && root.getRawQuery() == null
          && root.getRawFragment() == null) {
        return new HubEndpoint(root);
      }
    } catch (URISyntaxException e) {
      throw HubRefusal.because(e, Kind.ENDPOINT_UNSUITABLE, text);
    }
    throw HubRefusal.of(Kind.ENDPOINT_UNSUITABLE, text);
  }

  /** Whether a connection to that address is protected, or never leaves this computer. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    return host != null
        && (scheme.equals("https") || (scheme.equals("http") && isThisComputer(host)));
  }

  private static boolean isThisComputer(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** Whether the token may go there: the same protocol, host and port. */
  boolean isOwn(URI address) {
    return address.getHost() != null
        && root.getHost().equalsIgnoreCase(address.getHost())
        && root.getScheme().equalsIgnoreCase(String.valueOf(address.getScheme()))
        && port(root) == port(address);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
  }

  /** The page of a model, for a person to look at. */
  public URI page(String model) {
    return address("/" + path(model));
  }

  /** What is known of a model at a revision. */
  URI info(String model, String revision) {
    return address("/api/models/" + path(model) + "/revision/" + segment(revision));
  }

  /** The files of a model, all of them or those of a folder. */
  URI tree(String model, String commit, String folder) {
    String below = folder.isEmpty() ? "" : "/" + path(folder);
    return address(
        "/api/models/" + path(model) + "/tree/" + segment(commit) + below + "?recursive=true");
  }

  /** A file's content. */
  URI resolve(String model, String revision, String file) {
    return address("/" + path(model) + "/resolve/" + segment(revision) + "/" + path(file));
  }

  private URI address(String rest) {
    return URI.create(root + rest);
  }

  private static String path(String path) {
    return Stream.of(path.split("/", -1))
        .map(HubEndpoint::segment)
        .collect(Collectors.joining("/"));
  }

  /** Everything but letters, digits and four signs as bytes of UTF-8 in hexadecimal. */
  private static String segment(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "-._~".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
