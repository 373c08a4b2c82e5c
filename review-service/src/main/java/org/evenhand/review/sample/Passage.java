package org.evenhand.review.sample;

import java.util.List;
import java.util.regex.Pattern;

/** A text as its atoms and what stands between them. */
record Passage(String text, List<Atom> atoms) {

  private static final Pattern WITHIN_A_NAME =
      Pattern.compile("[\\s'\\u2018\\u2019\\u02bc\\-\\u2010\\u2011]{1,2}");
  private static final Pattern AFTER_AN_INITIAL = Pattern.compile("\\.\\s?");
  private static final Pattern COMMA = Pattern.compile(",\\s?");
  private static final Pattern WITHIN_A_TERM =
      Pattern.compile("[^\\p{L}\\p{N}\\ue000-\\uf8ff]{1,3}");
  private static final String ENDS_A_SENTENCE = ".!?:;\n\r\u2022\u2026";
  private static final String OPENS = "\"'\u2018\u201c\u00ab([{-\u2013\u2014*";

  static Passage of(String text) {
    return new Passage(text, Letters.atoms(text));
  }

  int size() {
    return atoms.size();
  }

  Atom at(int index) {
    return atoms.get(index);
  }

  boolean nameGoesOnAfter(int index) {
    if (index + 1 >= size()) {
      return false;
    }
    String between = between(index, index + 1);
    return WITHIN_A_NAME.matcher(between).matches()
        || (at(index).isInitial() && AFTER_AN_INITIAL.matcher(between).matches());
  }

  boolean commaComesAfter(int index) {
    return index + 1 < size() && COMMA.matcher(between(index, index + 1)).matches();
  }

  boolean termGoesOnAfter(int index) {
    return index + 1 < size() && WITHIN_A_TERM.matcher(between(index, index + 1)).matches();
  }

  boolean followsTitle(int index) {
    return index > 0
        && Titles.isTitle(at(index - 1).folded())
        && between(index - 1, index).matches("\\.?\\s{1,2}");
  }

  /** A title that isn't an English word, so that a name may follow even in small letters. */
  boolean followsClearTitle(int index) {
    return followsTitle(index) && Titles.isClear(at(index - 1).folded());
  }

  boolean isPossessive(int index) {
    return index + 1 < size()
        && at(index + 1).text().equalsIgnoreCase("s")
        && between(index, index + 1).matches("['\\u2019\\u02bc]");
  }

  /** The folded word after this one, when only a space is between them; else nothing. */
  String wordAfter(int index) {
    return index + 1 < size() && between(index, index + 1).isBlank() ? at(index + 1).folded() : "";
  }

  /** The folded word before this one, when only a space is between them; else nothing. */
  String wordBefore(int index) {
    return index > 0 && between(index - 1, index).isBlank() ? at(index - 1).folded() : "";
  }

  /** Whether a capital means nothing here, because every sentence starts with one. */
  boolean startsSentence(int index) {
    int position = at(index).start() - 1;
    boolean newLine = false;
    while (position >= 0) {
      char before = text.charAt(position);
      newLine |= before == '\n' || before == '\r';
      if (!Character.isWhitespace(before) && OPENS.indexOf(before) < 0) {
        return newLine || ENDS_A_SENTENCE.indexOf(before) >= 0;
      }
      position--;
    }
    return true;
  }

  private String between(int first, int second) {
    return text.substring(at(first).end(), at(second).start());
  }
}
