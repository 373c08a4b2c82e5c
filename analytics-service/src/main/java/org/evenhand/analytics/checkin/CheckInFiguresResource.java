package org.evenhand.analytics.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;

/** {@code /v1/check-in-figures}. */
@KnownCaller
@Path("/v1/check-in-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-in figures", description = "How many check-ins are held of those planned")
public class CheckInFiguresResource {

  private final CheckInFigures figures;
  private final Caller caller;

  CheckInFiguresResource(CheckInFigures figures, Caller caller) {
    this.figures = figures;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR})
  @Operation(
      operationId = "getCheckInFigures",
      summary = "How many check-ins of a quarter were held, skipped and missed, by unit",
      description =
          "Published once, a month after the quarter, of the check-ins as they stood then; what an"
              + " absence or a move has ended wasn't planned. A person counts in one unit, that in"
              + " which the assignment of their last check-in is on that day. Units of fewer than"
              + " five people are told together, without their names. A unit in which all but"
              + " fewer than five people meet with the same manager is named without figures, to"
              + " hr-leads too, and so are others that would give it away. All numbers are rounded"
              + " to fives. hr sees the units that they serve.")
  public Uni<CheckInFiguresView> get(
      @Parameter(description = "The quarter for which they were planned", example = "2027-Q1")
          @QueryParam("quarter")
          @NotNull
          @Pattern(regexp = Quarter.FORM, message = "must be a quarter such as 2027-Q1")
          String quarter) {
    return figures.of(caller, Quarter.of(quarter));
  }
}
