package io.github.easel.tokenizer;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns character references of HTML into the characters, for example "&amp;amp;" into "&amp;":
 * numbers, the names of Latin-1 (HTML 4, section 24.2.1) and those of punctuation that web pages
 * use.
 */
final class HtmlEntities {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,9})|#[xX]([0-9a-fA-F]{1,8})|([0-9A-Za-z]{1,24}));");

  /** In the order of the codes from 160 to 255. */
  private static final String LATIN_1 =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
      deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times
      Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
      agrave aacute acirc atilde auml aring aelig ccedil
      egrave eacute ecirc euml igrave iacute icirc iuml
      eth ntilde ograve oacute ocirc otilde ouml divide
      oslash ugrave uacute ucirc uuml yacute thorn yuml
      """;

  private static final int LATIN_1_START = 160;
  private static final String REPLACEMENT = "\ufffd";
  private static final Map<String, String> NAMES = names();

  private HtmlEntities() {}

  /** The decoded text; text with a "&lt;" in it may be markup, and stays as it is. */
  static String decode(String text) {
    if (text.indexOf('&') < 0 || text.indexOf('<') >= 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(character(text, match)));
  }

  private static String character(String text, MatchResult match) {
    if (match.start(1) >= 0) {
      return character(Long.parseLong(match.group(1)));
    }
    if (match.start(2) >= 0) {
      return character(Long.parseLong(match.group(2), 16));
    }
    String reference = text.substring(match.start(), match.end());
    return NAMES.getOrDefault(match.group(3), reference);
  }

  private static String character(long code) {
    boolean character =
        code > 0
            && code <= Character.MAX_CODE_POINT
            && !(code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    return character ? Character.toString((int) code) : REPLACEMENT;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    String[] latin = LATIN_1.strip().split("\\s+", -1);
    for (int i = 0; i < latin.length; i++) {
      names.put(latin[i], Character.toString(LATIN_1_START + i));
    }
    names.putAll(
        Map.of("quot", "\"", "amp", "&", "apos", "'", "lt", "<", "gt", ">", "euro", "\u20ac"));
    names.putAll(
        Map.of(
            "ndash", "\u2013",
            "mdash", "\u2014",
            "lsquo", "\u2018",
            "rsquo", "\u2019",
            "ldquo", "\u201c",
            "rdquo", "\u201d",
            "bull", "\u2022",
            "hellip", "\u2026",
            "trade", "\u2122"));
    return Map.copyOf(names);
  }
}
