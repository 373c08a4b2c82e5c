package org.evenhand.review.growth.feedback.work;

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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
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
import org.evenhand.review.growth.feedback.FeedbackState;
import org.evenhand.review.growth.feedback.access.FeedbackAccess.Filter;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;
import org.evenhand.review.growth.feedback.reading.FeedbackReading;
import org.evenhand.review.growth.feedback.reading.FeedbackView;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.NewFeedback;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.PreviewRequest;
import org.jspecify.annotations.Nullable;

/** {@code /v1/feedback}: reading and giving it. */
@KnownCaller
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Recognition and critique among colleagues, always signed")
public class FeedbackResource {

  private final FeedbackReading reading;
  private final Giving giving;
  private final Idempotency idempotency;

  FeedbackResource(FeedbackReading reading, Giving giving, Idempotency idempotency) {
    this.reading = reading;
    this.giving = giving;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listFeedback",
      summary = "List the feedback that the caller may read",
      description =
          "What one gave and was given; what was opened to one as whoever leads or reviews a"
              + " recipient; recognition that is public; as HR what a recipient shows. In the order"
              + " in which it was given. What is hidden is listed for its author and recipients"
              + " alone, where they ask for it by its state.")
  public Uni<Page<FeedbackView>> list(
      @BeanParam PageRequest page,
      @Parameter(
              description =
                  "A review: only what its reviewee was given in the rated period, as far as it was"
                      + " opened to the caller",
              example = "019a8c1e-6f00-7000-8000-000000000112")
          @QueryParam("review")
          @Nullable UUID review,
      @Parameter(description = "Only feedback to which the caller is this") @QueryParam("relation")
          @Nullable FeedbackRelation relation,
      @Parameter(description = "Only feedback that stands so") @QueryParam("state")
          @Nullable FeedbackState state) {
    return reading.list(new Filter(review, relation, state), page);
  }

  @POST
  @Path("/preview")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "previewFeedback",
      summary = "Say who would read what one is about to write",
      description = "By the rules by which it is given; writes nothing.")
  @Extension(
      name = KnownProblems.NAME,
      value = "FEEDBACK_NOT_POSSIBLE, RULE_VIOLATED, STATE_CONFLICT")
  public Uni<AudienceView> preview(@NotNull @Valid PreviewRequest request) {
    return giving.audience(request);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getFeedback",
      summary = "Read feedback",
      description =
          "Its author and its recipients read it, and those to whom it was opened. Once it is"
              + " taken back or hidden its author and recipients see that, and nobody its words.")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "The feedback; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "giveFeedback",
      summary = "Give feedback: recognition to up to ten colleagues, or critique to one",
      description =
          "Recognition names a criterion of the policy in force for them, or a value. Critique says"
              + " situation, behaviour, impact and wish. `previewFeedback` says before who"
              + " reads it; later its recipients alone open it to more. The answer to a request"
              + " about a report is read by who asked at once, and by the report from the day that"
              + " the request names, or once a result of theirs is shared.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CRITERION_UNKNOWN, FEEDBACK_NOT_POSSIBLE, RULE_VIOLATED, STATE_CONFLICT")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "201",
      responseDescription = "The feedback, GIVEN")
  public Uni<Response> give(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewFeedback request) {
    return idempotency.once(key, "giveFeedback", request, () -> giving.give(request));
  }
}
