package org.evenhand.review.cycle;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** A date per milestone; each is the last day on which its part is in time. */
public record MilestoneDates(
    @Nullable LocalDate goalSetting,
    @Nullable LocalDate selfReview,
    @Nullable LocalDate managerReview,
    @Nullable LocalDate calibration,
    @Nullable LocalDate share,
    @Nullable LocalDate appealWindow,
    @Nullable LocalDate developmentCheckpoint) {

  static final List<Milestone> NEEDED =
      List.of(
          Milestone.SELF_REVIEW,
          Milestone.MANAGER_REVIEW,
          Milestone.CALIBRATION,
          Milestone.SHARE,
          Milestone.APPEAL_WINDOW);

  public @Nullable LocalDate on(Milestone milestone) {
    return switch (milestone) {
      case GOAL_SETTING -> goalSetting;
      case SELF_REVIEW -> selfReview;
      case MANAGER_REVIEW -> managerReview;
      case CALIBRATION -> calibration;
      case SHARE -> share;
      case APPEAL_WINDOW -> appealWindow;
      case DEVELOPMENT_CHECKPOINT -> developmentCheckpoint;
    };
  }

  /** These dates, where one is missing the other's. */
  MilestoneDates orElse(MilestoneDates other) {
    return new MilestoneDates(
        first(goalSetting, other.goalSetting),
        first(selfReview, other.selfReview),
        first(managerReview, other.managerReview),
        first(calibration, other.calibration),
        first(share, other.share),
        first(appealWindow, other.appealWindow),
        first(developmentCheckpoint, other.developmentCheckpoint));
  }

  /** What is out of order or missing, each under its own pointer. */
  List<Violation> violations(String pointer) {
    List<Violation> found = new ArrayList<>();
    Map<Milestone, LocalDate> known = new TreeMap<>();
    for (Milestone milestone : Milestone.values()) {
      LocalDate date = on(milestone);
      if (date == null && NEEDED.contains(milestone)) {
        found.add(REQUIRED.at(pointer + "/" + field(milestone), "is needed"));
      } else if (date != null) {
        known.values().stream()
            .filter(earlier -> earlier.isAfter(date))
            .findFirst()
            .ifPresent(
                earlier ->
                    found.add(
                        INCONSISTENT.at(
                            pointer + "/" + field(milestone),
                            "comes before " + earlier + ", the date of an earlier milestone")));
        known.put(milestone, date);
      }
    }
    return found;
  }

  private static String field(Milestone milestone) {
    return switch (milestone) {
      case GOAL_SETTING -> "goalSetting";
      case SELF_REVIEW -> "selfReview";
      case MANAGER_REVIEW -> "managerReview";
      case CALIBRATION -> "calibration";
      case SHARE -> "share";
      case APPEAL_WINDOW -> "appealWindow";
      case DEVELOPMENT_CHECKPOINT -> "developmentCheckpoint";
    };
  }

  private static @Nullable LocalDate first(@Nullable LocalDate date, @Nullable LocalDate other) {
    return date == null ? other : date;
  }
}
