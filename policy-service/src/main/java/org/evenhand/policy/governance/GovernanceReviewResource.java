package org.evenhand.policy.governance;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Reviews of governance, from their agenda to signed minutes. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/governance-reviews")
@Tag(
    name = "Governance reviews",
    description = "HR and managers read together how it went, decide, and sign the minutes")
public class GovernanceReviewResource {

  private final GovernanceReading reading;
  private final Preparation preparation;
  private final Meetings meetings;
  private final Idempotency idempotency;

  GovernanceReviewResource(
      GovernanceReading reading,
      Preparation preparation,
      Meetings meetings,
      Idempotency idempotency) {
    this.reading = reading;
    this.preparation = preparation;
    this.meetings = meetings;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listGovernanceReviews",
      summary = "List the reviews of governance, by number",
      description =
          "Their days follow from the interval of the charter in force. Nobody can move one: a"
              + " review that isn't held on its day is missed, and so it stays.")
  @APIResponseSchema(
      value = GovernanceReviewList.class,
      responseCode = "200",
      responseDescription = "A page of reviews")
  public Uni<Page<GovernanceReviewView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("{reviewId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getGovernanceReview", summary = "Read a review of governance")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("reviewId") UUID reviewId) {
    return reading.review(reviewId).map(Versioned::response);
  }

  @POST
  @Path("{reviewId}/preparation")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "prepareGovernanceReview",
      summary = "Freeze the agenda, as everything stands now",
      description =
          "Until it is held it can be frozen anew; the minutes name the one that was read.")
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
