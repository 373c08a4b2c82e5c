package org.evenhand.kit.data.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an aggregate.
 *
 * @param content what can be erased later without breaking the chain; null for none
 */
public record AuditEntry(
    String aggregateType, UUID aggregateId, String action, @Nullable Object content) {}
