/**
 * Blind scores, their reveal, and how far they agree. {@code sampling} reads the scores of the
 * samples that it shows by {@link org.evenhand.calibration.session.scoring.ScoreRepository}, and
 * removes those of a sample that leaves.
 */
@NullMarked
package org.evenhand.calibration.session.scoring;

import org.jspecify.annotations.NullMarked;
