package org.evenhand.calibration.precedent.work;

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
import org.evenhand.calibration.precedent.reading.PrecedentView;
import org.evenhand.calibration.precedent.work.PrecedentRequests.PrecedentOfConsensus;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** What a session came to on a sample, proposed to all as a precedent. */
@KnownCaller
@Path("/v1/calibration-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Precedents")
public class ConsensusResource {

  private final OfConsensus consensus;
  private final Idempotency idempotency;

  ConsensusResource(OfConsensus consensus, Idempotency idempotency) {
    this.consensus = consensus;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/samples/{sampleId}/precedent")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "proposePrecedent",
      summary = "Propose the consensus on a sample as a precedent; the other facilitator checks it",
      description =
          "Once the session is published and its cycle closed, of a result that is final, in a"
              + " job family and level of enough people. If-Match names the session.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CONFLICT_OF_INTEREST, NO_PRECEDENT_OF_REVIEW, NOT_AT_WORK, POLICY_NOT_IN_FORCE, "
              + "UNITS_NOT_SERVED")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "201",
      responseDescription = "The precedent, for the other facilitator to read")
  public Uni<Response> propose(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull PrecedentOfConsensus wanted) {
    return idempotency.once(
        key,
        "proposePrecedent/" + sampleId + "/" + id,
        wanted,
        () -> consensus.propose(id, sampleId, wanted, ifMatch));
  }
}
