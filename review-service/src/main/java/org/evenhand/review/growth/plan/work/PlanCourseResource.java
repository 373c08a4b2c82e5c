package org.evenhand.review.growth.plan.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.evenhand.review.growth.citation.CitationRequest;
import org.evenhand.review.growth.plan.reading.PlanView;
import org.evenhand.review.growth.plan.work.PlanRequests.ActionEndingRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.CarryOverRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.CheckpointHoldingRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanClosingRequest;
import org.jspecify.annotations.Nullable;

/** Development plans as they go on, and as they end. */
@KnownCaller
@Path("/v1/development-plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Development plans",
    description = "What somebody will learn, and what the company owes for it")
public class PlanCourseResource {

  private final PlanCourses courses;
  private final PlanEndings endings;
  private final PlanCitations citations;
  private final Idempotency idempotency;

  PlanCourseResource(
      PlanCourses courses, PlanEndings endings, PlanCitations citations, Idempotency idempotency) {
    this.courses = courses;
    this.endings = endings;
    this.citations = citations;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/actions/{actionId}/ending")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "endDevelopmentAction",
      summary = "Say that an action is done, or dropped",
      description = "By either side. It is dropped for a reason.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> end(
      @PathParam("id") UUID id,
      @PathParam("actionId") UUID action,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ActionEndingRequest request) {
    return idempotency.once(
        key,
        "endDevelopmentAction " + id + " " + action,
        request,
        () -> courses.end(id, action, ifMatch, request));
  }

  @POST
  @Path("/checkpoints/{checkpointId}/holding")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "holdCheckpoint",
      summary = "Record that both have looked at an action",
      description = "Both owe it until one of them records it.")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> hold(
      @PathParam("id") UUID id,
      @PathParam("checkpointId") UUID checkpoint,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CheckpointHoldingRequest request) {
    return idempotency.once(
        key,
        "holdCheckpoint " + id + " " + checkpoint,
        request,
        () -> courses.hold(id, checkpoint, ifMatch, request));
  }

  @POST
  @Path("/means/{meansId}/delivery")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "deliverMeans",
      summary = "Record that the company has given what it owes",
      description =
          "By whoever gives it: the manager's side, or HR. It counts from now on, and is late once"
              + " its day is over at the person's place.")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> deliver(
      @PathParam("id") UUID id,
      @PathParam("meansId") UUID means,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "deliverMeans " + id + " " + means, null, () -> courses.deliver(id, means, ifMatch));
  }

  @POST
  @Path("/completion")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "completeDevelopmentPlan",
      summary = "Say that a plan is completed",
      description =
          "By either side, once all of its actions are ended and one of them is done. No rating"
              + " follows from it.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan, COMPLETED")
  public Uni<Response> complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "completeDevelopmentPlan " + id, null, () -> endings.complete(id, ifMatch));
  }

  @POST
  @Path("/closing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeDevelopmentPlan",
      summary = "Say that a plan came to nothing, and by whom or what",
      description =
          "By either side. It can't be EMPLOYEE where the company has not given what it owed for an"
              + " action that isn't done, or gave it after the day of that action. Whoever leads"
              + " the person can't say so before the day of such an action is over. No rating"
              + " follows from it.")
  @Extension(name = KnownProblems.NAME, value = "MEANS_NOT_GIVEN")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan, CLOSED_UNMET")
  public Uni<Response> close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PlanClosingRequest request) {
    return idempotency.once(
        key, "closeDevelopmentPlan " + id, request, () -> endings.close(id, ifMatch, request));
  }

  @POST
  @Path("/carry-over")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "carryOverDevelopmentPlan",
      summary = "Go on with what isn't ended, in a plan for the time to come",
      description =
          "By either side. What isn't ended goes into a draft that names this plan and is owed as"
              + " after a result; both have to agree to it.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan, CARRIED_OVER")
  public Uni<Response> carryOver(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CarryOverRequest request) {
    return idempotency.once(
        key,
        "carryOverDevelopmentPlan " + id,
        request,
        () -> endings.carryOver(id, ifMatch, request));
  }

  @POST
  @Path("/citations")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "citeDevelopmentPlan",
      summary = "Point to one's plan in a review of oneself",
      description =
          "By the person, while they can write in that review. Whoever reviews them there may read"
              + " the plan then; neither a session nor a panel does.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> cite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CitationRequest request) {
    return idempotency.once(
        key,
        "citeDevelopmentPlan " + id,
        request,
        () -> citations.cite(id, ifMatch, request.reviewId()));
  }

  @DELETE
  @Path("/citations/{reviewId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawDevelopmentPlanCitation",
      summary = "Point to one's plan no more in a review of oneself",
      description =
          "By the person, while they can write in that review. Whoever reviews them there may read"
              + " the plan no more.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> takeCitationBack(
      @PathParam("id") UUID id,
      @PathParam("reviewId") UUID reviewId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key,
        "withdrawDevelopmentPlanCitation " + id + " " + reviewId,
        null,
        () -> citations.takeBack(id, reviewId, ifMatch));
  }
}
