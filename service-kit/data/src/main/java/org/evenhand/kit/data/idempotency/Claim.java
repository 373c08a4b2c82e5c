package org.evenhand.kit.data.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The result of claiming a key: it is ours, or there is an answer already.
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
