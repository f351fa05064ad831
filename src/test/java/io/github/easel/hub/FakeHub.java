package io.github.easel.hub;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this computer that answers as the hub does: model info, file lists in pages, files
 * with their hashes in headers, and large ones behind a redirect to a storage under another host
 * name. Faults can be put before the right answers.
 */
public final class FakeHub implements AutoCloseable {

  /** What it was asked. */
  record Asked(
      String method,
      String host,
      String path,
      String authorization,
      String range,
      String ifRange) {}

  /** The model that it has. */
  public static final String MODEL = "owner/name";

  /** The commit that its revisions stand for. */
  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  /** What came, in order. */
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** The licence on the model's card. */
  public String licence = "creativeml-openrail-m";

  /** Fields of the model's description in JSON, with a comma before them. */
  String further = "";

  /** Files of a page of the list. */
  int pageSize = 1_000;

  /** Entity tags of the storage begin so. */
  volatile String tag = "first";

  /** What the hub wants to be let in by; empty for nothing. */
  String token = "";

  /** Whether the storage knows ranges. */
  boolean ranges = true;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Map<String, Deque<HttpHandler>> faults = new ConcurrentHashMap<>();

  /** Opens it with an empty model. */
  public FakeHub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it is. */
  public HubEndpoint endpoint() {
    return HubEndpoint.parse("http://127.0.0.1:" + port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The storage's address for a file: the same server under another name. */
  String storage(String path) {
    return "http://localhost:" + port() + "/storage/" + path.replace(" ", "%20");
  }

  /** Adds a file; one with more than 100 bytes lies in the storage. */
  public FakeHub with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** Likewise a text. */
  public FakeHub with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Lets the hub say a wrong hash of a file. */
  void claim(String path, String hash) {
    hashes.put(path, hash);
  }

  /** Answers the next request to an address that begins so otherwise; several queue up. */
  void next(String begin, HttpHandler fault) {
    faults.computeIfAbsent(begin, key -> new ArrayDeque<>()).add(fault);
  }

  /** The address of a file at the hub, without the host. */
  static String resolve(String path) {
    return "/" + MODEL + "/resolve/" + COMMIT + "/" + path;
  }

  /** How often it was asked for an address that begins so. */
  long count(String begin) {
    return asked.stream().filter(one -> one.path().startsWith(begin)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Headers headers = exchange.getRequestHeaders();
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            String.valueOf(headers.getFirst("Host")),
            exchange.getRequestURI().toString(),
            Optional.ofNullable(headers.getFirst("Authorization")).orElse(""),
            Optional.ofNullable(headers.getFirst("Range")).orElse(""),
            Optional.ofNullable(headers.getFirst("If-Range")).orElse("")));
    Optional<HttpHandler> fault = fault(path);
    try {
      if (fault.isPresent()) {
        fault.get().handle(exchange);
      } else if (path.startsWith("/storage/")) {
        store(exchange, path.substring("/storage/".length()));
      } else if (path.startsWith("/api/models/" + MODEL + "/revision/")) {
        json(exchange, info());
      } else if (path.startsWith("/api/models/" + MODEL + "/tree/" + COMMIT)) {
        tree(exchange, path.substring(("/api/models/" + MODEL + "/tree/" + COMMIT).length()));
      } else if (path.startsWith(resolve(""))) {
        resolve(exchange, path.substring(resolve("").length()));
      } else {
        refuse(exchange, 404, "RepoNotFound");
      }
    } finally {
      exchange.close();
    }
  }

  private Optional<HttpHandler> fault(String path) {
    return faults.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .map(entry -> Optional.ofNullable(entry.getValue().poll()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String info() {
    return "{\"id\":\"%s\",\"sha\":\"%s\",\"gated\":false,\"tags\":[\"diffusers\"],\"cardData\":{\"license\":\"%s\"}%s}"
        .formatted(MODEL, COMMIT, licence, further);
  }

  private void tree(HttpExchange exchange, String folder) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    int from =
        query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
    String begin = folder.isEmpty() ? "" : folder.substring(1) + "/";
    List<String> all = files.keySet().stream().filter(name -> name.startsWith(begin)).toList();
    int to = Math.min(all.size(), from + pageSize);
    StringBuilder page = new StringBuilder("[{\"type\":\"directory\",\"path\":\"a folder\"}");
    all.subList(from, to).forEach(name -> page.append(',').append(entry(name)));
    if (to < all.size()) {
      // as a mirror does that passes on what the hub says
      exchange
          .getResponseHeaders()
          .add(
              "Link",
              "<https://huggingface.co%s?recursive=true&cursor=%d>; rel=\"next\""
                  .formatted(exchange.getRequestURI().getPath(), to));
    }
    json(exchange, page.append(']').toString());
  }

  private String entry(String name) {
    long size = content(name).length;
    String escaped = name.replace("\\", "\\\\");
    return isLarge(name)
        ? "{\"type\":\"file\",\"path\":\"%s\",\"size\":%d,\"oid\":\"%s\",\"lfs\":{\"oid\":\"%s\",\"size\":%d,\"pointerSize\":130}}"
            .formatted(escaped, size, "0".repeat(40), hash(name), size)
        : "{\"type\":\"file\",\"path\":\"%s\",\"size\":%d,\"oid\":\"%s\"}"
            .formatted(escaped, size, hash(name));
  }

  private boolean isLarge(String name) {
    return content(name).length > 100;
  }

  private byte[] content(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private String hash(String name) {
    return hashes.computeIfAbsent(
        name, key -> isLarge(key) ? sha256(content(key)) : blob(content(key)));
  }

  private void resolve(HttpExchange exchange, String name) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!token.isEmpty() && !("Bearer " + token).equals(authorization)) {
      refuse(exchange, authorization == null ? 401 : 403, "GatedRepo");
      return;
    }
    if (!files.containsKey(name)) {
      refuse(exchange, 404, "EntryNotFound");
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.add("X-Repo-Commit", COMMIT);
    if (isLarge(name)) {
      headers.add("X-Linked-Size", Integer.toString(content(name).length));
      headers.add("X-Linked-ETag", "\"" + hash(name) + "\"");
      headers.add("Location", storage(name));
      exchange.sendResponseHeaders(302, -1);
    } else {
      headers.add("ETag", "\"" + hash(name) + "\"");
      send(exchange, content(name));
    }
  }

  private void store(HttpExchange exchange, String name) throws IOException {
    byte[] content = content(name);
    Headers headers = exchange.getResponseHeaders();
    String own = "\"" + tag + "-" + name + "\"";
    headers.add("ETag", own);
    String range = exchange.getRequestHeaders().getFirst("Range");
    String condition = exchange.getRequestHeaders().getFirst("If-Range");
    if (!ranges || range == null || (condition != null && !condition.equals(own))) {
      send(exchange, content);
      return;
    }
    int from = Integer.parseInt(range.replaceAll("\\D", ""));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    headers.add(
        "Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    exchange.sendResponseHeaders(206, content.length - from);
    write(exchange, content, from, content.length);
  }

  /** A good answer with all of a content. */
  static void send(HttpExchange exchange, byte[] content) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
    write(exchange, content, 0, content.length);
  }

  /** Writes a part of the content at once. */
  static void write(HttpExchange exchange, byte[] content, int from, int to) throws IOException {
    OutputStream out = exchange.getResponseBody();
    out.write(content, from, to - from);
    out.flush();
  }

  /** A refusal as the hub makes them. */
  static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    exchange.getResponseHeaders().add("X-Error-Code", code);
    exchange.sendResponseHeaders(status, -1);
  }

  /** An answer with a status and headers, and nothing in it. */
  static HttpHandler status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Sends so many bytes of the content, claims all of them, and drops the line. */
  HttpHandler dropped(String name, int bytes) {
    return exchange -> {
      byte[] content = content(name);
      exchange.getResponseHeaders().add("ETag", "\"" + tag + "-" + name + "\"");
      exchange.sendResponseHeaders(200, content.length);
      write(exchange, content, 0, bytes);
    };
  }

  static void json(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    send(exchange, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of that type. */
  static HttpHandler text(String type, String text) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      send(exchange, text.getBytes(StandardCharsets.UTF_8));
    };
  }

  URI uri(String path) {
    return URI.create(endpoint().root() + path);
  }

  static String sha256(byte[] content) {
    return digest("SHA-256", content);
  }

  /** Git's name of a content. */
  static String blob(byte[] content) {
    byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + content.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return digest("SHA-1", all);
  }

  private static String digest(String name, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
