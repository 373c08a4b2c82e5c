package org.evenhand.policy.governance.decision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Why a decision isn't carried out. */
@Schema(
    name = "GovernanceDropReason",
    example = "{\"reason\": \"The consultation has ended without it\"}")
public record DropReason(@NotNull @PlainText @Size(max = 2000) String reason) {}
