package org.evenhand.review.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names are compared: without case, accents, or what is invisible. */
final class Letters {

  private static final Pattern ATOM = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern DIACRITIC = Pattern.compile("[\\u0300-\\u036f]+");

  /**
   * Soft hyphens, zero-width characters and direction marks split a name without showing; private
   * use characters stand for our own placeholders while we work.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064"
              + "\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff\\ue000-\\uf8ff]");

  private Letters() {}

  /** The text with one form per character, so that no spelling of a name slips through. */
  static String normal(String text) {
    return Normalizer.normalize(
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""),
        Normalizer.Form.NFC);
  }

  /** The form by which a word is compared: {@code Żółć} and {@code zolc} are the same. */
  static String folded(String word) {
    String lower = normal(word).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    lower.codePoints().forEach(letter -> plain.append(base(letter)));
    String bare =
        DIACRITIC.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  /**
   * The folded spellings of a name: letters with a dot or a ring above are also written with a
   * second vowel.
   */
  static Set<String> spellings(String word) {
    Set<String> all = new TreeSet<>();
    all.add(folded(word));
    String lower = normal(word).toLowerCase(Locale.ROOT);
    all.add(
        folded(
            lower
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ø", "oe")
                .replace("å", "aa")));
    return all;
  }

  /** The runs of letters and digits of a text, in order. */
  static List<Atom> atoms(String text) {
    List<Atom> found = new ArrayList<>();
    Matcher matcher = ATOM.matcher(text);
    while (matcher.find()) {
      found.add(new Atom(matcher.group(), folded(matcher.group()), matcher.start(), matcher.end()));
    }
    return found;
  }

  /** Whether a script puts no spaces between words, so that a name is found inside of a run. */
  static boolean runsOn(String name) {
    return name.codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .anyMatch(
            script ->
                switch (script) {
                  case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
                  default -> false;
                });
  }

  private static String base(int letter) {
    return switch (letter) {
      case 'ß' -> "ss";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ı' -> "i";
      default -> Character.toString(letter);
    };
  }
}
