package org.evenhand.calibration.check;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Where a check begins: with what is owed. */
@KnownCaller
@Path("/v1/calibration-obligations/{id}/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration checks")
public class BeginningResource {

  private final Checks checks;
  private final Idempotency idempotency;

  BeginningResource(Checks checks, Idempotency idempotency) {
    this.checks = checks;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER})
  @Operation(
      operationId = "beginCalibrationCheck",
      summary = "The manager begins a check",
      description =
          "As many as are owed, at most half of them of own reviews, none of the own team beside"
              + " those, and no review twice. What a PEER check reads is drawn by chance.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CHECK_NOT_POSSIBLE, RULE_VIOLATED, STATE_CONFLICT, TOO_MANY_OWN_REVIEWS")
  @APIResponseSchema(
      value = CheckView.class,
      responseCode = "201",
      responseDescription = "The check; a text is read by its own address")
  public Uni<Response> begin(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull NewCheck wanted) {
    return idempotency.once(
        key, "beginCalibrationCheck/" + id, wanted, () -> checks.begin(id, wanted));
  }
}
