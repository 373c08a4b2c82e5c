package org.evenhand.review.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payload of every event on {@code evenhand.cycles}: the whole cycle after the transition.
 *
 * @param awaitingSharing how many reviews wait to be shared; of a proposed sharing alone
 * @param awaitingCalibrated how many of these a session has decided on
 * @param edition how many different sets of results have been proposed to be shared first
 * @param resultsFingerprint tells the set of this edition from every other
 */
record CycleEvent(
    UUID cycleId,
    String key,
    String name,
    CycleState state,
    UUID policyId,
    int policyVersion,
    ScaleState scale,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate cutOffDate,
    List<String> orgUnits,
    Milestones milestones,
    @Nullable Long awaitingSharing,
    @Nullable Long awaitingCalibrated,
    @Nullable Long edition,
    @Nullable String resultsFingerprint) {

  /** The scale with its words, so that a consumer can show it without asking for the policy. */
  record ScaleState(int size, int favourableFrom, List<String> labels) {}
}
