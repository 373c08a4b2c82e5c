package org.evenhand.calibration.session;

import org.jspecify.annotations.Nullable;

/**
 * How far the blind scores agree: ordinal Krippendorff's alpha with its 95 % bootstrap interval.
 *
 * @param raters how many scored at all
 * @param samples how many samples were scored by two or more
 * @param paired fewer than three raters: differences only, alpha would claim too much
 * @param alpha null when paired or undefined; {@code undefined} then says why
 */
public record Agreement(
    int raters,
    int samples,
    boolean paired,
    @Nullable Double alpha,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String undefined) {

  /**
   * For whoever may not read all samples: from exact figures and the scores of the other samples
   * they would work out the scores of that one, nearly always to the last. So alpha is in tenths,
   * without its interval; below .05 it isn't told, nor why there is none, because there is none
   * only if the missing sample got what all others got.
   */
  public Agreement inTenths() {
    boolean told = alpha != null && alpha >= 0.05;
    return new Agreement(raters, samples, paired, told ? tenth(alpha) : null, null, null, null);
  }

  public static @Nullable Double tenth(@Nullable Double figure) {
    return figure == null ? null : Math.rint(figure * 10) / 10;
  }
}
