package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.PixelImage;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

  private static final int WHITE = 0xFFFFFFFF;

  private static SheetPlan plan(
      String title, List<String> pages, List<String> columns, List<String> rows, int side) {
    return new SheetPlan(
        title,
        "",
        pages,
        columns,
        rows,
        Collections.nCopies(columns.size(), side),
        Collections.nCopies(rows.size(), side));
  }

  private static PixelImage picture(int width, int height, int grey) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) grey);
    return PixelImage.of(width, height, rgb);
  }

  /** Whatever the labels say, nothing lies on anything else or beyond the sheet. */
  @Property(tries = 60)
  void nothingOverlaps(
      @ForAll @Size(min = 1, max = 3) List<@StringLength(max = 60) String> pages,
      @ForAll @Size(min = 1, max = 3) List<@StringLength(max = 60) String> columns,
      @ForAll @Size(min = 1, max = 3) List<@StringLength(max = 60) String> rows,
      @ForAll @IntRange(min = 16, max = 300) int side) {
    SheetLayout layout = new SheetLayout(plan("t", pages, columns, rows, side), new SheetFont());
    List<Rectangle> rooms = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      for (int column = 0; column < columns.size(); column++) {
        rooms.add(layout.columnLabel(page, column));
        assertThat(layout.columns.get(column).height())
            .isLessThanOrEqualTo(layout.columnLabel(page, column).height);
        for (int row = 0; row < rows.size(); row++) {
          rooms.add(layout.cell(page, column, row));
        }
      }
      for (int row = 0; row < rows.size(); row++) {
        rooms.add(layout.rowLabel(page, row));
      }
    }
    Rectangle sheet = new Rectangle(0, 0, layout.width(), layout.height());
    for (int i = 0; i < rooms.size(); i++) {
      Rectangle room = rooms.get(i);
      assertThat(room.isEmpty() || sheet.contains(room)).as("%s in %s", room, sheet).isTrue();
      for (int other = 0; other < i; other++) {
        assertThat(room.intersects(rooms.get(other))).isFalse();
      }
    }
  }

  @Test
  void aPictureStandsInItsCellPixelForPixel() {
    SheetPlan plan = plan("", List.of(""), List.of("a", "b"), List.of("c"), 80);
    ContactSheet sheet = new ContactSheet(plan);
    byte[] rgb = new byte[80 * 80 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 31);
    }
    PixelImage picture = PixelImage.of(80, 80, rgb);
    sheet.place(0, 1, 0, picture);

    Rectangle cell = new SheetLayout(plan, new SheetFont()).cell(0, 1, 0);
    PixelImage pixels = sheet.pixels();
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 80; x++) {
        assertThat(pixels.argb(cell.x + x, cell.y + y)).isEqualTo(picture.argb(x, y));
      }
    }
  }

  @Test
  void aSmallerPictureStandsInTheMiddleOnPaper() {
    SheetPlan plan = plan("", List.of(""), List.of("a"), List.of("c"), 80);
    ContactSheet sheet = new ContactSheet(plan);
    sheet.place(0, 0, 0, picture(20, 40, 0));

    Rectangle cell = new SheetLayout(plan, new SheetFont()).cell(0, 0, 0);
    PixelImage pixels = sheet.pixels();
    assertThat(pixels.argb(cell.x + 40, cell.y + 40)).isEqualTo(0xFF000000);
    assertThat(pixels.argb(cell.x + 30, cell.y + 20)).isEqualTo(0xFF000000);
    assertThat(pixels.argb(cell.x + 49, cell.y + 59)).isEqualTo(0xFF000000);
    assertThat(pixels.argb(cell.x + 1, cell.y + 1)).isEqualTo(WHITE);
  }

  @Test
  void aReasonIsWrittenIntoItsCellOnly() {
    SheetPlan plan = plan("", List.of(""), List.of("a", "b"), List.of("c"), 120);
    ContactSheet sheet = new ContactSheet(plan);
    PixelImage before = sheet.pixels();
    sheet.say(0, 0, 0, "This model cannot take 900 steps: choose at most 500. ".repeat(20));

    PixelImage after = sheet.pixels();
    Rectangle cell = new SheetLayout(plan, new SheetFont()).cell(0, 0, 0);
    int changed = 0;
    for (int y = 0; y < after.height(); y++) {
      for (int x = 0; x < after.width(); x++) {
        if (after.argb(x, y) != before.argb(x, y)) {
          changed++;
          assertThat(cell.contains(x, y)).isTrue();
        }
      }
    }
    assertThat(changed).isEqualTo(120 * 120);
  }

  @Test
  void labelsAreDrawnInLatinGeorgianAndOtherLetters() {
    for (String label : List.of("steps: 20", "საწყისი რიცხვი", "шаги")) {
      PixelImage sheet =
          new ContactSheet(plan("", List.of(""), List.of(label), List.of(""), 100)).pixels();
      PixelImage bare =
          new ContactSheet(plan("", List.of(""), List.of(""), List.of(""), 100)).pixels();
      assertThat(sheet.height()).isGreaterThan(bare.height());
      assertThat(new SheetFont().forText(label, 13, false).getFamily()).contains("Easel");
      assertThat(ink(sheet)).as(label).isGreaterThan(100);
    }
    assertThat(new SheetFont().forText("りんご", 13, false).getFamily()).doesNotContain("Easel");
  }

  private static int ink(PixelImage sheet) {
    int dark = 0;
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        dark += (sheet.argb(x, y) & 255) < 200 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void pagesStandBesideEachOtherWhereThatMakesABetterShape() {
    SheetLayout tall =
        new SheetLayout(
            plan("", List.of("1", "2"), List.of("a"), List.of("b", "c", "d"), 100),
            new SheetFont());
    SheetLayout wide =
        new SheetLayout(
            plan("", List.of("1", "2"), List.of("a", "b", "c"), List.of("d"), 100),
            new SheetFont());

    assertThat(tall.page(1).y).isEqualTo(tall.page(0).y);
    assertThat(wide.page(1).x).isEqualTo(wide.page(0).x);
  }

  @Test
  void refusesPlansThatDoNotAddUp() {
    assertThatThrownBy(
            () ->
                new SheetPlan(
                    "", "", List.of(""), List.of("a", "b"), List.of("c"), List.of(8), List.of(8)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
