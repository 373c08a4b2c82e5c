package org.evenhand.analytics.duty.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.quarterly.Fives;
import org.evenhand.analytics.quarterly.QuarterState;
import org.evenhand.analytics.quarterly.ShownUnits;
import org.evenhand.analytics.quarterly.ShownUnits.ShownUnit;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.quarter.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * The duties of a kind that were due in a quarter.
 *
 * @param expectedOn the day on which a quarter is published
 * @param sides those that owed any
 */
@Schema(
    name = "DutyFigures",
    example =
        """
        {"kind": "CALIBRATION_CHECK", "quarter": "2027-Q1", "state": "SHOWN", "scope": "WHOLE",
         "least": 5, "expectedOn": "2027-05-01", "publishedAt": "2027-05-01T12:00:03Z",
         "sides": [
           {"side": "MANAGER",
            "total": {"holders": 60, "owed": 110, "inTime": 85, "late": 15, "waived": 0, "open": 10},
            "units": [
              {"unit": "Finance", "suppressed": true},
              {"unit": "Press", "suppressed": false,
               "figures": {"holders": 40, "owed": 75, "inTime": 60, "late": 10, "waived": 0,
                 "open": 5}},
              {"suppressed": true}]}]}
        """)
public record DutyFiguresView(
    CountedKind kind,
    String quarter,
    QuarterState state,
    View.Scope scope,
    int least,
    LocalDate expectedOn,
    @Nullable Instant publishedAt,
    List<SideView> sides) {

  /**
   * What one side owed.
   *
   * @param total of all units; absent where it would give a hidden unit away, and to whoever sees
   *     some units alone
   * @param ofRoles what a role owed and nobody has done: of no unit, and not in the total
   */
  @Schema(name = "DutiesOfSide")
  public record SideView(
      Side side, @Nullable DutiesView total, @Nullable DutiesView ofRoles, List<UnitView> units) {

    static SideView of(Side side, ShownUnits<UnitDuties> shown, Optional<DutiesView> ofRoles) {
      return new SideView(
          side,
          shown.total().map(DutiesView::of).orElse(null),
          ofRoles.orElse(null),
          shown.units().stream().map(UnitView::of).toList());
    }
  }

  /**
   * Who owed duties, how many, and what came of them. Each is rounded to fives for itself: that all
   * were done, or none, would be known of each person.
   */
  @Schema(
      name = "DoneDuties",
      description = "Each number is rounded to fives, so that they need not add up.")
  public record DutiesView(
      long holders, long owed, long inTime, long late, long waived, long open) {

    static DutiesView of(UnitDuties unit) {
      return new DutiesView(
          Fives.rounded(unit.holders()),
          Fives.rounded(unit.owed()),
          Fives.rounded(unit.inTime()),
          Fives.rounded(unit.late()),
          Fives.rounded(unit.waived()),
          Fives.rounded(unit.open()));
    }
  }

  /**
   * @param unit absent for all units together that have fewer holders than can be told of
   * @param suppressed whether it is hidden, because something would follow about somebody
   */
  @Schema(name = "DutiesOfUnit")
  public record UnitView(@Nullable String unit, boolean suppressed, @Nullable DutiesView figures) {

    static UnitView of(ShownUnit<UnitDuties> shown) {
      return new UnitView(
          shown.unit(), shown.figure().isEmpty(), shown.figure().map(DutiesView::of).orElse(null));
    }
  }

  static DutyFiguresView none(CountedKind kind, Quarter quarter, View.Scope scope, int least) {
    return new DutyFiguresView(
        kind,
        quarter.text(),
        QuarterState.NOT_PUBLISHED,
        scope,
        least,
        quarter.toldOn(),
        null,
        List.of());
  }

  static DutyFiguresView shown(
      CountedKind kind,
      Quarter quarter,
      View.Scope scope,
      int least,
      Instant publishedAt,
      List<SideView> sides) {
    return new DutyFiguresView(
        kind,
        quarter.text(),
        QuarterState.SHOWN,
        scope,
        least,
        quarter.toldOn(),
        publishedAt,
        sides);
  }
}
