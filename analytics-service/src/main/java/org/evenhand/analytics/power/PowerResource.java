package org.evenhand.analytics.power;

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
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;

/** {@code /v1/power}. */
@KnownCaller
@Path("/v1/power")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Power", description = "What a cycle could show at all")
public class PowerResource {

  private final Powers powers;

  PowerResource(Powers powers) {
    this.powers = powers;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR})
  @Operation(
      operationId = "getPower",
      summary = "The smallest effects that would be found with 80 % power",
      description =
          "For the group sizes of a demographic dimension as they were last published: of the cycle"
              + " itself, or, before it has ratings, of the latest earlier one. Groups that are too"
              + " small are named, without figures.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, DIMENSION_UNKNOWN, PARTITION_NOT_OPEN")
  public Uni<PowerView> get(
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
    return powers.of(cycle, dimension);
  }
}
