package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GridGeometryTest {

  private static List<Section> sections(List<Integer> sizes) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < sizes.size(); i++) {
      Section.Heading day = new Section.Day(LocalDate.of(2026, 1, 1).plusDays(i));
      sections.add(new Section(day, from, from + sizes.get(i)));
      from += sizes.get(i);
    }
    return sections;
  }

  private static int count(List<Section> sections) {
    return sections.get(sections.size() - 1).to();
  }

  @Property
  void everyPlaceIsFoundWhereItLies(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 30) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 9) int columns) {
    List<Section> sections = sections(sizes);
    GridGeometry geometry = new GridGeometry(sections, columns, 100);
    double last = -1;
    for (int place = 0; place < count(sections); place++) {
      GridGeometry.Spot spot = geometry.spot(place);
      assertThat(geometry.at(spot.x() + 1, spot.y() + 1)).isEqualTo(place);
      assertThat(geometry.at(spot.x() + 99, spot.y() + 99)).isEqualTo(place);
      assertThat(spot.y()).isGreaterThanOrEqualTo(last);
      assertThat(spot.y() + 100).isLessThanOrEqualTo(geometry.height());
      last = spot.y();
    }
  }

  @Property
  void whatIsBetweenTwoHeightsIsWhatMeetsThem(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 30) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 0, max = 3000) int top,
      @ForAll @IntRange(min = 1, max = 900) int height) {
    List<Section> sections = sections(sizes);
    GridGeometry geometry = new GridGeometry(sections, columns, 100);
    GridGeometry.Span span = geometry.between(top, top + height);
    for (int place = 0; place < count(sections); place++) {
      double y = geometry.spot(place).y();
      boolean meets = y + 100 > top && y < top + height;
      if (meets) {
        assertThat(place).isBetween(span.from(), span.to() - 1);
      } else if (place >= span.from() && place < span.to()) {
        assertThat(y).isBetween(top - 100.0 - GridGeometry.GAP, top + height + 0.0);
      }
    }
  }

  @Property
  void upAndDownStayInTheColumnWhereItGoesOn(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 30) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 9) int columns) {
    List<Section> sections = sections(sizes);
    GridGeometry geometry = new GridGeometry(sections, columns, 100);
    for (int place = 0; place < count(sections); place++) {
      int down = geometry.vertical(place, 1);
      assertThat(down).isBetween(place, count(sections) - 1);
      assertThat(geometry.spot(down).x()).isLessThanOrEqualTo(geometry.spot(place).x());
      assertThat(geometry.vertical(place, -1)).isBetween(0, place);
      assertThat(geometry.vertical(place, 1000))
          .isGreaterThanOrEqualTo(sections.get(sections.size() - 1).from());
    }
  }

  @Property
  void theHeadingOfWhatIsSeenAtTheTopStaysThere(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 30) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 0, max = 3000) int offset) {
    List<Section> sections = sections(sizes);
    GridGeometry geometry = new GridGeometry(sections, columns, 100);
    int seen = Math.min(offset, (int) geometry.height() - 1);
    int section = geometry.sectionAt(seen);
    double top = geometry.headingTop(section, seen);
    assertThat(top).isLessThanOrEqualTo(seen).isGreaterThan(seen - GridGeometry.HEADING);
    if (section + 1 < sections.size()) {
      assertThat(top + GridGeometry.HEADING).isLessThanOrEqualTo(geometry.top(section + 1));
      assertThat(geometry.headingTop(section + 1, seen)).isEqualTo(geometry.top(section + 1));
    }
  }
}
