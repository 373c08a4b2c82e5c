package org.evenhand.review.growth.catalogue.matching;

/** Why an entry was found. */
enum MatchCode {
  CLOSES_GAP("works on the criterion %s"),
  HAS_TAG("is about %s"),
  IS_KIND("is of the kind %s"),
  IN_LANGUAGE("is given in %s"),
  AT_PLACE("is given in %s"),
  ANYWHERE("can be followed from anywhere (%s)"),
  ACCESSIBLE("has %s"),
  SEATS_LEFT("has seats left: %s");

  private final String words;

  MatchCode(String words) {
    this.words = words;
  }

  MatchReason of(String value) {
    return new MatchReason(this, value, words.formatted(value));
  }
}
