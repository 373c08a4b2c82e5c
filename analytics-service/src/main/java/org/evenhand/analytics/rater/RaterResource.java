package org.evenhand.analytics.rater;

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

/** {@code /v1/raters}. */
@KnownCaller
@Path("/v1/raters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Raters", description = "How a manager's ratings lie beside those of others")
public class RaterResource {

  private final Raters raters;
  private final Caller caller;

  RaterResource(Raters raters, Caller caller) {
    this.raters = raters;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.MANAGER, Roles.HR_LEAD})
  @Operation(
      operationId = "getRaters",
      summary = "Severity, range restriction and central tendency of raters, and blind severity",
      description =
          "Of the ratings that they gave, before calibration; and, as blindSeverity, of the blind"
              + " samples that they scored beside others. Off until switched on for a country. A"
              + " manager sees their own profile, exact; that they have seen it is noted. hr-lead"
              + " sees a figure only after its manager has seen it as it is now, rounded, and none"
              + " of a manager above them.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN")
  public Uni<RatersView> get(
      @Parameter(description = "The cycle's key or id", example = "2026")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle) {
    return raters.of(caller, cycle);
  }
}
