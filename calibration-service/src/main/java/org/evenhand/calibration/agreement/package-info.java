/**
 * Whether raters mean the same by a level: coefficients of agreement and spread, as pure functions
 * of the scores.
 *
 * <p>Scores are integers, usually ordinals 1..K with higher meaning better. A sample (the
 * literature's <em>unit</em>) is the list of the scores it was given, in any order; a rater who did
 * not score it is simply absent from the list. Nothing here reads a clock, a database or a random
 * source of its own.
 */
@NullMarked
package org.evenhand.calibration.agreement;

import org.jspecify.annotations.NullMarked;
