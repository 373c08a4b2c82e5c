package org.evenhand.policy.notice;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person who has read the notice sends. */
@Schema(
    description = "BRIEFED is for managers, who come first; INFORMED for everyone.",
    example = "{\"stage\": \"INFORMED\"}")
public record AcknowledgementRequest(@NotNull Stage stage) {}
