package org.evenhand.analytics.finding.judgement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be shared when one side proposes it.
 *
 * @param awaiting how many reviews
 * @param calibrated how many of them a session has decided on
 * @param edition the same for the same results
 * @param results their fingerprint; null where the proposal didn't tell
 */
record SharingProposal(
    UUID cycleId,
    long awaiting,
    long calibrated,
    long edition,
    @Nullable String results,
    Instant at) {}
