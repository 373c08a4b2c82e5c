package org.evenhand.review.cycle.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.CountryCode;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.MilestoneOverride;
import org.evenhand.review.cycle.Milestones;

/** A cycle as HR plans it. */
@Schema(
    example =
        """
        {"key": "2026", "name": "The year 2026",
         "policyId": "01939b4e-7c3a-7000-8000-000000000001", "policyVersion": 1,
         "orgUnits": ["engineering", "operations"],
         "periodStart": "2026-01-01", "periodEnd": "2026-12-31", "cutOffDate": "2026-12-01",
         "milestones": {"selfReview": "2026-12-15", "managerReview": "2027-01-15",
           "calibration": "2027-01-31", "share": "2027-02-10", "appealWindow": "2027-03-10",
           "overrides": [{"country": "NL", "selfReview": "2026-12-20"}]}}
        """)
public record CycleRequest(
    @NotNull @PlainText @Size(max = 40) String key,
    @NotNull @PlainText @Size(max = 200) String name,
    @NotNull UUID policyId,
    @NotNull @Min(1) Integer policyVersion,
    @NotEmpty @Size(max = 1000) List<@NotNull @PlainText @Size(max = 200) String> orgUnits,
    @NotNull LocalDate periodStart,
    @NotNull LocalDate periodEnd,
    @NotNull LocalDate cutOffDate,
    @NotNull @Valid MilestonesRequest milestones) {

  /** The dates; each is the last day for its part. */
  public record MilestonesRequest(
      LocalDate goalSetting,
      @NotNull LocalDate selfReview,
      @NotNull LocalDate managerReview,
      @NotNull LocalDate calibration,
      @NotNull LocalDate share,
      @NotNull LocalDate appealWindow,
      LocalDate developmentCheckpoint,
      @Size(max = 200) List<@NotNull @Valid OverrideRequest> overrides) {

    Milestones milestones() {
      return new Milestones(
          goalSetting,
          selfReview,
          managerReview,
          calibration,
          share,
          appealWindow,
          developmentCheckpoint,
          overrides == null
              ? List.of()
              : overrides.stream().map(OverrideRequest::milestones).toList());
    }
  }

  /** Other dates for a unit, a country, or a unit in a country. */
  public record OverrideRequest(
      @PlainText @Size(max = 200) String orgUnit,
      @CountryCode String country,
      LocalDate goalSetting,
      LocalDate selfReview,
      LocalDate managerReview,
      LocalDate calibration,
      LocalDate share,
      LocalDate appealWindow,
      LocalDate developmentCheckpoint) {

    MilestoneOverride milestones() {
      return new MilestoneOverride(
          orgUnit,
          country,
          goalSetting,
          selfReview,
          managerReview,
          calibration,
          share,
          appealWindow,
          developmentCheckpoint);
    }
  }

  CyclePlan plan() {
    return new CyclePlan(
        key,
        name,
        policyId,
        policyVersion,
        orgUnits,
        periodStart,
        periodEnd,
        cutOffDate,
        milestones.milestones());
  }
}
