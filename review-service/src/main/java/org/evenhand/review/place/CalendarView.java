package org.evenhand.review.place;

import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.review.place.CalendarBody.ExceptionBody;
import org.jspecify.annotations.Nullable;

/** A calendar as everyone may read it. */
@Schema(name = "SiteCalendar", example = CalendarView.EXAMPLE)
public record CalendarView(
    String workLocation,
    @Schema(description = "The IANA time zone") String zone,
    @Schema(description = "The days of the week that are free") List<DayOfWeek> weekend,
    @Schema(description = "The country whose public holidays are free; missing where none are")
        @Nullable String country,
    @Schema(description = "The region of the country whose holidays are free besides")
        @Nullable String region,
    @Schema(description = "Own free days, and days that are worked though they'd be free")
        List<ExceptionBody> exceptions,
    List<String> actions) {

  static final String EXAMPLE =
      """
      {"workLocation": "Munich", "zone": "Europe/Berlin", "weekend": ["SATURDAY", "SUNDAY"],
       "country": "DE", "region": "BY",
       "exceptions": [{"date": "2026-12-12", "kind": "WORKING"},
                      {"date": "2026-12-24", "kind": "FREE"}],
       "actions": ["putSiteCalendar", "removeSiteCalendar"]}
      """;

  static CalendarView of(SiteCalendar calendar, List<String> actions) {
    return new CalendarView(
        calendar.workLocation(),
        calendar.zone().getId(),
        List.copyOf(calendar.weekend()),
        calendar.country(),
        calendar.region(),
        calendar.exceptions().stream().map(ExceptionBody::of).toList(),
        actions);
  }
}
