package io.github.easel.image;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes pictures as JPEG files whose colours are as fine as their light (4:4:4). */
final class JpegWriter {

  /** Bytes of an EXIF block: a segment's length is two bytes and counts itself and a preamble. */
  static final int MOST_EXIF = 0xFFFF - 2 - 6;

  private static final int LONGEST_SIDE = 0xFFFF;
  private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APPLICATION_1 = 0xE1;

  private JpegWriter() {}

  /**
   * Writes the picture. The file appears only once all of it is written; what is there under the
   * name is replaced.
   *
   * @param quality 0 to 1 as ImageIO counts it
   * @param exif a TIFF structure of at most {@link #MOST_EXIF} bytes; empty for none
   * @throws GenerationException {@code FILE_UNWRITABLE}; its folder must exist
   */
  static void write(PixelImage image, float quality, byte[] exif, Path file) {
    try {
      if (Math.max(image.width(), image.height()) > LONGEST_SIDE) {
        throw new IIOException(
            "a JPEG file's sides have at most %d pixels".formatted(LONGEST_SIDE));
      }
      BufferedImage pixels = RasterImages.of(image);
      AtomicFile.write(file, out -> encode(pixels, quality, exif, out));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  /** Writes the image to a stream, likewise. */
  static void encode(BufferedImage pixels, float quality, byte[] exif, OutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam wish = writer.getDefaultWriteParam();
      wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      wish.setCompressionQuality(quality);
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels), wish);
      describe(metadata, exif);
      writer.write(null, new IIOImage(pixels, null, metadata), wish);
    } finally {
      writer.dispose();
    }
  }

  private static void describe(IIOMetadata metadata, byte[] exif) throws IOException {
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    NodeList channels = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < channels.getLength(); i++) {
      IIOMetadataNode channel = (IIOMetadataNode) channels.item(i);
      channel.setAttribute("HsamplingFactor", "1");
      channel.setAttribute("VsamplingFactor", "1");
    }
    if (exif.length > 0) {
      IIOMetadataNode segment = new IIOMetadataNode("unknown");
      segment.setAttribute("MarkerTag", Integer.toString(APPLICATION_1));
      segment.setUserObject(
          ByteBuffer.allocate(PREAMBLE.length + exif.length).put(PREAMBLE).put(exif).array());
      Node segments = root.getElementsByTagName("markerSequence").item(0);
      segments.insertBefore(segment, segments.getFirstChild());
    }
    metadata.setFromTree(format, root);
  }
}
