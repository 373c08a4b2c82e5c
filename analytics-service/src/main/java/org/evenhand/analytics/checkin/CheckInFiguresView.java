package org.evenhand.analytics.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.quarterly.Fives;
import org.evenhand.analytics.quarterly.QuarterState;
import org.evenhand.analytics.quarterly.ShownUnits;
import org.evenhand.analytics.quarterly.ShownUnits.ShownUnit;
import org.evenhand.analytics.viewer.View;
import org.evenhand.kit.data.quarter.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins that were planned for a quarter.
 *
 * @param expectedOn the day on which a quarter is published
 * @param total of all units; absent where it would give a hidden unit away, and to whoever sees
 *     some units alone
 */
@Schema(
    name = "CheckInFigures",
    example =
        """
        {"quarter": "2027-Q1", "state": "SHOWN", "scope": "WHOLE", "least": 5,
         "expectedOn": "2027-05-01", "publishedAt": "2027-05-01T12:00:03Z",
         "total": {"people": 60, "planned": 210, "held": 170, "skipped": 20, "missed": 15},
         "units": [
           {"unit": "Finance", "suppressed": true},
           {"unit": "Press", "suppressed": false,
            "figures": {"people": 40, "planned": 150, "held": 120, "skipped": 20, "missed": 10}},
           {"suppressed": true}]}
        """)
public record CheckInFiguresView(
    String quarter,
    QuarterState state,
    View.Scope scope,
    int least,
    LocalDate expectedOn,
    @Nullable Instant publishedAt,
    @Nullable CheckInsView total,
    List<UnitView> units) {

  /**
   * People with whom check-ins were planned, how many of these, and what came of them. What an
   * absence or a move has ended isn't among them. Each is rounded to fives for itself: that all
   * were held, or none, would be known of each person.
   */
  @Schema(
      name = "HeldCheckIns",
      description = "Each number is rounded to fives, so that they need not add up.")
  public record CheckInsView(long people, long planned, long held, long skipped, long missed) {

    static CheckInsView of(UnitCheckIns unit) {
      return new CheckInsView(
          Fives.rounded(unit.people()),
          Fives.rounded(unit.planned()),
          Fives.rounded(unit.held()),
          Fives.rounded(unit.skipped()),
          Fives.rounded(unit.missed()));
    }
  }

  /**
   * @param unit absent for all units together that have fewer people than can be told of
   * @param suppressed whether it is hidden, because something would follow about somebody
   */
  @Schema(name = "CheckInsOfUnit")
  public record UnitView(
      @Nullable String unit, boolean suppressed, @Nullable CheckInsView figures) {

    static UnitView of(ShownUnit<UnitCheckIns> shown) {
      return new UnitView(
          shown.unit(),
          shown.figure().isEmpty(),
          shown.figure().map(CheckInsView::of).orElse(null));
    }
  }

  static CheckInFiguresView none(Quarter quarter, View.Scope scope, int least) {
    return new CheckInFiguresView(
        quarter.text(),
        QuarterState.NOT_PUBLISHED,
        scope,
        least,
        quarter.toldOn(),
        null,
        null,
        List.of());
  }

  static CheckInFiguresView shown(
      Quarter quarter,
      View.Scope scope,
      int least,
      Instant publishedAt,
      ShownUnits<UnitCheckIns> units) {
    return new CheckInFiguresView(
        quarter.text(),
        QuarterState.SHOWN,
        scope,
        least,
        quarter.toldOn(),
        publishedAt,
        units.total().map(CheckInsView::of).orElse(null),
        units.units().stream().map(UnitView::of).toList());
  }
}
