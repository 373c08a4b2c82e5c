package org.evenhand.review.sample;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces dates, from a day to a year, in the forms that English texts use. The same day in two
 * forms is the same date, where the form leaves no doubt. A month that may also be a name is a date
 * beside a number or after a word like «in»; otherwise names go first.
 */
final class Dates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** In small letters «may» and «march» are verbs. */
  private static final String LONG_MONTH =
      "(?:(?i:January|February|April|June|July|August|September|October|November|December)"
          + "|March|MARCH|May)";

  private static final String MONTH =
      "(?:" + LONG_MONTH + "|(?:(?i:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|Mar)(?!\\p{L})\\.?)";
  private static final String NAMED = "(?<month>" + MONTH + ")";
  private static final String DAY = "(?<d>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String APART = "(?: of |[ .-]{0,2})";
  private static final String YEAR = "(?<y>199\\d|200[1-9]|20[1-4]\\d)";

  private static final String A_DAY = "(?:0?[1-9]|[12]\\d|3[01])";
  private static final String A_MONTH = "(?:0?[1-9]|1[0-2])";

  /** Words that are counted by a fraction: {@code 3/4 of the team}, {@code 9/10 tests}. */
  private static final String COUNTED =
      "(?:of|tests?|cases?|points?|stars?|people|customers?|tickets?|reviews?|votes?|times|hours?"
          + "|days?|weeks?|months?|years?|majority|full|done|complete|finished|filled|inch(?:es)?|screens?|format)";

  private enum Form {
    ISO("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?", true),
    NUMBERS("\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})", false),
    MONTH_NUMBER_YEAR(A_MONTH + "[./-]" + YEAR, false),
    DAY_SLASH_MONTH(
        "(?<![./-])(?<!\\b(?:about|only|over|nearly|almost|roughly|scored|rated|got) )"
            + "(?:(?<=\\b(?:on|since|by|until|before|after) )24/7|(?!24/7)(?:"
            + (A_DAY + "/" + A_MONTH + "|" + A_MONTH + "/" + A_DAY)
            + "))(?![/.-]?\\d| ?%| "
            + COUNTED
            + "\\b)",
        false),
    DAY_DOT_MONTH(
        "(?<![./-])(?:(?<!\\b(?:version|release|java|python|chapter|section|v|no) )"
            + (A_DAY + "\\." + A_MONTH + "\\.(?=\\s+\\p{Ll}|\\s*[\u2013-]\\s*\\d|[),:;])")
            + "|(?<=\\b(?:on|since|until|before|after|due|am|from|the|of) )"
            + (A_DAY + "\\." + A_MONTH + "\\.(?!\\d))"),
        false),
    DAY_MONTH_YEAR(DAY + APART + NAMED + "[ ,.-]{0,2}" + YEAR, true),
    MONTH_DAY_YEAR(NAMED + " " + DAY + ",? " + YEAR, true),
    DAY_MONTH_SHORT_YEAR(DAY + APART + MONTH + "[ -]?['\u2019]?\\d{2}(?![:\\d])", false),
    DAY_MONTH(DAY + APART + MONTH, false),
    DAY_OF_MAY("\\d{1,2}(?:st|nd|rd|th)(?: of)? may|may \\d{1,2}(?:st|nd|rd|th)", false),
    MONTH_DAY(MONTH + " " + DAY + "(?!:)", false),
    MONTH_YEAR(MONTH + ",? " + YEAR, false),
    AFTER_A_WORD(
        "(?<=\\b(?:in|since|until|till|during|last|next|early|late|mid)[ -])"
            + MONTH
            + "(?!['\\u2019]s| \\p{Lu})",
        false),
    MONTH_OF_YEAR(MONTH + "[ -]?['\u2019]?\\d{2}(?!:)", false),
    QUARTER("(?:[Qq][1-4]|H[12]|FY)(?:[ /-]?" + YEAR + "|\\d{2})?|[1-4]Q(?:\\d{2})?", false),
    QUARTER_IN_WORDS(
        "(?i:first|second|third|fourth|last|next|1st|2nd|3rd|4th) (?i:quarter)(?! of (?:an|the)"
            + " hour)",
        false),
    YEARS(YEAR + "(?:[/\\u2013-]\\d{2,4})?", false),
    WEEK("(?:CW|KW|(?i:calendar week)) ?\\d{1,2}", false),
    WEEKDAY(
        "(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
            + "|(?<=\\b(?:on|last|next|every|this|by|since|until) )"
            + "(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\b\\.?",
        false),
    FEAST("(?:Christmas|Easter|Ramadan|Eid|Diwali|Hanukkah|Yom Kippur)", false);

    private final Pattern pattern;
    private final boolean wholeDay;

    Form(String regex, boolean wholeDay) {
      this.pattern = whole(regex);
      this.wholeDay = wholeDay;
    }
  }

  private static final Pattern WEEKDAY_OF_A_DATE =
      Pattern.compile(
          "\\b(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\b\\.?,? ?(?=[\\ue000-\\uf8ff])");
  private static final Pattern MONTH_ALONE =
      whole(
          "(?:(?i:January|February|April|June|July|September|October|November|December)"
              + "|March|August)");

  private Dates() {}

  /**
   * Replaces what can only be a date.
   *
   * @param sign gives the placeholder for a date, by what makes it the same date again
   */
  static String replaced(String text, Function<String, String> sign) {
    String result = text;
    for (Form form : Form.values()) {
      Matcher matcher = form.pattern.matcher(result);
      StringBuilder next = new StringBuilder();
      while (matcher.find()) {
        String identity = form.wholeDay ? day(matcher, form) : lower(matcher);
        matcher.appendReplacement(next, Matcher.quoteReplacement(sign.apply(identity)));
      }
      result = matcher.appendTail(next).toString();
    }
    return WEEKDAY_OF_A_DATE.matcher(result).replaceAll("");
  }

  /** Replaces months that stand alone, once the names are gone. */
  static String monthsReplaced(String text, Function<String, String> sign) {
    return MONTH_ALONE
        .matcher(text)
        .replaceAll(
            month -> Matcher.quoteReplacement(sign.apply(month.group().toLowerCase(Locale.ROOT))));
  }

  private static String day(Matcher matcher, Form form) {
    try {
      int month =
          form == Form.ISO
              ? Integer.parseInt(matcher.group("m"))
              : MONTHS.indexOf(matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
      return LocalDate.of(
              Integer.parseInt(matcher.group("y")), month, Integer.parseInt(matcher.group("d")))
          .toString();
    } catch (DateTimeException impossibleDay) {
      return lower(matcher);
    }
  }

  private static String lower(Matcher matcher) {
    return matcher.group().toLowerCase(Locale.ROOT);
  }

  private static Pattern whole(String regex) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + regex + "(?![\\p{L}\\p{N}])");
  }
}
