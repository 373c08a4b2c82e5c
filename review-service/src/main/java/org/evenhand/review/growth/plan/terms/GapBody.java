package org.evenhand.review.growth.plan.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** A level of a criterion as a request names it; the policy says what it means. */
@Schema(name = "DevelopmentGapRequest", example = "{\"criterion\": \"delivery\", \"ordinal\": 4}")
public record GapBody(
    @NotNull @PlainText @Size(max = 100) String criterion,
    @NotNull @Min(1) @Max(20) Integer ordinal) {}
