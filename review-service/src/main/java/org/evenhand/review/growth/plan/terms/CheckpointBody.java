package org.evenhand.review.growth.plan.terms;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day on which both look at an action.
 *
 * @param id of one that stays; absent for one that is new
 */
@Schema(name = "DevelopmentCheckpointRequest", example = "{\"on\": \"2027-03-31\"}")
public record CheckpointBody(@Nullable UUID id, @NotNull LocalDate on) {}
