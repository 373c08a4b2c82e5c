package org.evenhand.review.growth.opportunity.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** A criterion as callers write it. */
@Schema(name = "OpportunityCriterionRequest")
public record CriterionBody(
    @NotNull @Pattern(regexp = CriterionBody.KEY) String key,
    @NotNull @PlainText @Size(max = 500) String text,
    @PlainText @Size(max = 100) @Nullable String criterion,
    @NotNull @Min(1) @Max(100) Integer weight,
    @Nullable Boolean condition) {

  /** Plain, so that no two look alike. */
  public static final String KEY = "^[a-z0-9][a-z0-9-]{0,39}$";

  SoughtCriterion criterionSought() {
    return new SoughtCriterion(key, text, criterion, weight, Boolean.TRUE.equals(condition));
  }
}
