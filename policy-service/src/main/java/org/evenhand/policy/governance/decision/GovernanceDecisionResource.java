package org.evenhand.policy.governance.decision;

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
import org.evenhand.policy.governance.reading.GovernanceReviewView;
import org.jspecify.annotations.Nullable;

/** What becomes of the decisions of a review. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/governance-reviews/{reviewId}/decisions/{number}")
@Tag(name = "Governance reviews")
public class GovernanceDecisionResource {

  private final GovernanceDecisions decisions;
  private final Idempotency idempotency;

  GovernanceDecisionResource(GovernanceDecisions decisions, Idempotency idempotency) {
    this.decisions = decisions;
    this.idempotency = idempotency;
  }

  @POST
  @Path("completion")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "completeGovernanceDecision",
      summary = "Say that a decision is carried out",
      description = "By whoever is responsible, or somebody who was present for its side.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review, with the decision DONE")
  public Uni<Response> complete(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("reviewId") UUID reviewId,
      @PathParam("number") int number) {
    return idempotency.once(
        key,
        "completeGovernanceDecision " + reviewId + "/" + number,
        null,
        () -> decisions.complete(reviewId, number, ifMatch));
  }

  @POST
  @Path("dropping")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "dropGovernanceDecision",
      summary = "Drop a decision, with the reason",
      description =
          "By whoever is responsible, or somebody who was present for its side. The next agenda"
              + " names it, and one that was dropped three times as repeated.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review, with the decision DROPPED")
  public Uni<Response> drop(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("reviewId") UUID reviewId,
      @PathParam("number") int number,
      @NotNull @Valid DropReason request) {
    return idempotency.once(
        key,
        "dropGovernanceDecision " + reviewId + "/" + number,
        request,
        () -> decisions.drop(reviewId, number, ifMatch, request.reason()));
  }
}
