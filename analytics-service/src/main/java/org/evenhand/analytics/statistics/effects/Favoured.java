package org.evenhand.analytics.statistics.effects;

/**
 * What happened to those who count as selected, in words.
 *
 * @param did as in "12 of 40 people ..."
 * @param more as in "3 more of the group ..."
 */
public record Favoured(String did, String more) {

  /** By a rating. */
  public static final Favoured BY_RATING =
      new Favoured(
          "are rated at or above the favourable level", "at or above the favourable level");
}
