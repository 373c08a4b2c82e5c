package org.evenhand.analytics.agreement;

import org.jspecify.annotations.Nullable;

/**
 * How far the raters of a session meant the same. It never blocks a session: low agreement is a
 * note to the anchors of the policy, not to a person.
 *
 * <p>Thresholds: K. Krippendorff, Content Analysis (2004), p. 241: .80 to rely on, .667 for
 * tentative conclusions.
 */
public enum AgreementLevel {
  /** Fewer than three raters: differences, no coefficient. */
  PAIRED,
  /**
   * Fewer than ten samples, or nearly all scores alike, so alpha says nothing. In the latter case
   * it falls although raters agree, and AC2 is shown beside it.
   */
  INSUFFICIENT,
  RELIABLE,
  NOTE,
  WARN,
  CRITICAL;

  private static final int LEAST_RATERS = 3;
  private static final int LEAST_SAMPLES = 10;

  static AgreementLevel of(
      boolean paired, int raters, int samples, @Nullable Double alpha, boolean piledUp) {
    if (paired || raters < LEAST_RATERS) {
      return PAIRED;
    }
    if (samples < LEAST_SAMPLES || alpha == null || piledUp) {
      return INSUFFICIENT;
    }
    if (alpha < 0.4) {
      return CRITICAL;
    }
    if (alpha < 0.667) {
      return WARN;
    }
    return alpha < 0.8 ? NOTE : RELIABLE;
  }
}
