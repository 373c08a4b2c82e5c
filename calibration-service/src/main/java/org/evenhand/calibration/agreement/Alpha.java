package org.evenhand.calibration.agreement;

/** Krippendorff's alpha, or why there is none. */
public sealed interface Alpha {

  /**
   * Alpha and what it rests on.
   *
   * @param alpha 1 − observed / expected; 1 is perfect, 0 is what chance gives, below 0 is
   *     systematic disagreement
   * @param observedDisagreement Do, in the distance's unit
   * @param expectedDisagreement De, in the same unit, above 0
   * @param coincidences the matrix, its marginals and the number of pairable values
   */
  record Defined(
      double alpha,
      double observedDisagreement,
      double expectedDisagreement,
      Coincidences coincidences)
      implements Alpha {}

  /**
   * No alpha can be given. It is neither 0 nor 1: the scores do not say whether the raters agree on
   * anything.
   */
  record Undefined(Reason reason) implements Alpha {}

  /** Why there is no alpha. */
  enum Reason {
    /** No sample has two scores. */
    NO_PAIRABLE_VALUES("no pairable values"),
    /**
     * Everything got the same score, so that chance would agree as well: expected disagreement 0.
     */
    NO_VARIATION("expected disagreement 0");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** The reason as a reader would say it. */
    public String words() {
      return words;
    }
  }
}
