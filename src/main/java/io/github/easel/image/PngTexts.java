package io.github.easel.image;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The texts of a PNG file (PNG specification, third edition, section 11.3.3: tEXt, zTXt and iTXt
 * chunks) in the tree of Java's PNG metadata.
 */
final class PngTexts {

  private static final String FORMAT = "javax_imageio_png_1.0";

  private PngTexts() {}

  /** Adds the texts to the metadata that a file is written with. */
  static void add(Map<String, String> texts, IIOMetadata metadata) throws IIOInvalidTreeException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      // A NUL would end the text for readers that follow the specification.
      IIOMetadataNode chunk = chunk(text.getKey(), text.getValue().replace("\0", ""));
      IIOMetadataNode root = new IIOMetadataNode(FORMAT);
      root.appendChild(chunk);
      metadata.mergeTree(FORMAT, root);
    }
  }

  /** All texts by keyword, in the file's order; of two with one keyword the first. */
  static Map<String, String> of(IIOMetadata metadata) {
    Map<String, String> texts = new LinkedHashMap<>();
    collect(metadata.getAsTree(FORMAT), texts);
    return texts;
  }

  private static IIOMetadataNode chunk(String keyword, String text) {
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
    IIOMetadataNode entry = new IIOMetadataNode(latin ? "tEXtEntry" : "iTXtEntry");
    entry.setAttribute("keyword", keyword);
    if (latin) {
      entry.setAttribute("value", text);
    } else {
      entry.setAttribute("compressionFlag", "FALSE");
      entry.setAttribute("compressionMethod", "0");
      entry.setAttribute("languageTag", "");
      entry.setAttribute("translatedKeyword", "");
      entry.setAttribute("text", text);
    }
    IIOMetadataNode parent = new IIOMetadataNode(latin ? "tEXt" : "iTXt");
    parent.appendChild(entry);
    return parent;
  }

  private static void collect(Node node, Map<String, String> texts) {
    if (node instanceof IIOMetadataNode entry) {
      String kind = entry.getNodeName();
      if (kind.equals("tEXtEntry")) {
        texts.putIfAbsent(entry.getAttribute("keyword"), entry.getAttribute("value"));
      } else if (kind.equals("zTXtEntry") || kind.equals("iTXtEntry")) {
        texts.putIfAbsent(entry.getAttribute("keyword"), entry.getAttribute("text"));
      }
    }
    NodeList children = node.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      collect(children.item(i), texts);
    }
  }
}
