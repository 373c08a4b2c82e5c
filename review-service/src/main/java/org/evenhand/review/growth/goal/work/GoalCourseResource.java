package org.evenhand.review.growth.goal.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.evenhand.review.growth.citation.CitationRequest;
import org.evenhand.review.growth.goal.reading.GoalView;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalClosingRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalProgressRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalRemarkRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalRevisitRequest;
import org.jspecify.annotations.Nullable;

/** Goals as they go on, and as they end. */
@KnownCaller
@Path("/v1/goals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What somebody is to reach, as two have agreed on it")
public class GoalCourseResource {

  private final Courses courses;
  private final GoalCitations citations;
  private final Idempotency idempotency;

  GoalCourseResource(Courses courses, GoalCitations citations, Idempotency idempotency) {
    this.courses = courses;
    this.citations = citations;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/progress")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "recordGoalProgress",
      summary = "Note how a goal is going",
      description = "By either side. It stands beside what is agreed, and rates nobody.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> progress(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalProgressRequest request) {
    return idempotency.once(
        key, "recordGoalProgress " + id, request, () -> courses.progress(id, ifMatch, request));
  }

  @POST
  @Path("/revisit")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "revisitGoal",
      summary = "Record that both have looked at a goal again, and say when next",
      description = "Within three months. Both owe it until one of them records it.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> revisit(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalRevisitRequest request) {
    return idempotency.once(
        key, "revisitGoal " + id, request, () -> courses.revisit(id, ifMatch, request));
  }

  @POST
  @Path("/closing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeGoal",
      summary = "Say how a goal ended",
      description =
          "By either side; the other one may remark on it. What isn't agreed can only be dropped."
              + " Where another one was agreed with its weight, the weights have to be right"
              + " without it. What is carried over goes on as a new proposal. No rating follows"
              + " from it. A target from before an absence can't be missed.")
  @Extension(name = KnownProblems.NAME, value = "GOAL_OF_ABSENCE, GOAL_WEIGHTS, RULE_VIOLATED")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "The goal, ended")
  public Uni<Response> close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalClosingRequest request) {
    return idempotency.once(
        key, "closeGoal " + id, request, () -> courses.close(id, ifMatch, request));
  }

  @PUT
  @Path("/remark")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "remarkOnGoal",
      summary = "Say what one has to say to how a goal ended",
      description = "By the side that didn't end it, once. It stands beside the outcome.")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> remark(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalRemarkRequest request) {
    return idempotency.once(
        key, "remarkOnGoal " + id, request, () -> courses.remark(id, ifMatch, request));
  }

  @POST
  @Path("/citations")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "citeGoal",
      summary = "Point to one's goal in a review of oneself",
      description =
          "By the person, while they can write in that review. Whoever reviews them there sees"
              + " which goals they point to; no rating follows from it.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> cite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CitationRequest request) {
    return idempotency.once(
        key, "citeGoal " + id, request, () -> citations.cite(id, ifMatch, request.reviewId()));
  }

  @DELETE
  @Path("/citations/{reviewId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawGoalCitation",
      summary = "Point to one's goal no more in a review of oneself",
      description = "By the person, while they can write in that review.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> takeCitationBack(
      @PathParam("id") UUID id,
      @PathParam("reviewId") UUID reviewId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key,
        "withdrawGoalCitation " + id + " " + reviewId,
        null,
        () -> citations.takeBack(id, reviewId, ifMatch));
  }
}
