package org.evenhand.analytics.duty.figures;

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

/** {@code /v1/duty-figures}. */
@KnownCaller
@Path("/v1/duty-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duty figures", description = "How duties are done, by side and unit")
public class DutyFiguresResource {

  private final DutyFigures figures;
  private final Caller caller;

  DutyFiguresResource(DutyFigures figures, Caller caller) {
    this.figures = figures;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR})
  @Operation(
      operationId = "getDutyFigures",
      summary = "How many duties of a kind were done in time, late, waived or left, by unit",
      description =
          "Published once, a month after the quarter, as the duties stood then; what has lapsed was"
              + " nobody's to do. Whoever owed a duty last counts for it, in the unit in which they"
              + " are on that day; for what a role owes whoever has done it, and what nobody has"
              + " done is told of the side alone. Each check that a manager owes of a quarter"
              + " counts for itself, and is done once it has its note. Units of fewer than five"
              + " holders are told together, without their names. A unit in which one person owed"
              + " more than all others together is named without figures, to hr-leads too, and so"
              + " are others that would give it away. All numbers are rounded to fives. hr sees the"
              + " units that they serve.")
  public Uni<DutyFiguresView> get(
      @Parameter(description = "The kind of duty") @QueryParam("kind") @NotNull CountedKind kind,
      @Parameter(description = "The quarter in which they were due", example = "2027-Q1")
          @QueryParam("quarter")
          @NotNull
          @Pattern(regexp = Quarter.FORM, message = "must be a quarter such as 2027-Q1")
          String quarter) {
    return figures.of(caller, kind, Quarter.of(quarter));
  }
}
