package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.GalleryQuery.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

  @Test
  void anOrderThatIsTypedCountsBeforeTheOneThatIsChosen() {
    assertThat(QueryText.parse("fox", Order.BEST).order()).isEqualTo(Order.BEST);
    assertThat(QueryText.parse("fox sort:", Order.BEST).order()).isEqualTo(Order.BEST);
    assertThat(QueryText.parse("fox sort:newest", Order.BEST).order()).isEqualTo(Order.NEWEST);
    assertThat(QueryText.parse("sort:name რიგი:ძველი", Order.BEST).order()).isEqualTo(Order.OLDEST);
  }

  @Test
  void readsFiltersAmongTheWords() {
    GalleryQuery query =
        QueryText.parse(
            "fox model:\"My Model\" -cub sampler:Euler stars:4 seed:42 size:512x768 "
                + "after:2026-01-01 before:2026-02 is:favourite is:masked board:“My board” "
                + "label:red label:blue kind:inpaint kind:img2img \"red fur\" sort:best");
    assertThat(query.words()).isEqualTo("fox -cub \"red fur\"");
    assertThat(query.order()).isEqualTo(Order.BEST);
    assertThat(query.discarded()).isFalse();
    GalleryFilter filter = query.filter();
    assertThat(filter.model()).contains("My Model");
    assertThat(filter.sampler()).contains("Euler");
    assertThat(filter.leastStars()).isEqualTo(4);
    assertThat(filter.seed()).isEqualTo(OptionalLong.of(42));
    assertThat(filter.width()).isEqualTo(512);
    assertThat(filter.height()).isEqualTo(768);
    assertThat(filter.from()).contains(LocalDate.of(2026, 1, 1));
    assertThat(filter.to()).contains(LocalDate.of(2026, 1, 31));
    assertThat(filter.favourite()).isTrue();
    assertThat(filter.mask()).isTrue();
    assertThat(filter.board()).contains("My board");
    assertThat(filter.labels()).containsExactlyInAnyOrder(ColourLabel.RED, ColourLabel.BLUE);
    assertThat(filter.kinds()).containsExactlyInAnyOrder(PictureKind.FILLED, PictureKind.REFINED);
  }

  @Test
  void readsGeorgian() {
    String english =
        "model:x sampler:y stars:3 seed:7 size:8x8 after:2026 before:2027 is:favourite "
            + "is:trash board:\"z z\" label:green kind:text sort:name სახლი";
    String georgian =
        "მოდელი:x სემპლერი:y ვარსკვლავი:3 საწყისი:7 ზომა:8×8 შემდეგ:2026 მანამდე:2027 არის:რჩეული "
            + "არის:წაშლილი დაფა:„z z“ ფერი:მწვანე სახეობა:ტექსტი რიგი:სახელი სახლი";
    assertThat(QueryText.parse(georgian)).isEqualTo(QueryText.parse(english));
    assertThat(QueryText.parse("ᲓᲐᲤᲐ:a").filter().board()).as("capitals").contains("a");
    assertThat(QueryText.parse(english).discarded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour:red",
        "stars:6",
        "stars:many",
        "size:512",
        "seed:x",
        "after:yesterday",
        "after:2026-13-01",
        "is:odd",
        "label:pink",
        "kind:photo",
        "sort:size",
        "-model:x",
        "12:30",
        "http://a.b/c",
        ":",
        "a:b:c",
        "fox:"
      })
  void takesForWordsWhatMeansNothing(String typed) {
    assertThat(QueryText.parse(typed)).isEqualTo(GalleryQuery.ALL.withWords(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model:", "stars:", "board:\"", "after:", "is:", "  "})
  void asksForNothingWhileAValueIsTyped(String typed) {
    assertThat(QueryText.parse(typed)).isEqualTo(GalleryQuery.ALL);
  }

  @Test
  void theLastOfTwoCounts() {
    GalleryFilter filter = QueryText.parse("stars:2 stars:5+ seed:1 seed:x seed:2 seed:").filter();
    assertThat(filter.leastStars()).isEqualTo(5);
    assertThat(filter.seed()).isEqualTo(OptionalLong.of(2));
  }

  @Test
  void keepsAnOpenPhraseInOnePiece() {
    assertThat(QueryText.parse("board:\"My bo").filter().board()).isEqualTo(Optional.of("My bo"));
    assertThat(QueryText.parse("owl \"red fu").words()).isEqualTo("owl \"red fu");
  }

  @Test
  void readsArgumentsWhoseQuotesAShellTook() {
    assertThat(QueryText.ofArguments(List.of("board:My board", "fox", "-red cub")))
        .isEqualTo(QueryText.parse("board:\"My board\" fox -red cub"));
    assertThat(QueryText.ofArguments(List.of("model:x stars:4 fox")))
        .isEqualTo(QueryText.parse("model:x stars:4 fox"));
    assertThat(QueryText.ofArguments(List.of("board:\"a b\" c")))
        .isEqualTo(QueryText.parse("board:\"a b\" c"));
    assertThat(QueryText.ofArguments(List.of())).isEqualTo(GalleryQuery.ALL);
  }

  @Property
  void readsWhateverIsTyped(@ForAll @StringLength(max = 200) String typed) {
    GalleryQuery query = QueryText.parse(typed);
    assertThat(QueryText.parse(query.words()).words()).isEqualTo(query.words());
  }
}
