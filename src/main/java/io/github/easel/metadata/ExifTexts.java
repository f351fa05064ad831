package io.github.easel.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an EXIF block: image description, make, model, software, maker note and user comment
 * (Exif 2.32, sections 4.6.4 and 4.6.5).
 *
 * <p>All other values are passed over unread, as many entries of a directory may point to the same
 * bytes and would multiply them.
 */
final class ExifTexts extends DirectoryTiffHandler {

  private static final Map<Integer, String> WANTED =
      Map.of(
          ExifIFD0Directory.TAG_IMAGE_DESCRIPTION, "ImageDescription",
          ExifIFD0Directory.TAG_MAKE, "Make",
          ExifIFD0Directory.TAG_MODEL, "Model",
          ExifIFD0Directory.TAG_SOFTWARE, "Software",
          ExifSubIFDDirectory.TAG_MAKERNOTE, "MakerNote",
          ExifSubIFDDirectory.TAG_USER_COMMENT, "UserComment");

  private final Map<String, String> texts = new LinkedHashMap<>();

  private ExifTexts() {
    super(new Metadata(), null);
    pushDirectory(ExifIFD0Directory.class);
  }

  /**
   * The texts by the names of their tags, in the block's order; of a damaged block those before the
   * damage.
   *
   * @param block a TIFF structure
   */
  static Map<String, String> of(byte[] block) {
    ExifTexts handler = new ExifTexts();
    try {
      new TiffReader().processTiff(new ByteArrayReader(block), handler, 0);
    } catch (TiffProcessingException | IOException | RuntimeException damaged) {
      // The library meets some damage with an index out of range. What was read before it counts.
      return handler.texts;
    }
    return handler.texts;
  }

  @Override
  public boolean customProcessTag(
      int tagOffset,
      Set<Integer> processedIfdOffsets,
      int tiffHeaderOffset,
      RandomAccessReader reader,
      int tagId,
      int byteCount)
      throws IOException {
    String name = WANTED.get(tagId);
    if (name != null && byteCount > 0 && !texts.containsKey(name)) {
      texts.put(name, ExifString.decode(reader.getBytes(tagOffset, byteCount)));
    }
    return true;
  }

  @Override
  public void setTiffMarker(int marker) throws TiffProcessingException {
    if (marker != 0x2A) {
      throw new TiffProcessingException("not TIFF: marker " + marker);
    }
  }

  @Override
  public boolean tryEnterSubIfd(int tagId) {
    boolean exif = tagId == ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET;
    if (exif) {
      pushDirectory(ExifSubIFDDirectory.class);
    }
    return exif;
  }

  @Override
  public boolean hasFollowerIfd() {
    return false;
  }

  @Override
  public @Nullable Long tryCustomProcessFormat(int tagId, int formatCode, long componentCount) {
    return null;
  }
}
