package org.evenhand.gateway.routing;

import java.util.regex.Pattern;

/**
 * A path that every reader understands alike. Two readers that normalise differently would open a
 * way around the table: {@code /v1/reviews/../../internal}, {@code /v1/reviews/%2e%2e/…}, {@code
 * //internal}, {@code /v1/reviews;/…}. So dot segments, empty segments, parameters, backslashes and
 * needless escapes are refused.
 */
final class PlainPath {

  /**
   * An escape of a letter, digit, dot, slash, percent, backslash, semicolon or control character.
   */
  private static final Pattern NEEDLESS =
      Pattern.compile(
          "(?i)%(?:[01][0-9a-f]|7f|2[ef5]|5c|3[0-9b]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])");

  private static final Pattern SEGMENTS =
      Pattern.compile(
          "/|(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~@:+,=!$&'()*-]|%[0-9A-Fa-f]{2})+)+/?");

  private static final int LONGEST = 1024;

  private PlainPath() {}

  static boolean is(String path) {
    return path.length() <= LONGEST
        && SEGMENTS.matcher(path).matches()
        && !NEEDLESS.matcher(path).find();
  }
}
