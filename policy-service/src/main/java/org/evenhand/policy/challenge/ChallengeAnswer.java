package org.evenhand.policy.challenge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered in writing.
 *
 * @param links paths of what it refers to, such as a later version
 * @param becomes only of what is accepted
 * @param late whether it was owed before
 * @param notOwnPractice whether whoever answered has declared that it isn't in their hands
 */
public record ChallengeAnswer(
    ChallengeOutcome outcome,
    String text,
    List<String> links,
    @Nullable Becoming becomes,
    UUID by,
    Instant at,
    boolean late,
    boolean notOwnPractice) {}
