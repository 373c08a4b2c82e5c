package org.evenhand.policy.ending;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Why a version should end. */
@Schema(example = "{\"reason\": \"The works council asked for another criterion\"}")
public record EndingReason(@NotNull @PlainText @Size(max = 4000) String reason) {}
