package org.evenhand.kit.data.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its sender sees it.
 *
 * @param done rows that are through, refused ones included
 * @param failure why the whole file was refused
 * @param failureCode for which type of problem, {@code MASS_DEACTIVATION} for example
 * @param results one per row, of a finished import of at most 1,000 rows
 */
public record ImportView(
    UUID id,
    String kind,
    ImportState state,
    boolean dryRun,
    long rows,
    long done,
    long created,
    long changed,
    long unchanged,
    long refused,
    Instant receivedAt,
    @Nullable Instant finishedAt,
    @Nullable String failure,
    @Nullable String failureCode,
    @Nullable List<RowResult> results) {}
