package org.evenhand.analytics.statistics;

/**
 * The outcome of the test that was chosen for an effect.
 *
 * @param test which one
 * @param p two-sided
 */
public record Significance(Test test, double p) {

  /** The tests, as they are named to a reader. */
  public enum Test {
    POOLED_Z("Z test of two rates"),
    FISHER_EXACT("Fisher's exact test"),
    BRUNNER_MUNZEL("Brunner-Munzel test"),
    MANN_WHITNEY_EXACT("exact conditional Mann-Whitney test"),
    MANN_WHITNEY("tie-corrected Mann-Whitney test"),
    COCHRAN_MANTEL_HAENSZEL("Cochran-Mantel-Haenszel test"),
    VAN_ELTEREN("van Elteren's test");

    private final String words;

    Test(String words) {
      this.words = words;
    }

    /** Its name, as a reader knows it. */
    public String words() {
      return words;
    }
  }
}
