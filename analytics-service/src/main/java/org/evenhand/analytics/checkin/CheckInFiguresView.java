package org.evenhand.analytics.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.Quarter;
import org.evenhand.analytics.viewer.View;
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
         "total": {"people": 61, "planned": 210, "held": 171, "skipped": 22, "missed": 17},
         "units": [
           {"unit": "Finance", "suppressed": true},
           {"unit": "Press", "suppressed": false,
            "figures": {"people": 40, "planned": 150, "held": 120, "skipped": 18, "missed": 12}},
           {"suppressed": true}]}
        """)
public record CheckInFiguresView(
    String quarter,
    State state,
    View.Scope scope,
    int least,
    LocalDate expectedOn,
    @Nullable Instant publishedAt,
    @Nullable CheckInsView total,
    List<UnitView> units) {

  /** Whether there are figures. */
  @Schema(name = "CheckInFiguresState")
  public enum State {
    SHOWN,
    NOT_PUBLISHED
  }

  /**
   * People with whom check-ins were planned, how many of these, and what came of them. What an
   * absence or a move has ended isn't among them.
   */
  @Schema(name = "HeldCheckIns")
  public record CheckInsView(long people, long planned, long held, long skipped, long missed) {

    static CheckInsView of(UnitCheckIns unit) {
      return new CheckInsView(
          unit.people(), unit.planned(), unit.held(), unit.skipped(), unit.missed());
    }
  }

  /**
   * @param unit absent for all units together that have fewer people than can be told of
   * @param suppressed whether it is hidden, because something would follow about somebody
   */
  @Schema(name = "CheckInsOfUnit")
  public record UnitView(
      @Nullable String unit, boolean suppressed, @Nullable CheckInsView figures) {}

  static CheckInFiguresView none(Quarter quarter, View.Scope scope, int least) {
    return new CheckInFiguresView(
        quarter.text(),
        State.NOT_PUBLISHED,
        scope,
        least,
        CheckInReleases.day(quarter),
        null,
        null,
        List.of());
  }

  static CheckInFiguresView shown(
      Quarter quarter,
      View.Scope scope,
      int least,
      Instant publishedAt,
      @Nullable CheckInsView total,
      List<UnitView> units) {
    return new CheckInFiguresView(
        quarter.text(),
        State.SHOWN,
        scope,
        least,
        CheckInReleases.day(quarter),
        publishedAt,
        total,
        units);
  }
}
