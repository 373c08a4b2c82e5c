package org.evenhand.policy.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version without its content. */
@Schema(description = "A version of a policy without its content.")
public record VersionSummary(
    UUID policyId,
    int version,
    VersionState state,
    String name,
    String contentHash,
    @Nullable LocalDate effectiveOn,
    Instant createdAt,
    Instant updatedAt) {}
