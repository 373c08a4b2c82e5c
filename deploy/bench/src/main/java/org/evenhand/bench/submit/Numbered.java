package org.evenhand.bench.submit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ids and keys that are made from a number, so that a value that a service sent to the database for
 * one review can be computed for any other, by SQL alone.
 *
 * @param prefix the part before twelve hexadecimal digits
 * @param variable the name of the number in a script
 */
record Numbered(String prefix, String variable) {
  static final String OF_REVIEW = "n";
  static final String OF_REVIEWER = "m";

  static final Numbered REVIEW = new Numbered("00000001-0000-7000-8000-", OF_REVIEW);
  static final Numbered REVIEWEE = new Numbered("00000002-0000-7000-8000-", OF_REVIEW);
  static final Numbered ASSIGNMENT = new Numbered("00000003-0000-7000-8000-", OF_REVIEW);
  static final Numbered REVIEWEE_NUMBER = new Numbered("E-", OF_REVIEW);
  static final Numbered KEY = new Numbered("submission-", OF_REVIEW);
  static final Numbered REVIEWER = new Numbered("00000004-0000-7000-8000-", OF_REVIEWER);
  static final Numbered REVIEWER_ASSIGNMENT = new Numbered("00000006-0000-7000-8000-", OF_REVIEWER);
  static final Numbered REVIEWER_NUMBER = new Numbered("M-", OF_REVIEWER);

  static final Numbered DUTY = new Numbered("00000008-0000-7000-8000-", OF_REVIEW);

  private static final List<Numbered> ALL =
      List.of(
          REVIEW,
          REVIEWEE,
          ASSIGNMENT,
          REVIEWEE_NUMBER,
          KEY,
          REVIEWER,
          REVIEWER_ASSIGNMENT,
          REVIEWER_NUMBER,
          DUTY);

  /** The number of reviews per reviewer. */
  static final int REPORTS = 8;

  /** Any of them within a longer text. */
  static final Pattern ANY =
      Pattern.compile(
          ALL.stream()
              .map(numbered -> Pattern.quote(numbered.prefix))
              .collect(Collectors.joining("|", "(?<prefix>", ")(?<number>[0-9a-f]{12})")));

  static Numbered withPrefix(String prefix) {
    return ALL.stream()
        .filter(numbered -> numbered.prefix.equals(prefix))
        .findFirst()
        .orElseThrow();
  }

  static long reviewerOf(long review) {
    return 1 + review / REPORTS;
  }

  String of(long number) {
    return "%s%012x".formatted(prefix, number);
  }

  /** The same in SQL, of a bigint expression. */
  String sql(String number) {
    return "'" + prefix + "' || lpad(to_hex(" + number + "), 12, '0')";
  }
}
