package org.evenhand.kit.data.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** For the gateway, which writes the feeds that people have asked for. */
@KnownCaller
@Path("/internal/v1/calendars/{personId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class InternalCalendarResource {

  private final Calendars calendars;
  private final Caller caller;
  private final Clock clock;
  private final String gateway;

  InternalCalendarResource(
      Calendars calendars,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "evenhand.gateway-client", defaultValue = "evenhand-gateway")
          String gateway) {
    this.calendars = calendars;
    this.caller = caller;
    this.clock = clock;
    this.gateway = gateway;
  }

  @GET
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "getCalendarOfPerson",
      summary = "The dates of a person, for their feed",
      description =
          "For the gateway alone, which has learned from review-service whose feed it is.")
  @Extension(name = KnownProblems.NAME, value = "CLIENT_NOT_MEANT")
  public Uni<PersonalCalendar> get(
      @Parameter(description = "Our id of the person") @PathParam("personId") UUID personId,
      @Parameter(description = "The first day; today by default") @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day, within 400 days") @QueryParam("to")
          @Nullable LocalDate to) {
    if (!caller.clientId().equals(gateway)) {
      throw Problem.of(
          CommonProblem.CLIENT_NOT_MEANT, "Others' calendars are for the gateway alone.");
    }
    CalendarPeriod period = CalendarPeriod.of(from, to, LocalDate.now(clock));
    return calendars
        .of(personId, period)
        .map(items -> new PersonalCalendar(period.from(), period.to(), items, List.of()));
  }
}
