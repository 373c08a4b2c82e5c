package org.evenhand.calibration.session.scoring;

import java.util.UUID;

/**
 * What one rater owes a session. Who is too close to a sample owes no score of it.
 *
 * @param missing how many samples they have still to score
 * @param given how many they have scored
 */
public record OwedByRater(UUID rater, long missing, long given) {}
