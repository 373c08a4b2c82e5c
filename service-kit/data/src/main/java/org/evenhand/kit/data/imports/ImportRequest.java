package org.evenhand.kit.data.imports;

import org.jspecify.annotations.Nullable;

/**
 * What a sender says of a file beside its rows.
 *
 * @param contentType the request's Content-Type: text/csv or application/x-ndjson
 * @param dryRun say what would happen, and change nothing
 * @param similarKeysMeant a new key that looks like a known one is meant to be another
 */
public record ImportRequest(
    String kind,
    @Nullable String contentType,
    boolean dryRun,
    boolean similarKeysMeant,
    @Nullable String idempotencyKey) {}
