package org.evenhand.policy.governance.minutes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** What is recorded of a review of governance, and its signatures. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/governance-reviews")
@Tag(name = "Governance reviews")
public class GovernanceMinutesResource {

  private final Meetings meetings;
  private final Idempotency idempotency;

  GovernanceMinutesResource(Meetings meetings, Idempotency idempotency) {
    this.meetings = meetings;
    this.idempotency = idempotency;
  }

  @PUT
  @Path("{reviewId}/minutes")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "recordGovernanceMinutes",
      summary = "Record who was present, what was said and what was decided",
      description =
          "409 unless one of HR and the quorum of managers were present, the managers of two units"
              + " at least. Until both sides have signed, minutes can be recorded anew; signatures"
              + " given before are gone then.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CONTENT_CHANGED, MINUTES_INVALID, QUORUM_MISSING, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review, HELD")
  public Uni<Response> record(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @PathParam("reviewId") UUID reviewId,
      @NotNull @Valid MinutesRequest minutes) {
    return idempotency.once(
        null,
        "recordGovernanceMinutes " + reviewId,
        minutes,
        () -> meetings.record(reviewId, ifMatch, minutes));
  }

  @POST
  @Path("{reviewId}/signatures")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "signGovernanceReview",
      summary = "Sign the minutes, as somebody who was present",
      description =
          "SIGNED comes with one signature of each side. From then on everybody reads the minutes,"
              + " and the decisions are duties.")
  @Extension(
      name = KnownProblems.NAME,
      value = "ALREADY_SIGNED, CONTENT_CHANGED, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review, HELD or SIGNED")
  public Uni<Response> sign(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("reviewId") UUID reviewId,
      @NotNull @Valid MinutesSignatureRequest request) {
    return idempotency.once(
        key,
        "signGovernanceReview " + reviewId,
        request,
        () -> meetings.sign(reviewId, ifMatch, request.minutesHash()));
  }
}
