package org.evenhand.review.place;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.place.KeptCalendar;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/site-calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Site calendars",
    description = "Which days are worked at a place, and when a day ends there")
public class SiteCalendarResource {

  private static final int LONGEST = 200;

  private final SiteCalendars calendars;
  private final Caller caller;

  SiteCalendarResource(SiteCalendars calendars, Caller caller) {
    this.calendars = calendars;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR, Roles.HRIS})
  @Operation(operationId = "listSiteCalendars", summary = "All calendars, by work location")
  public Uni<Page<CalendarView>> list(@BeanParam PageRequest page) {
    List<String> actions = actions();
    return calendars
        .list(page)
        .map(found -> found.map(calendar -> CalendarView.of(calendar, actions)));
  }

  @GET
  @Path("/{workLocation}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR, Roles.HRIS})
  @Operation(operationId = "getSiteCalendar", summary = "Read the calendar of a place")
  public Uni<RestResponse<CalendarView>> one(
      @PathParam("workLocation") @Size(max = LONGEST) String workLocation) {
    List<String> actions = actions();
    return calendars
        .one(workLocation)
        .map(
            kept -> {
              CalendarView view = CalendarView.of(kept.calendar(), actions);
              return versioned(RestResponse.ResponseBuilder.ok(view), kept);
            });
  }

  @PUT
  @Path("/{workLocation}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.HR_LEAD, Roles.HRIS})
  @Operation(
      operationId = "putSiteCalendar",
      summary = "Say which days are worked at a place",
      description =
          "What is due at the place on a free day is due on its next working day, and ends at 24:00"
              + " there. Without a calendar Saturday and Sunday are free, no holiday is, and a day"
              + " ends when it is over everywhere. The place may be one where nobody works yet.")
  @APIResponse(
      responseCode = "200",
      description = "Replaced, or as it was before",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Kept for the first time",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Uni<RestResponse<CalendarView>> put(
      @PathParam("workLocation") @Size(max = LONGEST) String workLocation,
      @Parameter(
              description =
                  "The ETag that was read with the calendar: 428 without it, 412 when it has"
                      + " changed since. The first calendar of a place has none")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @NotNull @Valid CalendarBody body) {
    List<String> actions = actions();
    return calendars
        .put(workLocation, body, ifMatch)
        .map(
            outcome -> {
              KeptCalendar kept = outcome.kept();
              CalendarView view = CalendarView.of(kept.calendar(), actions);
              return versioned(
                  outcome.change() == SiteCalendars.Change.MADE
                      ? RestResponse.ResponseBuilder.<CalendarView>created(
                              UriBuilder.fromPath("/v1/site-calendars/{at}").build(workLocation))
                          .entity(view)
                      : RestResponse.ResponseBuilder.ok(view),
                  kept);
            });
  }

  @DELETE
  @Path("/{workLocation}")
  @RolesAllowed({Roles.HR_LEAD, Roles.HRIS})
  @Operation(
      operationId = "removeSiteCalendar",
      summary = "Remove the calendar of a place",
      description = "From then on its days are those of any place that nobody has described.")
  @APIResponse(responseCode = "204", description = "No longer kept")
  public Uni<Void> remove(
      @PathParam("workLocation") @Size(max = LONGEST) String workLocation,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return calendars.remove(workLocation, ifMatch);
  }

  @GET
  @Path("/{workLocation}/days")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR, Roles.HRIS})
  @Operation(
      operationId = "listFreeDays",
      summary = "Which days are free at a place, and why",
      description = "All others from the first to the last day, at most 400, are worked.")
  public Uni<FreeDaysView> days(
      @PathParam("workLocation") @Size(max = LONGEST) String workLocation,
      @Parameter(description = "The first day", required = true, example = "2026-12-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day", required = true, example = "2026-12-31")
          @QueryParam("to")
          @Nullable LocalDate to) {
    Span span = Span.of(from, to);
    return calendars.one(workLocation).map(kept -> FreeDaysView.of(kept.calendar(), span));
  }

  private List<String> actions() {
    return caller.has(Roles.HR_LEAD) || caller.has(Roles.HRIS)
        ? List.of("putSiteCalendar", "removeSiteCalendar")
        : List.of();
  }

  private static RestResponse<CalendarView> versioned(
      RestResponse.ResponseBuilder<CalendarView> answer, KeptCalendar kept) {
    return answer.header(HttpHeaders.ETAG, Preconditions.etag(kept.version())).build();
  }
}
