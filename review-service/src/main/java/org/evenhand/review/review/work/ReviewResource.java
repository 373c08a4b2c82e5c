package org.evenhand.review.review.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.Reason;
import org.evenhand.review.review.reading.ReviewReading;
import org.evenhand.review.review.reading.ReviewSummary;
import org.evenhand.review.review.reading.ReviewView;
import org.evenhand.review.review.reading.RoleFilter;
import org.evenhand.review.review.work.ReviewRequests.AcknowledgementRequest;
import org.evenhand.review.review.work.ReviewRequests.NotRatedRequest;
import org.evenhand.review.review.work.ReviewRequests.ReassignmentRequest;
import org.jspecify.annotations.Nullable;

/** Reviews as they are read, and what is decided about them. */
@KnownCaller
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "What was observed of one person in one cycle, and concluded")
public class ReviewResource {

  private final ReviewReading reading;
  private final ReviewHandovers handing;
  private final ReviewConclusions concluding;
  private final Idempotency idempotency;

  ReviewResource(
      ReviewReading reading,
      ReviewHandovers handing,
      ReviewConclusions concluding,
      Idempotency idempotency) {
    this.reading = reading;
    this.handing = handing;
    this.concluding = concluding;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listReviews",
      summary = "List the reviews that the caller may see",
      description =
          "One's own; those that one writes or is asked to contribute to; as a manager those of"
              + " everybody below; as HR those of the units that one serves, outside one's own"
              + " chain; as HR lead all but one's own.")
  public Uni<Page<ReviewSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Key or id of a cycle", example = "2026") @QueryParam("cycle")
          @Nullable String cycle,
      @Parameter(
              description = "What the caller is to the reviews",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"reviewee", "reviewer", "contributor", "line", "hr"}),
              example = "reviewer")
          @QueryParam("role")
          @Nullable RoleFilter role) {
    return reading.list(cycle, RoleFilter.relations(role), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "getReview", summary = "Read a review, as far as the caller may see it")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "acknowledgeReview",
      summary = "Say that one has seen the result, and whether one disagrees")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review, ACKNOWLEDGED")
  public Uni<Response> acknowledgeReview(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @Nullable AcknowledgementRequest request) {
    return idempotency.once(
        key,
        "acknowledgeReview " + id,
        request,
        () -> concluding.acknowledge(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/reassignment")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "reassignReview",
      summary = "Give the review to another reviewer, with the reason",
      description =
          "What the earlier reviewer gave is kept as their signed contribution. A reviewer is at"
              + " work, and neither the reviewee nor below them. Where nobody reviews, the HR lead"
              + " alone names one. Until the cut-off date a review passes on by itself when its"
              + " reviewer leaves, is on leave, leads nobody any more or works under the reviewee.")
  @Extension(name = KnownProblems.NAME, value = "REVIEWER_NOT_POSSIBLE")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review")
  public Uni<Response> reassignReview(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReassignmentRequest request) {
    return idempotency.once(
        key, "reassignReview " + id, request, () -> handing.reassign(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/reviewer-confirmation")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "confirmReviewer",
      summary = "Keep the reviewer, with the reason",
      description =
          "Answers the reviewerQuestion of a review, where it leaves a choice: the reviewee reports"
              + " to somebody else, or the reviewer leads nobody any more. Who has left, is on"
              + " leave or works under the reviewee can't be kept; reassignReview names another.")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review")
  public Uni<Response> confirmReviewer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid Reason request) {
    return idempotency.once(
        key, "confirmReviewer " + id, request, () -> handing.confirm(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/reopening")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeReopening",
      summary = "Propose to look at a concluded review again, with the reason",
      description =
          "Not while an appeal is open, nor where the panel of one has set the result: another"
              + " appeal alone changes that.")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review, waiting for the countersignature")
  public Uni<Response> proposeReopening(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid Reason request) {
    return idempotency.once(
        key,
        "proposeReopening " + id,
        request,
        () -> handing.proposeReopening(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/reopening/countersignature")
  @RolesAllowed({Roles.MANAGER})
  @Operation(
      operationId = "countersignReopening",
      summary = "Agree to the reopening, as reviewer or line above",
      description = "The conclusion so far is kept as a revision; the review goes back to work.")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOTHING_PROPOSED, SAME_PERSON_TWICE, SAME_SIDE_TWICE")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review, IN_PROGRESS")
  public Uni<Response> countersignReopening(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "countersignReopening " + id, null, () -> handing.countersignReopening(id, ifMatch));
  }

  @POST
  @Path("/{id}/not-rated")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "endUnrated",
      summary = "End the review without a rating: joined late, on leave, left")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review, NOT_RATED")
  public Uni<Response> endUnrated(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NotRatedRequest request) {
    return idempotency.once(
        key, "endUnrated " + id, request, () -> concluding.endUnrated(id, ifMatch, request));
  }
}
