package org.evenhand.review.place;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.data.place.FreeDay;
import org.evenhand.kit.data.place.FreeReason;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.place.WorkingDays;
import org.jspecify.annotations.Nullable;

/** The free days of a span; all others of it are worked. */
@Schema(
    name = "FreeDays",
    example =
        """
        {"workLocation": "Munich", "from": "2026-12-24", "to": "2026-12-26",
         "free": [{"date": "2026-12-24", "reason": "EXCEPTION"},
                  {"date": "2026-12-25", "reason": "HOLIDAY", "name": "1st Christmas day"},
                  {"date": "2026-12-26", "reason": "HOLIDAY", "name": "2nd Christmas day"}]}
        """)
public record FreeDaysView(
    String workLocation,
    @Schema(description = "The first day") LocalDate from,
    @Schema(description = "The last day") LocalDate to,
    @Schema(description = "The days that are free, and why") List<FreeDayView> free) {

  /** A day on which nobody has to work. */
  @Schema(
      name = "FreeDay",
      example =
          "{\"date\": \"2026-12-25\", \"reason\": \"HOLIDAY\", \"name\": \"1st Christmas day\"}")
  public record FreeDayView(
      @Schema(description = "The day") LocalDate date,
      @Schema(
              description =
                  "HOLIDAY also where a public holiday falls on a weekend; SKIPPED where the"
                      + " place's clocks left the day out")
          FreeReason reason,
      @Schema(description = "What the public holiday is called, in English")
          @Nullable String name) {

    static FreeDayView of(FreeDay day) {
      return new FreeDayView(day.date(), day.reason(), day.name());
    }
  }

  static FreeDaysView of(SiteCalendar calendar, Span span) {
    WorkingDays days = WorkingDays.of(calendar);
    return new FreeDaysView(
        calendar.workLocation(),
        span.from(),
        span.to(),
        span.days().flatMap(day -> days.free(day).stream()).map(FreeDayView::of).toList());
  }
}
