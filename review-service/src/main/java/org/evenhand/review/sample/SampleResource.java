package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/internal/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class SampleResource {

  private final Samples samples;
  private final Idempotency idempotency;
  private final Caller caller;
  private final String calibrationClient;

  SampleResource(
      Samples samples,
      Idempotency idempotency,
      Caller caller,
      @ConfigProperty(
              name = "evenhand.review.calibration-client",
              defaultValue = "evenhand-calibration")
          String calibrationClient) {
    this.samples = samples;
    this.idempotency = idempotency;
    this.caller = caller;
    this.calibrationClient = calibrationClient;
  }

  @POST
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "claimSamples",
      summary = "Claim reviews for a calibration session, and get them redacted",
      description =
          "For calibration-service alone. Can be repeated: what the session holds already it gets"
              + " again. Nothing is claimed while it is proposed to share the results, and nothing"
              + " for a session that was cancelled.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CLIENT_NOT_MEANT, CYCLE_NOT_CALIBRATING, SESSION_CANCELLED, " + "SHARING_PROPOSED")
  @APIResponseSchema(
      value = SamplesView.class,
      responseCode = "200",
      responseDescription = "The samples, and which reviews the session does not get")
  public Uni<Response> claim(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid SampleRequest request) {
    if (!caller.clientId().equals(calibrationClient)) {
      throw Problem.of(
          CommonProblem.CLIENT_NOT_MEANT, "Samples are for calibration-service alone.");
    }
    return idempotency.once(key, "claimSamples", request, () -> samples.claim(request));
  }
}
