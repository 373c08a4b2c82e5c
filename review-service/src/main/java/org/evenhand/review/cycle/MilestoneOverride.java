package org.evenhand.review.cycle;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Other dates for a unit, a country, or a unit in a country. */
public record MilestoneOverride(
    @Nullable String orgUnit,
    @Nullable String country,
    @Nullable LocalDate goalSetting,
    @Nullable LocalDate selfReview,
    @Nullable LocalDate managerReview,
    @Nullable LocalDate calibration,
    @Nullable LocalDate share,
    @Nullable LocalDate appealWindow,
    @Nullable LocalDate developmentCheckpoint) {

  boolean covers(String unit, String land) {
    return (orgUnit == null || orgUnit.equals(unit)) && (country == null || country.equals(land));
  }

  boolean coversTheSameAs(MilestoneOverride other) {
    return Objects.equals(orgUnit, other.orgUnit) && Objects.equals(country, other.country);
  }

  /** The more it names, the more it says: unit and country, then unit, then country. */
  int specificity() {
    return (orgUnit == null ? 0 : 2) + (country == null ? 0 : 1);
  }

  MilestoneDates dates() {
    return new MilestoneDates(
        goalSetting,
        selfReview,
        managerReview,
        calibration,
        share,
        appealWindow,
        developmentCheckpoint);
  }
}
