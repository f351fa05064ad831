package io.github.easel.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can stand before a colon in a search, in English and in Georgian. */
enum QueryKey {
  MODEL("model", "მოდელი"),
  SAMPLER("sampler", "სემპლერი"),
  STARS("stars", "ვარსკვლავი"),
  SEED("seed", "საწყისი"),
  SIZE("size", "ზომა"),
  AFTER("after", "შემდეგ"),
  BEFORE("before", "მანამდე"),
  IS("is", "არის"),
  BOARD("board", "დაფა"),
  LABEL("label", "ფერი"),
  KIND("kind", "სახეობა"),
  SORT("sort", "რიგი");

  private final List<String> names;

  QueryKey(String... names) {
    this.names = List.of(names);
  }

  /** The key of that name, no matter the case. */
  static Optional<QueryKey> find(String name) {
    String folded = WordFolding.folded(name);
    return Arrays.stream(values()).filter(key -> key.names.contains(folded)).findFirst();
  }
}
