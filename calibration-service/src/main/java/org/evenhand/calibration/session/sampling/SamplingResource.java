package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.session.SessionView;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Where the samples of a session come from. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration sessions")
public class SamplingResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final Sampling sampling;
  private final Idempotency idempotency;

  SamplingResource(Sampling sampling, Idempotency idempotency) {
    this.sampling = sampling;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/samples")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeSamples",
      summary = "Claim the session's reviews and store their redacted text")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CO_FACILITATOR_NOT_AGREED, SAMPLES_REFUSED, "
              + "SECOND_PERSON_REQUIRED, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> takeSamples(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return sampling
        .claim(id, ifMatch)
        .chain(
            claimed ->
                idempotency.once(
                    key, "takeSamples/" + id, null, () -> sampling.take(id, ifMatch, claimed)));
  }
}
