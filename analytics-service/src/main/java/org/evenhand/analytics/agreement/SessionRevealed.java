package org.evenhand.analytics.agreement;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code session_agreement}: the agreement of the raters when their scores were revealed.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SessionRevealed(
    UUID sessionId,
    UUID cycleId,
    int raters,
    int samples,
    boolean paired,
    @Nullable Double alpha,
    @Nullable Double low,
    @Nullable Double high,
    Instant revealedAt,
    @Nullable SessionMeasures measures) {}
