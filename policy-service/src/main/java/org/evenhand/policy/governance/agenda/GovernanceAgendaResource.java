package org.evenhand.policy.governance.agenda;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.governance.reading.GovernanceReviewView;
import org.jspecify.annotations.Nullable;

/** The agenda of a review of governance. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/governance-reviews")
@Tag(name = "Governance reviews")
public class GovernanceAgendaResource {

  private final Preparation preparation;
  private final Idempotency idempotency;

  GovernanceAgendaResource(Preparation preparation, Idempotency idempotency) {
    this.preparation = preparation;
    this.idempotency = idempotency;
  }

  @POST
  @Path("{reviewId}/preparation")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "prepareGovernanceReview",
      summary = "Freeze the agenda, as everything stands now",
      description =
          "Until it is held it can be frozen anew; the minutes name the one that was read. It names"
              + " nobody: of a cycle it counts what five people or more stand behind, and its"
              + " appeals in groups of which nobody can be picked out.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review, with its agenda")
  public Uni<Response> prepare(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("reviewId") UUID reviewId) {
    return idempotency.once(
        key,
        "prepareGovernanceReview " + reviewId,
        null,
        () -> preparation.prepare(reviewId, ifMatch));
  }
}
