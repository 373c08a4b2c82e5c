package org.evenhand.analytics.drift;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/drift}. */
@KnownCaller
@Path("/v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drift", description = "How ratings move from cycle to cycle")
public class DriftResource {

  private final Drift drift;
  private final Caller caller;

  DriftResource(Drift drift, Caller caller) {
    this.drift = drift;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR, Roles.MANAGER})
  @Operation(
      operationId = "getDrift",
      summary = "How the ratings of one group moved over the cycles of a line",
      description =
          "The cycles on the scale, and under the policy, of the last one, in the order of time;"
              + " live and taken-in ones are points alike. hr-lead, insight and auditor see every"
              + " dimension; hr sees dimension=orgUnit for the units that they serve; a manager"
              + " sees dimension=none: the ratings that they gave. A group that is hidden in each"
              + " of the cycles is refused with the rule.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CYCLES_REVERSED, CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, DIMENSION_UNKNOWN, "
              + "GROUP_SUPPRESSED, GROUP_UNKNOWN, PARTITION_NOT_OPEN")
  public Uni<DriftView> get(
      @Parameter(
              description =
                  "none (the default), orgUnit, jobLevel, jobFamily, workLocation, or a demographic"
                      + " dimension",
              example = "orgUnit")
          @QueryParam("dimension")
          @DefaultValue("none")
          String dimension,
      @Parameter(description = "The group, unless dimension is none", example = "Finance")
          @QueryParam("value")
          @Nullable String value,
      @Parameter(description = "The ratings given, or those that stand after calibration")
          @QueryParam("phase")
          @DefaultValue("AFTER")
          Phase phase,
      @Parameter(description = "The first cycle, by key or id; the earliest by default")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "The last cycle, by key or id; the latest by default")
          @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description =
                  "From which level on a rating counts into the share; favourable levels by"
                      + " default")
          @QueryParam("level")
          @Nullable Integer level) {
    return drift.of(caller, new DriftQuestion(dimension, value, phase, from, to, level));
  }
}
