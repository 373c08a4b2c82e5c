package org.evenhand.review.review.work;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether two spellings are one person's name. A directory writes names in one way, and their
 * bearers on the keyboard that they have: with another apostrophe or hyphen, without accents, in
 * capitals, or with the family name first.
 */
public final class NameComparison {

  /** Before letters are taken apart, for an acute alone would become a space with an accent. */
  private static final Pattern APOSTROPHE =
      Pattern.compile(
          "['`\\u00B4\\u02B9-\\u02BF\\u02C8\\u02CA\\u02CB\\u055A\\u05F3\\u2018-\\u201B\\u2032\\u2035"
              + "\\uA78B\\uA78C\\uFF07\\uFF40]");

  /** A soft hyphen is one of the hyphens; everything else of its kind shows nothing. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u00AD]]");

  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private NameComparison() {}

  public static boolean same(String name, String other) {
    List<String> parts = parts(name);
    return !parts.isEmpty() && parts.equals(parts(other));
  }

  private static List<String> parts(String name) {
    String bare = INVISIBLE.matcher(APOSTROPHE.matcher(name).replaceAll("")).replaceAll("");
    return Arrays.stream(BETWEEN.split(folded(bare)))
        .filter(part -> !part.isEmpty())
        .sorted()
        .toList();
  }

  /** Upper case first: it has one form for letters that have two small ones. */
  private static String folded(String text) {
    String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder folded = new StringBuilder(plain.length());
    plain
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(letter -> folded.append(base(letter)));
    return folded.toString();
  }

  /** Letters with a stroke, and joined ones, which have no accent that could be taken off. */
  private static String base(int letter) {
    return switch (letter) {
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'ħ' -> "h";
      case 'ŧ' -> "t";
      case 'þ' -> "th";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      default -> Character.toString(letter);
    };
  }
}
