package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;

/** {@code /v1/access-audits}. */
@KnownCaller
@Path("/v1/access-audits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access audits", description = "Whether all groups come as far with opportunities")
public class AccessAuditResource {

  private final AccessAudits audits;

  AccessAuditResource(AccessAudits audits) {
    this.audits = audits;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR})
  @Operation(
      operationId = "getAccessAudit",
      summary = "Adverse impact at each stage of opportunities, by the groups of a dimension",
      description =
          "Of the people who were eligible for opportunities of a kind that were decided in a year,"
              + " how many applied; of these, how many were assessed; of these, how many were"
              + " selected. Each person counts once, by the furthest stage that they reached. At"
              + " each stage the group is held against the best placed one by the impact ratio,"
              + " with the tests and verdicts of ratings. A year is published once, on the first of"
              + " February after it. Groups that can't be shown without telling of somebody are"
              + " named without figures; it is the same for all readers.")
  @Extension(name = KnownProblems.NAME, value = "DIMENSION_UNKNOWN")
  public Uni<AccessAuditView> get(
      @Parameter(description = "The kind of opportunities") @QueryParam("kind") @NotNull
          OpportunityKind kind,
      @Parameter(description = "The calendar year in which they were decided", example = "2026")
          @QueryParam("year")
          @NotNull
          @Min(FigureYear.FIRST)
          @Max(FigureYear.LAST)
          Integer year,
      @Parameter(description = "A demographic dimension", example = "disability")
          @QueryParam("dimension")
          @NotNull
          @PlainText
          String dimension) {
    return audits.of(kind, year, dimension);
  }
}
