package org.evenhand.analytics.counts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/** A cycle that a rating names. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CycleSeen(UUID cycleId, String key, Origin origin) {}
