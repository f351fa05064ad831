package io.github.easel.app;

import io.github.easel.app.StyleService.Style;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Seeding;
import io.github.easel.prompt.DynamicPrompts;
import io.github.easel.prompt.DynamicPrompts.Expansion;
import io.github.easel.prompt.PromptMatrix;
import io.github.easel.prompt.WildcardFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plans pictures with the styles and wildcards of this computer. */
final class LocalPromptExpansion implements PromptExpansion {

  private final StyleService styles;
  private final Path wildcards;

  /**
   * @param wildcards the usual folder; need not exist
   */
  LocalPromptExpansion(StyleService styles, Path wildcards) {
    this.styles = styles;
    this.wildcards = wildcards;
  }

  @Override
  public Plan plan(Prompt prompt, Seeding first, int count, Wishes wishes) {
    boolean dynamic = wishes.dynamic() || wishes.combinations().isPresent();
    DynamicPrompts prompts = new DynamicPrompts(new WildcardFolder(folder(wishes)));
    Set<Notice> notices = new LinkedHashSet<>();
    List<Planned> pictures = new ArrayList<>();
    for (Prompt each : prompts(prompt, count, wishes, prompts, notices)) {
      checkCount(pictures.size() + (long) count);
      for (int i = 0; i < count; i++) {
        Seeding seeding = first.ofPicture(i);
        Prompt words = dynamic ? chosen(each, seeding.seed(), wishes, prompts, notices) : each;
        pictures.add(new Planned(words, seeding));
      }
    }
    return new Plan(pictures, List.copyOf(notices));
  }

  /** The prompts that every seed is drawn with. */
  private List<Prompt> prompts(
      Prompt prompt, int count, Wishes wishes, DynamicPrompts dynamic, Set<Notice> notices) {
    List<Style> chosen = wishes.styles().stream().map(styles::find).toList();
    List<Prompt> prompts = new ArrayList<>();
    for (String words : wishes.matrix() ? matrix(prompt, count) : List.of(prompt.positive())) {
      Prompt styled = styles.apply(chosen, withPositive(prompt, words));
      if (wishes.combinations().isEmpty()) {
        prompts.add(styled);
      } else {
        Expansion all = dynamic.all(styled.positive(), wishes.combinations().get());
        notices.addAll(all.notices());
        all.texts().forEach(text -> prompts.add(withPositive(styled, text)));
      }
    }
    return prompts;
  }

  private static List<String> matrix(Prompt prompt, int count) {
    try {
      checkCount((long) PromptMatrix.count(prompt.positive()) * count);
    } catch (IllegalArgumentException tooMany) {
      throw tooMany("over " + (1 << PromptMatrix.MOST_OPTIONS));
    }
    return PromptMatrix.prompts(prompt.positive());
  }

  /** What the seed makes of the words. */
  private static Prompt chosen(
      Prompt prompt, long seed, Wishes wishes, DynamicPrompts dynamic, Set<Notice> notices) {
    String positive = prompt.positive();
    if (wishes.combinations().isEmpty()) {
      Expansion expansion = dynamic.random(positive, seed);
      notices.addAll(expansion.notices());
      positive = expansion.texts().get(0);
    }
    // Numbers of its own, lest both prompts always took the options of equal rank.
    Expansion negative = dynamic.random(prompt.negative(), ~seed);
    notices.addAll(negative.notices());
    return new Prompt(positive, negative.texts().get(0), prompt.reading());
  }

  private static Prompt withPositive(Prompt prompt, String positive) {
    return new Prompt(positive, prompt.negative(), prompt.reading());
  }

  private static void checkCount(long pictures) {
    if (pictures > MOST_PICTURES) {
      throw tooMany(Long.toString(pictures));
    }
  }

  private static GenerationException tooMany(String pictures) {
    return new GenerationException(
        Failure.TOO_MANY_PICTURES,
        "too many pictures: " + pictures,
        pictures,
        Integer.toString(MOST_PICTURES));
  }

  /** The usual folder need not exist; one that was named must. */
  private Path folder(Wishes wishes) {
    if (wishes.wildcards().isEmpty()) {
      return wildcards;
    }
    Path named = wishes.wildcards().get();
    if (!Files.isDirectory(named)) {
      throw GenerationException.unreadable(named, FileReason.NO_FOLDER.words(), null);
    }
    return named;
  }
}
