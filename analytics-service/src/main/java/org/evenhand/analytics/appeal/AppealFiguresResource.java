package org.evenhand.analytics.appeal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;

/** {@code /v1/appeal-figures}. */
@KnownCaller
@Path("/v1/appeal-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeal figures", description = "How many results are appealed, and what comes of it")
public class AppealFiguresResource {

  private final AppealFigures figures;
  private final AppealGroups groups;
  private final Caller caller;

  AppealFiguresResource(AppealFigures figures, AppealGroups groups, Caller caller) {
    this.figures = figures;
    this.groups = groups;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR})
  @Operation(
      operationId = "getAppealFigures",
      summary = "How many results of a cycle were appealed, admitted and changed, by unit",
      description =
          "Published once: of the appeals that were filed until the cycle was closed, when the last"
              + " of them has ended. A unit in which somebody would stand out is named without"
              + " figures, to hr-leads too, and so are others that would give it away. hr sees the"
              + " units that they serve.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN")
  public Uni<AppealFiguresView> get(
      @Parameter(description = "The cycle's key or id", example = "2026")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle) {
    return figures.of(caller, cycle);
  }

  @GET
  @Path("/by-group")
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR})
  @Operation(
      operationId = "getAppealFiguresByGroup",
      summary = "How many results were appealed, admitted and changed, by a protected attribute",
      description =
          "Published once: of the appeals that were filed until the cycle was closed, when the last"
              + " of them has ended. The people are those of the edition at the closure, by what"
              + " they had declared then. Groups that can't be shown without telling of somebody"
              + " are named without figures; it is the same for all readers.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, DIMENSION_UNKNOWN")
  public Uni<AppealGroupsView> byGroup(
      @Parameter(description = "The cycle's key or id", example = "2026")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle,
      @Parameter(description = "A demographic dimension", example = "disability")
          @QueryParam("dimension")
          @NotNull
          @PlainText
          String dimension) {
    return groups.of(cycle, dimension);
  }
}
