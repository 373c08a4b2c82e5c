package org.evenhand.analytics.objection;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Marks that a profile is or was contested; the words stay with the objection. */
@Schema(name = "RaterObjectionMark")
public record ObjectionMark(
    @Schema(description = "As in /v1/rater-objections") UUID id, ObjectionState state) {}
