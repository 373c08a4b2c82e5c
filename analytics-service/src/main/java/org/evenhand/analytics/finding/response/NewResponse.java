package org.evenhand.analytics.finding.response;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What one side proposes to do about a finding. It stays in this service; no event holds it. */
@Schema(
    name = "NewJointResponse",
    requiredProperties = {"action", "dueOn"},
    example =
        "{\"action\": \"Two managers and HR read the twelve reviews again, anchors in hand.\","
            + " \"dueOn\": \"2027-01-31\"}")
public record NewResponse(
    @NotNull
        @Size(max = 2000)
        @PlainText
        @Schema(description = "What will be done, in words; about no single person")
        String action,
    @NotNull @Schema(description = "By when; not in the past") LocalDate dueOn) {}
