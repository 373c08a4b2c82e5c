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

  private static final String LONG_MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final String MONTH =
      "(?:" + LONG_MONTH + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)";
  private static final String NAMED = "(?<month>" + MONTH + ")";
  private static final String DAY = "(?<d>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?<y>199\\d|200[1-9]|20[1-4]\\d)";

  private enum Form {
    ISO("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?", true),
    NUMBERS("\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})", false),
    DAY_MONTH_YEAR(DAY + "(?: of)? " + NAMED + ",? " + YEAR, true),
    MONTH_DAY_YEAR(NAMED + " " + DAY + ",? " + YEAR, true),
    DAY_MONTH(DAY + "(?: of)? " + MONTH, false),
    MONTH_DAY(MONTH + " " + DAY + "(?!:)", false),
    MONTH_YEAR(MONTH + ",? " + YEAR, false),
    AFTER_A_WORD(
        "(?<=\\b(?:in|since|until|till|during|last|next|early|late|mid)[ -])"
            + MONTH
            + "(?!['\\u2019]s| \\p{Lu})",
        false),
    QUARTER("(?:Q[1-4]|H[12]|FY)(?:[ /-]?" + YEAR + "|\\d{2})?", false),
    YEARS(YEAR + "(?:[/\\u2013-]\\d{2,4})?", false),
    WEEKDAY("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?", false),
    FEAST("(?:Christmas|Easter|Ramadan|Eid|Diwali|Hanukkah|Yom Kippur)", false);

    private final Pattern pattern;
    private final boolean wholeDay;

    Form(String regex, boolean wholeDay) {
      this.pattern = whole(regex);
      this.wholeDay = wholeDay;
    }
  }

  private static final Pattern MONTH_ALONE =
      whole(
          "(?:January|February|March|April|June|July|August|September|October|November|December)");

  private Dates() {}

  /**
   * Replaces what can be nothing but a date.
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
    return result;
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
