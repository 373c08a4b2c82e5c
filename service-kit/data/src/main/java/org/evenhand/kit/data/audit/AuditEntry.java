package org.evenhand.kit.data.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param sequence 1 for the first entry of an aggregate
 * @param content null when there was none, or when it has been erased
 */
public record AuditEntry(
    long sequence, String action, String actor, Instant at, @Nullable JsonNode content) {}
