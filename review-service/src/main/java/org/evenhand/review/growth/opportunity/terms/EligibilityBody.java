package org.evenhand.review.growth.opportunity.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.CountryCode;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Who may apply, as callers write it: what is missing leaves that side open. */
@Schema(
    name = "OpportunityEligibilityRequest",
    example = "{\"jobFamilies\": [\"engineering\"], \"monthsOfService\": 6}")
public record EligibilityBody(
    @Size(max = 50) @Nullable List<@NotNull @PlainText @Size(max = 100) String> jobFamilies,
    @Size(max = 50) @Nullable List<@NotNull @PlainText @Size(max = 100) String> jobLevels,
    @Size(max = 200) @Nullable List<@NotNull @PlainText @Size(max = 100) String> orgUnits,
    @Size(max = 200) @Nullable List<@NotNull @PlainText @Size(max = 100) String> workLocations,
    @Size(max = 50) @Nullable List<@NotNull @CountryCode String> countries,
    @Min(0) @Max(120) @Nullable Integer monthsOfService) {

  static final EligibilityBody ALL = new EligibilityBody(null, null, null, null, null, null);

  Eligibility eligibility() {
    return new Eligibility(
        of(jobFamilies),
        of(jobLevels),
        of(orgUnits),
        of(workLocations),
        of(countries),
        Objects.requireNonNullElse(monthsOfService, 0));
  }

  /** In one order, so that the same rule has the same hash. */
  private static List<String> of(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().distinct().sorted().toList();
  }
}
