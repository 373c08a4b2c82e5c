package org.evenhand.analytics.publication;

/** What is said in place of a hidden group's figures: never which part of the rule it was. */
public final class SuppressionWords {

  private SuppressionWords() {}

  public static String rule(long leastGroup) {
    return "Hidden: fewer than "
        + leastGroup
        + " people, or all of them alike, or kept back so that such a group can't be had by"
        + " subtraction.";
  }
}
