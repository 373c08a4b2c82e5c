package org.evenhand.calibration.norm;

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

/** What a session proposes of how an anchor is read. */
@KnownCaller
@Path("/v1/calibration-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Norms")
public class NormProposalResource {

  private final Norms norms;
  private final Idempotency idempotency;

  NormProposalResource(Norms norms, Idempotency idempotency) {
    this.norms = norms;
    this.idempotency = idempotency;
  }

  @POST
  @Path("norms")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "proposeNorm",
      summary = "A member proposes how an anchor is read",
      description = "Once the scores are revealed: low agreement asks for a norm.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CO_FACILITATOR_NOT_AGREED, LEVEL_NOT_ON_SCALE, POLICY_NOT_IN_FORCE, "
              + "UNITS_NOT_SERVED, UNKNOWN_CRITERION")
  @APIResponseSchema(
      value = NormView.class,
      responseCode = "201",
      responseDescription = "The norm, for the others to agree to")
  public Uni<Response> propose(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull NewNorm wanted) {
    return idempotency.once(key, "proposeNorm/" + id, wanted, () -> norms.propose(id, wanted));
  }
}
