package io.github.easel.bench;

import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.PictureFacts;
import io.github.easel.gallery.PictureKind;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Entries like those of a diligent artist, the same for the same numbers. */
final class SyntheticPictures {

  private static final List<String> MODELS =
      List.of("starter", "dreamshaper-8", "Turbo XL", "deliberate-v2", "inpainting");
  private static final List<String> SAMPLERS =
      List.of("Euler", "Euler a", "DPM++ 2M", "DPM++ 2M Karras", "LCM", "DDIM");
  private static final List<PictureKind> KINDS = List.of(PictureKind.values());
  private static final int VOCABULARY = 8_000;

  private final List<String> vocabulary = new ArrayList<>();

  SyntheticPictures() {
    Random random = new Random(1);
    for (int i = 0; i < VOCABULARY; i++) {
      boolean georgian = i % 5 == 4;
      StringBuilder word = new StringBuilder();
      int letters = 3 + random.nextInt(8);
      for (int n = 0; n < letters; n++) {
        word.append((char) (georgian ? 'ა' + random.nextInt(33) : 'a' + random.nextInt(26)));
      }
      vocabulary.add(word.toString());
    }
  }

  /** A word by how usual it is: 0 is the most usual. */
  String word(int rank) {
    return vocabulary.get(rank);
  }

  /** The entry of that number; every tenth picture has the prompt of the one before it. */
  PictureEntry entry(int number) {
    Random random = new Random(1_000_003L * (number - (number % 10 == 9 ? 1 : 0)));
    LocalDateTime made = LocalDateTime.of(2023, 1, 1, 0, 0).plusMinutes(number * 17L);
    String name =
        "%tY%<tm%<td-%<tH%<tM%<tS-%d.png".formatted(made, random.nextInt(Integer.MAX_VALUE));
    Path folder = Path.of("/home/artist/Pictures/Easel", "%tF".formatted(made));
    return new PictureEntry(
        folder.resolve(number + "-" + name),
        "%032x".formatted(number * 2_654_435_761L),
        made,
        1_700_000_000_000L + number,
        400_000 + random.nextInt(500_000),
        number % 50 == 3,
        facts(random));
  }

  private PictureFacts facts(Random random) {
    return new PictureFacts(
        KINDS.get(random.nextInt(KINDS.size())),
        text(random, 12 + random.nextInt(40)),
        text(random, random.nextInt(15)),
        MODELS.get(random.nextInt(MODELS.size())),
        SAMPLERS.get(random.nextInt(SAMPLERS.size())),
        "Easel",
        512,
        random.nextBoolean() ? 512 : 768,
        OptionalLong.of(random.nextInt(Integer.MAX_VALUE)),
        OptionalInt.of(20 + random.nextInt(20)),
        OptionalDouble.of(7.5),
        "");
  }

  /** Words as usual as Zipf says: the second half as often as the first. */
  private String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      int rank = (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
      text.append(vocabulary.get(rank)).append(random.nextInt(4) == 0 ? ", " : " ");
    }
    return text.toString();
  }
}
