package io.github.easel.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered in the end, redirects followed.
 *
 * @param from the address that answered
 * @param own whether that was the hub itself, and no storage behind it
 * @param status of HTTP
 * @param headers of the last answer
 * @param linked what the hub itself said of the file on the way: headers X-Linked-ETag,
 *     X-Linked-Size and X-Repo-Commit in lower case
 * @param body to be closed
 */
record HubAnswer(
    URI from,
    boolean own,
    int status,
    HttpHeaders headers,
    Map<String, String> linked,
    HubBody body)
    implements AutoCloseable {

  Optional<String> header(String name) {
    return headers.firstValue(name).map(String::strip);
  }

  /** A header that is a number of bytes. */
  OptionalLong number(String name) {
    Optional<String> text = header(name).filter(value -> value.matches("\\d{1,18}"));
    return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
  }

  /** Whether a page came, such as a hotel's that wants one to log in. */
  boolean isPage() {
    return header("Content-Type").map(t -> t.toLowerCase(Locale.ROOT)).orElse("").contains("html");
  }

  /** Whether the bytes are packed, though that was not asked for. */
  boolean isPacked() {
    return header("Content-Encoding").filter(c -> !c.equalsIgnoreCase("identity")).isPresent();
  }

  /**
   * The bytes, unpacked.
   *
   * @throws IOException also for a way of packing that nobody asked for and that is not gzip
   */
  InputStream content() throws IOException {
    if (!isPacked()) {
      return body;
    }
    String coding = header("Content-Encoding").orElse("");
    if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
      return new GZIPInputStream(body);
    }
    throw new IOException("packed as " + coding);
  }

  /** The entity tag that a later request may go by: a strong one. */
  String tag() {
    return header("ETag").filter(tag -> tag.startsWith("\"")).orElse("");
  }

  @Override
  public void close() {
    body.close();
  }
}
