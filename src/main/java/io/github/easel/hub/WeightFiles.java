package io.github.easel.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The weights of one network as diffusers and transformers name them: often the same ones several
 * times, by format (safetensors, pickles) and by variant (fp16).
 */
final class WeightFiles {

  private static final Pattern WEIGHTS =
      Pattern.compile(
          "(?:diffusion_pytorch_model|pytorch_model|model)"
              + "(?:\\.(?<early>[A-Za-z0-9_]+))?(?<shard>-\\d{5}-of-\\d{5})?"
              + "(?:\\.(?<late>[A-Za-z0-9_]+))?\\.(?<format>safetensors|bin)");
  private static final Pattern INDEX =
      Pattern.compile(
          "(?:diffusion_pytorch_model|pytorch_model|model)(?:\\.(?<early>[A-Za-z0-9_]+))?"
              + "\\.(?<format>safetensors|bin)\\.index(?:\\.(?<late>[A-Za-z0-9_]+))?\\.json");
  private static final String PLAIN = "";
  private static final String HALF = "fp16";

  /** One of the files. */
  private record Weight(HubFile file, boolean safe, String variant, boolean part) {}

  private final List<Weight> all;

  private WeightFiles(List<Weight> all) {
    this.all = all;
  }

  /** Those among the files of one folder. */
  static WeightFiles among(List<HubFile> folder) {
    List<Weight> all = new ArrayList<>();
    for (HubFile file : folder) {
      Matcher weights = WEIGHTS.matcher(file.name());
      Matcher index = INDEX.matcher(file.name());
      if (weights.matches()) {
        all.add(weight(file, weights, weights.group("shard") != null));
      } else if (index.matches()) {
        all.add(weight(file, index, true));
      }
    }
    return new WeightFiles(all);
  }

  private static Weight weight(HubFile file, Matcher name, boolean part) {
    String variant =
        Stream.of("early", "late")
            .map(group -> Optional.ofNullable(name.group(group)).orElse(PLAIN))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(PLAIN);
    return new Weight(file, name.group("format").equals("safetensors"), variant, part);
  }

  /** Whether the name is one of weights or of their index, whatever the folder. */
  static boolean isWeights(String name) {
    return WEIGHTS.matcher(name).matches() || INDEX.matcher(name).matches();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  boolean has(String variant) {
    return all.stream().anyMatch(one -> one.variant().equals(variant));
  }

  /**
   * One set of weights: of the variant that is wanted, else the plain ones, else whatever there is;
   * in safetensors before pickles, in one file before several.
   */
  List<HubFile> choose(Optional<String> wanted) {
    return Stream.concat(
            Stream.concat(wanted.stream(), Stream.of(PLAIN, HALF)),
            all.stream().map(Weight::variant))
        .flatMap(variant -> Stream.of(set(variant, true), set(variant, false)))
        .filter(set -> !set.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<HubFile> set(String variant, boolean safe) {
    List<Weight> set =
        all.stream().filter(one -> one.safe() == safe && one.variant().equals(variant)).toList();
    boolean parts = set.stream().allMatch(Weight::part);
    return set.stream().filter(one -> one.part() == parts).map(Weight::file).toList();
  }
}
