package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.image.Infotext;
import io.github.easel.image.ProvenanceJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which program's settings some texts hold. */
final class Programs {

  private static final String COMMENT = "UserComment";

  /**
   * Keywords, the most telling first: programs that take over another's pictures keep its texts.
   */
  private static final List<String> KEYWORDS =
      List.of("parameters", COMMENT, PictureTexts.HIDDEN, PictureTexts.PLAIN, "ImageDescription");

  private Programs() {}

  /** Whether a program that is known left any of the texts. */
  static boolean anyIn(Map<String, String> texts) {
    return find(texts).isPresent();
  }

  /**
   * The settings in a picture's texts.
   *
   * @param texts by keyword
   */
  static Optional<FoundSettings> find(Map<String, String> texts) {
    return text(texts, ProvenanceJson.KEYWORD)
        .or(() -> text(texts, "MakerNote")) // where files without texts of their own keep it
        .flatMap(EaselReader::read)
        .or(() -> invoke(texts))
        .or(() -> novelAi(texts))
        .or(() -> bySettings(texts))
        .or(() -> graph(texts))
        .or(() -> text(texts, Infotext.KEYWORD).map(InfotextReader::read));
  }

  private static Optional<FoundSettings> invoke(Map<String, String> texts) {
    return text(texts, "invokeai_metadata")
        .flatMap(JsonText::object)
        .map(InvokeReader::read)
        .or(
            () ->
                text(texts, "sd-metadata").flatMap(JsonText::object).map(InvokeReader::readLegacy));
  }

  private static Optional<FoundSettings> novelAi(Map<String, String> texts) {
    return text(texts, "Comment")
        .flatMap(JsonText::object)
        .filter(NovelAiReader::knows)
        .map(
            comment ->
                NovelAiReader.read(
                    comment,
                    texts.getOrDefault("Description", ""),
                    texts.getOrDefault("Source", "")));
  }

  private static Optional<FoundSettings> bySettings(Map<String, String> texts) {
    for (String keyword : KEYWORDS) {
      Optional<FoundSettings> found = text(texts, keyword).flatMap(Programs::ofContent);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The settings that a text holds whose keyword does not tell whose they are. */
  static Optional<FoundSettings> ofContent(String text) {
    Optional<JsonNode> json = JsonText.object(text);
    if (json.isPresent()) {
      return ofJson(json.get(), text);
    }
    return InfotextReader.hasSettings(text)
        ? Optional.of(InfotextReader.read(text))
        : Optional.empty();
  }

  private static Optional<FoundSettings> ofJson(JsonNode json, String text) {
    if (FooocusReader.knows(json)) {
      return Optional.of(FooocusReader.read(json));
    }
    if (NovelAiReader.knows(json)) {
      return Optional.of(NovelAiReader.read(json, "", ""));
    }
    if (json.has("positive_prompt") && json.has("scheduler")) {
      return Optional.of(InvokeReader.read(json));
    }
    Optional<FoundSettings> own = EaselReader.read(text);
    return own.or(() -> ComfyGraph.ofPrompt(json).flatMap(ComfyReader::read))
        .or(() -> ComfyWorkflow.graph(json).flatMap(ComfyReader::read))
        .or(() -> wrapped(json));
  }

  /** An object of the texts that a PNG file would hold, as some programs put it elsewhere. */
  private static Optional<FoundSettings> wrapped(JsonNode json) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String keyword : List.of("Comment", "Description", "Source", "prompt", "workflow")) {
      JsonNode value = json.path(keyword);
      if (!value.isMissingNode()) {
        texts.put(keyword, JsonText.words(value));
      }
    }
    return novelAi(texts).or(() -> graph(texts));
  }

  private static Optional<FoundSettings> graph(Map<String, String> texts) {
    return graphText(texts, "prompt")
        .flatMap(JsonText::object)
        .flatMap(ComfyGraph::ofPrompt)
        .flatMap(ComfyReader::read)
        .or(
            () ->
                graphText(texts, "workflow")
                    .flatMap(JsonText::object)
                    .flatMap(ComfyWorkflow::graph)
                    .flatMap(ComfyReader::read));
  }

  /** In WebP files ComfyUI writes {@code name:JSON} into EXIF's camera model, make and the like. */
  private static Optional<String> graphText(Map<String, String> texts, String name) {
    return text(texts, name)
        .or(
            () ->
                texts.values().stream()
                    .filter(text -> text.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(text -> text.substring(name.length() + 1))
                    .findFirst());
  }

  private static Optional<String> text(Map<String, String> texts, String keyword) {
    return Optional.ofNullable(texts.get(keyword));
  }
}
