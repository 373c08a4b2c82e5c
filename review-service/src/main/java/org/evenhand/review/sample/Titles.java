package org.evenhand.review.sample;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Titles before names. They reveal a gender or a rank, and that a name follows, even one that the
 * directory doesn't know.
 */
final class Titles {

  private static final Set<String> WORDS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "sir",
          "madam",
          "madame",
          "mme",
          "mlle",
          "mademoiselle",
          "monsieur",
          "herr",
          "herrn",
          "frau",
          "fraulein",
          "senor",
          "senora",
          "senorita",
          "senhor",
          "senhora",
          "signor",
          "signora",
          "sra",
          "mevrouw",
          "meneer",
          "mevr",
          "dhr",
          "lady",
          "lord",
          "dame",
          "don",
          "dona",
          "pan",
          "pani",
          "fru",
          "hr",
          "ing",
          "dipl");

  private static final Set<String> WORDS_TOO =
      Set.of("miss", "sir", "lady", "lord", "dame", "don", "pan", "hr", "ing", "dipl", "ms");

  private static final String BEFORE_ANY_NAME =
      "(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Madame|Mme|Mlle|Mademoiselle|Monsieur|Herrn?|Frau"
          + "|Fräulein|Señor|Señora|Señorita|Senor|Senora|Senhora?|Signora?|Mevrouw|Meneer|Dhr)";

  private static final Pattern BEFORE_A_SIGN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:(?:"
              + BEFORE_ANY_NAME
              + "|Miss|Sir|Madam|Lady|Lord|Dame|Don|Doña|Pani?|Fru|Mevr|Sra?|Sig|M|Ing|Dipl|Hr)"
              + "\\.?\\s+)+(?=[\\ue000-\\uf8ff])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BEFORE_A_STRANGER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + BEFORE_ANY_NAME
              + "\\.?\\s+)+(\\p{Lu}[\\p{L}\\p{M}'\\u2019-]+)");

  private Titles() {}

  /** Whether a folded word is a title. */
  static boolean isTitle(String folded) {
    return WORDS.contains(folded);
  }

  /** Whether a folded word is nothing but a title: «miss» and «don» are words. */
  static boolean isClear(String folded) {
    return WORDS.contains(folded) && !WORDS_TOO.contains(folded);
  }

  /**
   * Takes out titles, once the known names have become signs.
   *
   * @param stranger gives the sign for a name that only its title reveals
   */
  static String removed(String text, UnaryOperator<String> stranger) {
    return BEFORE_A_STRANGER
        .matcher(BEFORE_A_SIGN.matcher(text).replaceAll(""))
        .replaceAll(
            found ->
                found.group(1).endsWith("'s") || found.group(1).endsWith("\u2019s")
                    ? stranger.apply(found.group(1).substring(0, found.group(1).length() - 2))
                        + found.group(1).substring(found.group(1).length() - 2)
                    : stranger.apply(found.group(1)));
  }
}
