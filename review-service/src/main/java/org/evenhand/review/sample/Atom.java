package org.evenhand.review.sample;

/** A run of letters and digits, its place in the text, and the form by which it is compared. */
record Atom(String text, String folded, int start, int end) {

  /** Written like a name: with a capital, or in a script that has none. */
  boolean isCapitalised() {
    return text.codePoints()
        .filter(Character::isLetter)
        .limit(1)
        .anyMatch(letter -> !Character.isLowerCase(letter));
  }

  boolean isInitial() {
    return text.codePointCount(0, text.length()) == 1;
  }
}
