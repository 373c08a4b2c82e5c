package org.evenhand.kit.data.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** The caller's dates, as far as this service knows them; the gateway merges the services' ones. */
@KnownCaller
@Path("/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar", description = "The dates that concern a person")
public class CalendarResource {

  private static final String KIND = "^[A-Z][A-Z_]{0,49}$";

  private final Calendars calendars;
  private final Clock clock;

  CalendarResource(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "getCalendar", summary = "Read my dates, the first ones first")
  public Uni<PersonalCalendar> get(
      @Parameter(description = "The first day; today by default", example = "2026-12-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(
              description = "The last day, within 400 days; 92 days later by default",
              example = "2026-12-31")
          @QueryParam("to")
          @Nullable LocalDate to,
      @QueryParam("kind")
          @Parameter(description = "Dates of this kind alone; may be given several times")
          @Nullable
              List<@Pattern(regexp = KIND, message = "must be a name such as SELF_REVIEW") String>
              kinds) {
    CalendarPeriod period = CalendarPeriod.of(from, to, LocalDate.now(clock));
    return calendars
        .ofCaller(period, kinds == null ? Set.of() : Set.copyOf(kinds))
        .map(items -> new PersonalCalendar(period.from(), period.to(), items, List.of()));
  }
}
