package org.evenhand.review.growth.feedback.work;

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
import org.evenhand.review.growth.feedback.reading.FeedbackView;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.AdditionRequest;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.CitationRequest;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.HidingRequest;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.OpeningRequest;
import org.jspecify.annotations.Nullable;

/** {@code /v1/feedback/{id}}: what happens to it once it is given. */
@KnownCaller
@Path("/v1/feedback/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Recognition and critique among colleagues, always signed")
public class FeedbackStepResource {

  private final FeedbackSteps steps;
  private final Idempotency idempotency;

  FeedbackStepResource(FeedbackSteps steps, Idempotency idempotency) {
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/additions")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "addToFeedback",
      summary = "Say more",
      description =
          "By its author. What was said stays as it is, and so do copies in reviews; whoever reads"
              + " the feedback reads this too.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "The feedback, ADDED_TO")
  public Uni<Response> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AdditionRequest request) {
    return idempotency.once(
        key, "addToFeedback " + id, request, () -> steps.add(id, ifMatch, request));
  }

  @POST
  @Path("/opening")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "openFeedback",
      summary = "Open feedback to more people",
      description =
          "By a recipient, for themself: to whoever leads or reviews them now, to HR, or, of"
              + " recognition, to everybody, once each recipient has. What is open stays open.")
  @Extension(name = KnownProblems.NAME, value = "FEEDBACK_NOT_POSSIBLE, RULE_VIOLATED")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "The feedback")
  public Uni<Response> open(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid OpeningRequest request) {
    return idempotency.once(
        key, "openFeedback " + id, request, () -> steps.open(id, ifMatch, request));
  }

  @POST
  @Path("/citation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "citeFeedback",
      summary = "Cite feedback in one's own review",
      description =
          "By a recipient, beside their own view. The review gets a copy with author and day, once;"
              + " whoever sees the review reads it. It is no evidence that a level needs.")
  @Extension(name = KnownProblems.NAME, value = "CRITERION_UNKNOWN, RULE_VIOLATED")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "The feedback")
  public Uni<Response> cite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CitationRequest request) {
    return idempotency.once(
        key, "citeFeedback " + id, request, () -> steps.cite(id, ifMatch, request));
  }

  @POST
  @Path("/retraction")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "retractFeedback",
      summary = "Take feedback back, within 24 hours",
      description =
          "By its author. Its words are gone for everybody, also from reviews that cite it; its"
              + " recipients see that it was there. A request that it answered waits again until"
              + " its day.")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "The feedback, RETRACTED")
  public Uni<Response> retract(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "retractFeedback " + id, null, () -> steps.retract(id, ifMatch));
  }

  @POST
  @Path("/hiding")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "hideFeedback",
      summary = "Take feedback away for good",
      description =
          "By HR of a recipient, of what is public or a recipient shows them, where neither its"
              + " author nor any recipient is of their own chain. Its words are gone for everybody,"
              + " also from reviews that cite it, and never return; its author and recipients see"
              + " that, why, and by whose role.")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "The feedback, HIDDEN")
  public Uni<Response> hide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid HidingRequest request) {
    return idempotency.once(
        key, "hideFeedback " + id, request, () -> steps.hide(id, ifMatch, request));
  }
}
