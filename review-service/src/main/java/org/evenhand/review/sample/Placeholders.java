package org.evenhand.review.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders for what was taken out: the same for the same person, place or date in all texts
 * of a review. During the work one private-use character stands for each, so that no later step
 * takes a placeholder for text.
 */
final class Placeholders {

  /**
   * The kinds of hidden things; people are distinguished by letters, the rest by numbers or
   * letters.
   */
  enum Kind {
    PERSON("Colleague"),
    TEAM("Team"),
    PLACE("Place"),
    DATE("Date"),
    ADDRESS("Address"),
    LINK("Link"),
    NUMBER("Number");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    private boolean isNumbered() {
      return ordinal() >= DATE.ordinal();
    }
  }

  private static final char FIRST = '\ue000';
  private static final char LAST = '\uf8ff';
  private static final int LETTERS = 26;

  private final Map<String, Character> signs = new HashMap<>();
  private final Map<Character, String> labels = new LinkedHashMap<>();
  private final Map<Kind, Integer> counts = new HashMap<>();
  private final char removed = next("[Removed]");

  Placeholders(UUID reviewee, @Nullable UUID reviewer) {
    signs.put(key(Kind.PERSON, reviewee.toString()), next("[Reviewee]"));
    if (reviewer != null) {
      signs.put(key(Kind.PERSON, reviewer.toString()), next("[Reviewer]"));
    }
  }

  char person(UUID id) {
    return of(Kind.PERSON, id.toString());
  }

  /** The sign for something, by its identity. */
  char of(Kind kind, String identity) {
    return signs.computeIfAbsent(key(kind, identity), unseen -> next(label(kind)));
  }

  /** The sign for words whose very presence raters must not notice. */
  char removed() {
    return removed;
  }

  static boolean isSign(char character) {
    return character >= FIRST && character <= LAST;
  }

  boolean isPlace(char sign) {
    return labels.getOrDefault(sign, "").startsWith("[" + Kind.PLACE.label);
  }

  /** The text with every sign written out. */
  String writtenOut(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String label = labels.get(text.charAt(i));
      if (label == null) {
        out.append(text.charAt(i));
      } else {
        out.append(label);
      }
    }
    return out.toString();
  }

  private String label(Kind kind) {
    int number = counts.merge(kind, 1, Integer::sum);
    return "[" + kind.label + " " + (kind.isNumbered() ? number : letters(number)) + "]";
  }

  private char next(String label) {
    // Beyond 6,400 different things in one review the rest share one sign, so that nothing leaks.
    char sign = (char) Math.min(FIRST + labels.size(), LAST);
    labels.put(sign, sign == LAST ? "[Removed]" : label);
    return sign;
  }

  private static String letters(int number) {
    int rest = number - 1;
    String last = String.valueOf((char) ('A' + rest % LETTERS));
    return rest < LETTERS ? last : letters(rest / LETTERS) + last;
  }

  private static String key(Kind kind, String identity) {
    return kind + ":" + identity;
  }
}
