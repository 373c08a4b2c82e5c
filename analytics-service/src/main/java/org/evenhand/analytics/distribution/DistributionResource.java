package org.evenhand.analytics.distribution;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.analytics.viewer.By;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** {@code /v1/distributions}. */
@KnownCaller
@Path("/v1/distributions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Distributions", description = "How ratings are distributed over the levels")
public class DistributionResource {

  private final Distributions distributions;
  private final Caller caller;

  DistributionResource(Distributions distributions, Caller caller) {
    this.distributions = distributions;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR, Roles.MANAGER})
  @Operation(
      operationId = "getDistribution",
      summary = "The distribution of a cycle's ratings, before and after calibration",
      description =
          "hr-lead, insight and auditor see every partition; hr sees by=orgUnit for the units that"
              + " they serve; a manager sees by=none: the ratings that they gave. Figures of groups"
              + " are those of the last edition of the cycle. They follow who may read the ratings"
              + " themselves: hr-lead and hr see every group, insight from when all ratings are"
              + " shared; before that, and auditors always, groups that are too small are named"
              + " without figures. Where the policy of the"
              + " cycle gives guidance, each level of a group of ten or more people has the numbers"
              + " that may be expected there beside it; guidance blocks nothing.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, PARTITION_NOT_OPEN")
  public Uni<DistributionView> get(
      @Parameter(description = "The cycle's key or id", example = "2013-14")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle,
      @Parameter(
              description = "By what ratings are grouped; none is the default",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"none", "orgUnit", "jobLevel", "jobFamily", "workLocation"}),
              example = "orgUnit")
          @QueryParam("by")
          @Nullable By by) {
    return distributions.of(caller, cycle, By.dimension(by));
  }
}
