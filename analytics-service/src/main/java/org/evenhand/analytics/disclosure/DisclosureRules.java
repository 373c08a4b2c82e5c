package org.evenhand.analytics.disclosure;

/**
 * The thresholds of disclosure control.
 *
 * @param leastGroup the least number of people of whom a figure, or the difference of two, is shown
 * @param leastDistribution the least number of people of whom the count of each level is shown
 */
public record DisclosureRules(int leastGroup, int leastDistribution) {

  public DisclosureRules {
    if (leastGroup < 1 || leastDistribution < leastGroup) {
      throw new IllegalArgumentException(
          "Least group " + leastGroup + ", least distribution " + leastDistribution);
    }
  }

  /** The least number of people of a group in a figure; of a year nothing less is ever shown. */
  int least(FigureOf of) {
    return of.isYearly() ? leastDistribution : leastGroup;
  }
}
