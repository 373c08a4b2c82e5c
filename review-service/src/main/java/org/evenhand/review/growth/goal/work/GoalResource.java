package org.evenhand.review.growth.goal.work;

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
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.access.GoalAccess.Filter;
import org.evenhand.review.growth.goal.reading.GoalReading;
import org.evenhand.review.growth.goal.reading.GoalSummary;
import org.evenhand.review.growth.goal.reading.GoalView;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalChangeRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalLinkRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalRequest;
import org.jspecify.annotations.Nullable;

/** Goals as they are written, read and agreed on. */
@KnownCaller
@Path("/v1/goals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What somebody is to reach, as two have agreed on it")
public class GoalResource {

  private final GoalReading reading;
  private final Drafts drafts;
  private final Agreements agreements;
  private final Idempotency idempotency;

  GoalResource(GoalReading reading, Drafts drafts, Agreements agreements, Idempotency idempotency) {
    this.reading = reading;
    this.drafts = drafts;
    this.agreements = agreements;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listGoals",
      summary = "List the goals that the caller may see",
      description =
          "One's own; as a manager those of everybody below; as a reviewer those that ran in the"
              + " time that is rated; as HR those of the units that one serves, outside one's own"
              + " chain; and those that are open to one's unit or the company. A draft is its"
              + " author's alone.")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND")
  public Uni<Page<GoalSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(
              description =
                  "The id of a review: the goals of its reviewee that ran in the time that is"
                      + " rated")
          @QueryParam("review")
          @Nullable UUID review,
      @Parameter(description = "Our id of the person whose goals are asked for")
          @QueryParam("employee")
          @Nullable UUID employee,
      @Parameter(description = "Only goals that stand so") @QueryParam("state")
          @Nullable GoalState state) {
    return reading.list(new Filter(review, employee, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getGoal",
      summary = "Read a goal, as far as the caller may see it",
      description =
          "With all versions that were agreed. Whoever sees it because it is open to their unit or"
              + " the company reads what it is about and how it stands.")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "The goal; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "draftGoal",
      summary = "Draft a goal, for oneself, for somebody below, or as HR",
      description =
          "It belongs to an assignment and needs no cycle. Nobody but its author knows of it until"
              + " it is proposed.")
  @Extension(name = KnownProblems.NAME, value = "CRITERION_UNKNOWN, RULE_VIOLATED")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "201",
      responseDescription = "The goal, DRAFT")
  public Uni<Response> draft(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid GoalRequest request) {
    return idempotency.once(key, "draftGoal", request, () -> drafts.draft(request));
  }

  @PUT
  @Path("/{id}/terms")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeGoal",
      summary = "Put a goal otherwise",
      description =
          "Of a draft by its author; of a proposal by either side, which the other one has to sign"
              + " then; of what is agreed by either side, with a reason: what was agreed holds"
              + " until both have signed the change, and stays readable.")
  @Extension(name = KnownProblems.NAME, value = "CRITERION_UNKNOWN, RULE_VIOLATED")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalChangeRequest request) {
    return idempotency.once(
        key, "changeGoal " + id, request, () -> agreements.change(id, ifMatch, request));
  }

  @PUT
  @Path("/{id}/parent")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "linkGoal",
      summary = "Say which goal this one serves, or none",
      description =
          "One that is proposed or agreed, and that the caller may see. Whoever may not see that"
              + " one doesn't learn of it here.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "The goal")
  public Uni<Response> link(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalLinkRequest request) {
    return idempotency.once(
        key, "linkGoal " + id, request, () -> drafts.link(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/proposal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeGoal",
      summary = "Propose a goal that one has drafted",
      description =
          "It is the signature of the proposer's side; what HR proposes, both sides have to sign.")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "The goal, PROPOSED")
  public Uni<Response> propose(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "proposeGoal " + id, null, () -> drafts.propose(id, ifMatch));
  }

  @POST
  @Path("/{id}/agreement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "agreeGoal",
      summary = "Agree to a goal, or to its change",
      description =
          "By the side that has not signed. The weights are looked at now: of all goals of the"
              + " assignment that are proposed or agreed, with the changes that are still to be"
              + " agreed, either none has a weight, or all have and they sum to 100. What is agreed"
              + " after goals had to be set is marked late.")
  @Extension(name = KnownProblems.NAME, value = "GOAL_WEIGHTS")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "The goal, AGREED once both sides have signed")
  public Uni<Response> agree(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "agreeGoal " + id, null, () -> agreements.agree(id, ifMatch));
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "refuseGoalChange",
      summary = "Take a change of what is agreed off the table",
      description =
          "By either side. What was agreed stays as it was. Where another goal was agreed with the"
              + " weight that waits here, the weights have to be right without it.")
  @Extension(name = KnownProblems.NAME, value = "GOAL_WEIGHTS")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "The goal as it was agreed")
  public Uni<Response> refuse(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "refuseGoalChange " + id, null, () -> agreements.refuse(id, ifMatch));
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "confirmGoal",
      summary = "Stand by a goal that one's predecessor agreed to",
      description =
          "By whoever leads the person now. The signature under it stays that of whoever gave it."
              + " Who would have it otherwise changes the goal instead.")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "The goal, confirmed")
  public Uni<Response> confirm(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "confirmGoal " + id, null, () -> agreements.confirm(id, ifMatch));
  }
}
