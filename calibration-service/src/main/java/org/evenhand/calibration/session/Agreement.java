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
    @Nullable String undefined) {}
