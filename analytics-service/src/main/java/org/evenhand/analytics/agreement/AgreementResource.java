package org.evenhand.analytics.agreement;

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

/** {@code /v1/agreement}. */
@KnownCaller
@Path("/v1/agreement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement", description = "Whether the raters of a session mean the same")
public class AgreementResource {

  private final Agreements agreements;

  AgreementResource(Agreements agreements) {
    this.agreements = agreements;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR})
  @Operation(
      operationId = "getAgreement",
      summary = "The agreement of the raters of each calibration session of a cycle",
      description = "Samples are redacted and drawn across teams: no unit and no person is named.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN")
  public Uni<AgreementView> get(
      @Parameter(description = "The cycle's key or id", example = "2026")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle) {
    return agreements.of(cycle);
  }
}
