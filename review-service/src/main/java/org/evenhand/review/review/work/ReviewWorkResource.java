package org.evenhand.review.review.work;

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
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.reading.ReviewView;
import org.evenhand.review.review.work.ReviewRequests.ContextNoteRequest;
import org.evenhand.review.review.work.ReviewRequests.ContributionRequest;
import org.evenhand.review.review.work.ReviewRequests.ObservationRequest;
import org.evenhand.review.review.work.ReviewRequests.RatingRequest;
import org.evenhand.review.review.work.ReviewRequests.SubmissionRequest;
import org.jspecify.annotations.Nullable;

/** The work on a review, up to the reviewer's conclusion. */
@KnownCaller
@Path("/v1/reviews/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
public class ReviewWorkResource {

  private final ReviewWriting writing;
  private final ReviewConclusions concluding;
  private final Idempotency idempotency;

  ReviewWorkResource(ReviewWriting writing, ReviewConclusions concluding, Idempotency idempotency) {
    this.writing = writing;
    this.concluding = concluding;
    this.idempotency = idempotency;
  }

  @PUT
  @Path("/contributions/{type}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putContribution",
      summary = "Write one's own view: SELF, MANAGER or PEER",
      description =
          "SELF by the reviewee, MANAGER by the reviewer, PEER by those who are asked."
              + " Answers the questions that the policy's form asks of them; replaces one's earlier"
              + " answers. What people write about whoever leads them is asked in rounds apart from"
              + " reviews (openUpwardRound).")
  @Extension(
      name = KnownProblems.NAME,
      value = "CRITERION_UNKNOWN, LEVEL_UNKNOWN, QUESTION_UNKNOWN")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review")
  public Uni<Response> putContribution(
      @PathParam("id") UUID id,
      @PathParam("type") ContributionType type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ContributionRequest request) {
    return idempotency.once(
        null,
        "putContribution " + id,
        request,
        () -> writing.contribute(id, ifMatch, type, request));
  }

  @POST
  @Path("/observations")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "recordObservation",
      summary = "Record what was seen, when, and what came of it",
      description =
          "The reviewer's. What was observed outside of the rated period is kept, and is no"
              + " evidence.")
  @Extension(name = KnownProblems.NAME, value = "CRITERION_UNKNOWN, OBSERVED_IN_FUTURE")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review")
  public Uni<Response> recordObservation(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ObservationRequest request) {
    return idempotency.once(
        key, "recordObservation " + id, request, () -> writing.observe(id, ifMatch, request));
  }

  @PUT
  @Path("/ratings/{criterion}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "rateCriterion", summary = "Rate a criterion, with the rationale")
  @Extension(name = KnownProblems.NAME, value = "CRITERION_UNKNOWN, LEVEL_UNKNOWN, TRAINING_DUE")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review")
  public Uni<Response> rateCriterion(
      @PathParam("id") UUID id,
      @PathParam("criterion") String criterion,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RatingRequest request) {
    return idempotency.once(
        null, "rateCriterion " + id, request, () -> writing.rate(id, ifMatch, criterion, request));
  }

  @PUT
  @Path("/context-note")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putContextNote",
      summary = "Say under which circumstances the work was done")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review")
  public Uni<Response> putContextNote(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ContextNoteRequest request) {
    return idempotency.once(
        null, "putContextNote " + id, request, () -> writing.note(id, ifMatch, request));
  }

  @POST
  @Path("/submission")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "submitReview",
      summary = "Conclude the review, confirmed with the reviewer's name",
      description =
          "Refused while a criterion has no rating, or a level off the middle lacks the dated"
              + " observations that the policy asks for; the answer names every criterion.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CRITERION_NOT_RATED, EVIDENCE_MISSING, NOT_CONFIRMED_BY_NAME, OVERALL_NOT_BY_RULE,"
              + " TRAINING_DUE")
  @APIResponseSchema(
      value = ReviewView.class,
      responseCode = "200",
      responseDescription = "The review, SUBMITTED")
  public Uni<Response> submitReview(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid SubmissionRequest request) {
    return idempotency.once(
        key, "submitReview " + id, request, () -> concluding.submit(id, ifMatch, request));
  }
}
