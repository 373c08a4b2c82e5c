package org.evenhand.analytics.finding;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who agreed, for which side, and when. */
@Schema(name = "FindingSignature")
public record Signature(UUID employeeId, Side side, Instant at) {}
