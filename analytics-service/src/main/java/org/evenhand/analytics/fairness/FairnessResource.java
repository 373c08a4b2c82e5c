package org.evenhand.analytics.fairness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;

/** {@code /v1/fairness}. */
@KnownCaller
@Path("/v1/fairness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fairness", description = "Whether the groups of a dimension fared alike")
public class FairnessResource {

  private final Fairness fairness;

  FairnessResource(Fairness fairness) {
    this.fairness = fairness;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR})
  @Operation(
      operationId = "getFairness",
      summary = "The groups of a demographic dimension held against the best placed of them",
      description =
          "Impact ratio and Cliff's delta per group with intervals, tests and a verdict. A verdict"
              + " names a difference and how sure it is; it never says why, and nothing changes a"
              + " rating because of one. The figures are those of the last edition of the cycle,"
              + " which says at which moment it was made. Groups that can't be shown without"
              + " telling of somebody are named without figures, or with those of an earlier"
              + " edition.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, DIMENSION_UNKNOWN, PARTITION_NOT_OPEN")
  public Uni<FairnessView> get(
      @Parameter(description = "The cycle's key or id", example = "2013-14")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle,
      @Parameter(description = "A demographic dimension", example = "disability")
          @QueryParam("dimension")
          @NotNull
          @PlainText
          String dimension,
      @Parameter(description = "The ratings given, or those that stand after calibration")
          @QueryParam("phase")
          @DefaultValue("AFTER")
          Phase phase) {
    return fairness.of(cycle, dimension, phase);
  }
}
