package io.github.easel.canvas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The entries of a project's ZIP file. Nothing is ever written to the disk by the names in it, and
 * no entry is read farther than it may be long, whatever the file claims.
 */
final class ProjectEntries {

  static final String MANIFEST = "manifest.json";
  static final String PREVIEW = "preview.png";
  static final String STATES = "history/states.json";
  static final String TILES = "history/tiles/";
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** Bytes of a list of states or of layers. */
  static final int MOST_JSON = 32 << 20;

  private final ZipFile zip;

  /** An entry that cannot be used. Its message is the entry's name. */
  static final class Damaged extends IOException {

    private static final long serialVersionUID = 1L;

    Damaged(String entry, Throwable cause) {
      super(entry, cause);
    }
  }

  ProjectEntries(ZipFile zip) {
    this.zip = zip;
  }

  boolean holds(String name) {
    return zip.getEntry(name) != null;
  }

  /**
   * All bytes of an entry.
   *
   * @throws Damaged if it is missing, cannot be read or is longer
   */
  byte[] bytes(String name, long most) throws Damaged {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new Damaged(name, new IOException("it is missing"));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16));
      if (in.read() >= 0) {
        throw new IOException("it is longer than " + most + " bytes");
      }
      return bytes;
    } catch (IOException | IllegalArgumentException e) {
      throw new Damaged(name, e);
    }
  }

  /**
   * A JSON object.
   *
   * @throws Damaged if it is none
   */
  JsonNode json(String name) throws Damaged {
    byte[] bytes = bytes(name, MOST_JSON);
    try {
      JsonNode node = JSON.readTree(bytes);
      if (!node.isObject()) {
        throw new Damaged(name, new IOException("it is no object"));
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new Damaged(name, e);
    } catch (Damaged e) {
      throw e;
    } catch (IOException e) {
      throw new Damaged(name, e);
    }
  }
}
