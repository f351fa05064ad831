package io.github.easel.app.gallery;

import io.github.easel.gallery.PictureFacts;

/**
 * A page of pictures that needs nothing but its folder: no scripts, which its own policy forbids,
 * and nothing from elsewhere.
 */
final class HtmlPage {

  private static final int LONGEST_ALT = 250;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --paper: #ffffff; --ink: #1c1c20; --faint: #5f6470;
        --line: #dddfe4; --mark: #0550ae; }
      @media (prefers-color-scheme: dark) {
        :root { --paper: #16181d; --ink: #e8eaee; --faint: #a3a9b5; --line: #343842;
          --mark: #79b8ff; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; padding: 24px; max-width: 1600px; background: var(--paper);
        color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; font-weight: 600; margin: 0 0 24px; }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 24px;
        grid-template-columns: repeat(auto-fill, minmax(min(256px, 100%), 1fr)); }
      figure { margin: 0; }
      a { color: var(--mark); display: inline-block; border-radius: 4px; }
      a:focus-visible, summary:focus-visible { outline: 3px solid var(--mark);
        outline-offset: 2px; }
      img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line);
        border-radius: 4px; }
      figcaption { margin-top: 8px; overflow-wrap: anywhere; }
      .prompt { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical;
        overflow: hidden; margin: 0; }
      summary { cursor: pointer; color: var(--faint); font-size: 0.875rem; }
      dl { margin: 8px 0 0; font-size: 0.875rem; }
      dt { color: var(--faint); } dd { margin: 0 0 4px; white-space: pre-line; }
      @media print { body { padding: 0; } li { break-inside: avoid; } }
      """;

  private final ExportTexts texts;
  private final boolean settings;
  private final StringBuilder list = new StringBuilder();
  private int pictures;

  HtmlPage(ExportTexts texts, boolean settings) {
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * Adds a picture behind the others.
   *
   * @param thumbnail its address on the page
   * @param width of the thumbnail in pixels
   * @param height likewise
   */
  void add(Outgoing picture, String thumbnail, int width, int height) {
    pictures++;
    list.append("<li><figure>\n<a href=\"pictures/")
        .append(HtmlText.address(picture.name()))
        .append("\"><img src=\"")
        .append(thumbnail)
        .append("\" width=\"%d\" height=\"%d\" loading=\"lazy\" alt=\"".formatted(width, height))
        .append(HtmlText.escape(alt(picture)))
        .append("\"></a>\n");
    if (settings) {
      caption(picture);
    }
    list.append("</figure></li>\n");
  }

  private String alt(Outgoing picture) {
    String prompt = picture.item().entry().facts().prompt().strip();
    if (!settings || prompt.isEmpty()) {
      return texts.of("alt", Integer.toString(picture.number()));
    }
    int end = Math.min(LONGEST_ALT, prompt.codePointCount(0, prompt.length()));
    return prompt.substring(0, prompt.offsetByCodePoints(0, end));
  }

  private void caption(Outgoing picture) {
    PictureFacts facts = picture.item().entry().facts();
    list.append("<figcaption>");
    if (!facts.prompt().isBlank()) {
      list.append("<p class=\"prompt\">").append(HtmlText.escape(facts.prompt())).append("</p>");
    }
    list.append("<details><summary>")
        .append(HtmlText.escape(texts.of("settings")))
        .append("</summary><dl>");
    if (!facts.prompt().isBlank()) {
      pair(texts.of("prompt"), facts.prompt());
    }
    texts.settings(picture.item()).forEach(this::pair);
    list.append("</dl></details></figcaption>\n");
  }

  private void pair(String name, String value) {
    list.append("<dt>")
        .append(HtmlText.escape(name))
        .append("</dt><dd>")
        .append(HtmlText.escape(value))
        .append("</dd>");
  }

  /** The whole page. */
  @Override
  public String toString() {
    String title = HtmlText.escape(texts.title(pictures));
    return String.join(
        "\n",
        "<!DOCTYPE html>",
        "<html lang=\"" + texts.language() + "\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none';"
            + " object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"referrer\" content=\"no-referrer\">",
        "<title>" + title + "</title>",
        "<style>",
        STYLE + "</style>",
        "</head>",
        "<body>",
        "<main>",
        "<h1>" + title + "</h1>",
        "<ul>",
        list + "</ul>",
        "</main>",
        "</body>",
        "</html>",
        "");
  }
}
