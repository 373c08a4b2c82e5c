package org.evenhand.kit.web.text;

import java.util.Optional;

/**
 * A key: a text by which two systems mean the same thing. An invisible character would make a
 * second key that nobody can tell from the first, so of the characters that don't show only plain
 * spaces are allowed.
 */
public final class KeyText {

  private KeyText() {}

  /** What keeps a text, {@linkplain Texts#normal as it is kept}, from being a key. */
  public static Optional<String> fault(String key) {
    return Texts.fault(key)
        .or(
            () ->
                key.codePoints()
                    .filter(codePoint -> codePoint != ' ' && Texts.isInvisible(codePoint))
                    .mapToObj(Texts::shown)
                    .findFirst())
        .map(shown -> "holds " + shown + ", which can't be seen");
  }

  /** A text with what can't be seen, or is no ASCII digit, written out: X[U+00A0]1. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (plain(codePoint)) {
                shown.appendCodePoint(codePoint);
              } else {
                shown.append('[').append(Texts.shown(codePoint)).append(']');
              }
            });
    return shown.toString();
  }

  private static boolean plain(int codePoint) {
    return codePoint >= ' ' && codePoint < 0x7f
        || !Texts.isInvisible(codePoint)
            && Texts.fault(Character.toString(codePoint)).isEmpty()
            && !Character.isDigit(codePoint);
  }
}
