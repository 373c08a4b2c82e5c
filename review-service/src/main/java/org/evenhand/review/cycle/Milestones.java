package org.evenhand.review.cycle;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The dates of a cycle, and where a unit or a country has others. */
public record Milestones(
    @Nullable LocalDate goalSetting,
    @Nullable LocalDate selfReview,
    @Nullable LocalDate managerReview,
    @Nullable LocalDate calibration,
    @Nullable LocalDate share,
    @Nullable LocalDate appealWindow,
    @Nullable LocalDate developmentCheckpoint,
    List<MilestoneOverride> overrides) {

  public Milestones {
    overrides = overrides == null ? List.of() : List.copyOf(overrides);
  }

  /** The dates that hold in a unit and country; the most specific override wins, date by date. */
  public MilestoneDates in(String orgUnit, String country) {
    MilestoneDates dates =
        overrides.stream()
            .filter(override -> override.covers(orgUnit, country))
            .sorted(Comparator.comparingInt(MilestoneOverride::specificity).reversed())
            .map(MilestoneOverride::dates)
            .reduce(NONE, MilestoneDates::orElse);
    return dates.orElse(general());
  }

  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>(general().violations("/milestones"));
    for (int index = 0; index < overrides.size(); index++) {
      MilestoneOverride override = overrides.get(index);
      String pointer = "/milestones/overrides/" + index;
      if (override.specificity() == 0) {
        found.add(REQUIRED.at(pointer, "names neither an orgUnit nor a country"));
      } else if (found.isEmpty()) {
        found.addAll(override.dates().orElse(general()).violations(pointer));
      }
    }
    return found;
  }

  /** Overrides that could never be told from another, or that cover nobody of the population. */
  List<Violation> misplaced(List<String> orgUnits) {
    List<Violation> found = new ArrayList<>();
    for (int index = 0; index < overrides.size(); index++) {
      MilestoneOverride override = overrides.get(index);
      String pointer = "/milestones/overrides/" + index;
      if (override.orgUnit() != null && !orgUnits.contains(override.orgUnit())) {
        found.add(NOT_FOUND.at(pointer + "/orgUnit", "is no unit of this cycle"));
      }
      for (int earlier = 0; earlier < index; earlier++) {
        if (override.coversTheSameAs(overrides.get(earlier))) {
          found.add(DUPLICATE.at(pointer, "is for the same as /milestones/overrides/" + earlier));
        }
      }
    }
    return found;
  }

  private static final MilestoneDates NONE =
      new MilestoneDates(null, null, null, null, null, null, null);

  private MilestoneDates general() {
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
