package org.evenhand.policy.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.policy.content.PolicyContent;
import org.jspecify.annotations.Nullable;

/** The payload of every event about a version. It holds no person and no reason. */
public record PolicyEvent(
    UUID policyId,
    int version,
    VersionState state,
    String contentHash,
    Instant at,
    @Nullable LocalDate effectiveOn,
    @Nullable PolicyContent content) {}
