/**
 * Whether raters mean the same by a level: coefficients of agreement and spread, as pure functions
 * of the scores.
 *
 * <p>Scores are integers, usually ordinals 1..K with higher meaning better. A sample (the
 * literature's <em>unit</em>) is the list of the scores it was given, in any order; a rater who did
 * not score it is simply absent from the list. Nothing here reads a clock, a database or a random
 * source of its own.
 *
 * <p>Where a method is found:
 *
 * <ul>
 *   <li>Krippendorff's alpha, nominal, ordinal, interval and ratio: {@link KrippendorffAlpha} by a
 *       {@link Distance}; its interval by a bootstrap over samples: {@link AlphaInterval}
 *   <li>Cohen's weighted kappa: {@link CohenKappa} by {@link Weights}, of all pairs of raters
 *       {@link PairKappas}, of one with all others {@link KappaWithOthers}
 *   <li>Gwet's AC2: {@link GwetAc}, where scores pile up by {@link PileUp}
 *   <li>r_wg, a_wg and AD_M of one sample: {@link WithinGroupAgreement}
 *   <li>the spread of a sample's scores, and which to talk about first: {@link ScoreSpread}, {@link
 *       Agenda}
 * </ul>
 *
 * <p>Counts and sums of squares are exact in a {@code long}, or refused by an {@link
 * ArithmeticException}; products of more are taken in doubles. A million samples of five raters on
 * ten levels are far from the end of either.
 */
@NullMarked
package org.evenhand.calibration.agreement;

import org.jspecify.annotations.NullMarked;
