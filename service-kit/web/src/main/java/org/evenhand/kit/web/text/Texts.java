package org.evenhand.kit.web.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts as every service keeps them: composed (NFC), and stripped at both ends of white space and
 * invisible characters, so that texts that look alike are equal. Inside a text such characters
 * stay, because they join letters and emoji. Whether a key may hold them is for the owner of the
 * key to say.
 */
public final class Texts {

  /** The Unicode property White_Space, without the control characters. */
  private static final String SPACES =
      "\\t\\n\\r\\u0020\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

  /**
   * Invisible characters: the Unicode property Default_Ignorable_Code_Point, which Java doesn't
   * know, and blank characters that don't have it (the Braille blank, the fillers and format
   * controls of annotations, hieroglyphs, Khitan script and musical notation).
   */
  private static final String IGNORABLE =
      "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F"
          + "\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0"
          + "\\uFFF0-\\uFFFB";

  /** The same beyond the first plane, where patterns are written in surrogate pairs. */
  private static final String IGNORABLE_PAIRS =
      "\\uD80D\\uDC30-\\uD80D\\uDC3F\\uD81B\\uDFE4\\uD82F\\uDCA0-\\uD82F\\uDCA3"
          + "\\uD834\\uDD59\\uD834\\uDD73-\\uD834\\uDD7A\\uDB40\\uDC00-\\uDB43\\uDFFF";

  /** Control characters but line breaks and tabs. */
  private static final String CONTROLS =
      "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F";

  /** Control characters, and halves of surrogate pairs. */
  private static final String UNFIT = CONTROLS + "\\uD800-\\uDFFF";

  private static final String NOTHING = SPACES + IGNORABLE + IGNORABLE_PAIRS;

  /** At least one visible character, and none that is refused. */
  public static final String WORDS =
      "^[" + NOTHING + "]*[^" + UNFIT + NOTHING + "][^" + UNFIT + "]*$";

  /**
   * {@link #WORDS} as documents tell it: without surrogates, which engines without the flag {@code
   * u} of ECMA 262, and those of Python and Rust, read otherwise or not at all.
   */
  public static final String PUBLISHED_WORDS =
      "^[" + SPACES + IGNORABLE + "]*[^" + CONTROLS + SPACES + IGNORABLE + "][^" + CONTROLS + "]*$";

  private static final Pattern INVISIBLE = Pattern.compile("[" + NOTHING + "]");
  private static final Pattern NO_TEXT = Pattern.compile("[" + UNFIT + "]");

  private Texts() {}

  /** The form in which a text is kept. */
  public static String normal(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isInvisible(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && isInvisible(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFC);
  }

  /** Whether nothing of it shows. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(Texts::isInvisible);
  }

  /** Whether a character is white space or shows nothing by itself. */
  public static boolean isInvisible(int codePoint) {
    boolean plain = codePoint > ' ' && codePoint < 0x7f;
    return !plain && INVISIBLE.matcher(Character.toString(codePoint)).matches();
  }

  /**
   * Names the first character that no text may hold, worded to follow "holds"; empty when there is
   * none.
   */
  public static Optional<String> fault(String text) {
    return text.codePoints()
        .filter(codePoint -> codePoint < ' ' || codePoint > '~')
        .filter(codePoint -> NO_TEXT.matcher(Character.toString(codePoint)).matches())
        .mapToObj(
            codePoint ->
                shown(codePoint)
                    + (Character.isISOControl(codePoint)
                        ? ", a control character"
                        : ", half of a surrogate pair"))
        .findFirst();
  }

  /** A character that can't be seen, as it is written about: U+00A0. */
  public static String shown(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }
}
