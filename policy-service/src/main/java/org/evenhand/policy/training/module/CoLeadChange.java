package org.evenhand.policy.training.module;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Who leads a module in place of one of the two. */
@Schema(
    name = "TrainingCoLeadChange",
    example = "{\"leaving\": \"019a8c1e-6f00-7000-8000-000000000007\", \"joining\": \"L008\"}")
record CoLeadChange(
    @NotNull @Schema(description = "Our id of who leads it no more") UUID leaving,
    @NotNull
        @PlainText
        @Size(max = 100)
        @Schema(description = "Who takes their place, by externalId")
        String joining) {}
