package org.evenhand.review.place;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.data.place.DayKind;
import org.evenhand.kit.data.place.ExceptionalDay;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.web.text.CountryCode;
import org.jspecify.annotations.Nullable;

/** What HR or the HRIS says about the days of a place. */
@Schema(name = "SiteCalendarBody", example = CalendarBody.EXAMPLE)
public record CalendarBody(
    @NotNull
        @Pattern(regexp = "^[A-Za-z][A-Za-z0-9_+/-]{0,63}$")
        @Schema(description = "The IANA time zone", examples = "Europe/Berlin")
        String zone,
    @NotNull
        @Size(max = 6)
        @Schema(description = "The days of the week that are free; none where all are worked")
        List<@NotNull DayOfWeek> weekend,
    @CountryCode
        @Schema(
            description = "The country whose public holidays are free; left out, none are",
            examples = "DE")
        @Nullable String country,
    @Pattern(regexp = "^[A-Z0-9]{1,4}(-[A-Z0-9]{1,4}){0,2}$")
        @Schema(
            description =
                "The region of the country whose holidays are free besides: mostly the second half"
                    + " of ISO 3166-2, and below it a part, such as BY-AG",
            examples = "BY")
        @Nullable String region,
    @NotNull
        @Size(max = 500)
        @Valid
        @Schema(description = "Own free days, and days that are worked though they'd be free")
        List<@NotNull ExceptionBody> exceptions) {

  static final String EXAMPLE =
      """
      {"zone": "Europe/Berlin", "weekend": ["SATURDAY", "SUNDAY"], "country": "DE", "region": "BY",
       "exceptions": [{"date": "2026-12-24", "kind": "FREE"},
                      {"date": "2026-12-12", "kind": "WORKING"}]}
      """;

  /** A day that is otherwise than weekend and holidays say. */
  @Schema(name = "SiteException", example = "{\"date\": \"2026-12-24\", \"kind\": \"FREE\"}")
  public record ExceptionBody(
      @NotNull @Schema(description = "The day", examples = "2026-12-24") LocalDate date,
      @NotNull @Schema(description = "Whether it is free or worked") DayKind kind) {

    static ExceptionBody of(ExceptionalDay day) {
      return new ExceptionBody(day.date(), day.kind());
    }
  }

  /** Of a body that {@link CalendarRules} finds nothing wrong with. */
  SiteCalendar at(String workLocation) {
    return new SiteCalendar(
        workLocation,
        ZoneId.of(zone),
        Set.copyOf(weekend),
        country,
        region,
        exceptions.stream().map(day -> new ExceptionalDay(day.date(), day.kind())).toList());
  }
}
