package org.evenhand.analytics.publication;

/** Why there are figures, or none: an empty chart would leave the reader to guess. */
public enum Visibility {
  SHOWN("Groups with too few people are named without figures."),
  TOO_FEW_PEOPLE("Too few people: no group is large enough to be shown."),
  GATHERING(
      "Ratings are coming in; what they come to is published at the next moment of the calendar."),
  NO_RATINGS("Nobody has a rating here yet."),
  SWITCHED_OFF("It is switched off here.");

  private final String words;

  Visibility(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
