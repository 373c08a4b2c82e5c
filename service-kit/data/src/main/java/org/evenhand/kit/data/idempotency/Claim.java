package org.evenhand.kit.data.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What taking a key came to: it is ours, or somebody's answer is there already.
 *
 * @param status null as long as no answer is stored
 */
public record Claim(
    boolean claimed,
    boolean sameRequest,
    @Nullable Integer status,
    @Nullable String location,
    @Nullable Long version,
    @Nullable String body) {}
