package org.evenhand.review.growth.plan.work;

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
import org.evenhand.review.growth.plan.PlanState;
import org.evenhand.review.growth.plan.access.PlanAccess.Filter;
import org.evenhand.review.growth.plan.reading.PlanReading;
import org.evenhand.review.growth.plan.reading.PlanSummary;
import org.evenhand.review.growth.plan.reading.PlanView;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanChangeRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.WishRequest;
import org.jspecify.annotations.Nullable;

/** Development plans as they are begun, read and agreed on. */
@KnownCaller
@Path("/v1/development-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Development plans",
    description = "What somebody will learn, and what the company owes for it")
public class DevelopmentPlanResource {

  private final PlanReading reading;
  private final Beginning beginning;
  private final PlanAgreements agreements;
  private final Idempotency idempotency;

  DevelopmentPlanResource(
      PlanReading reading,
      Beginning beginning,
      PlanAgreements agreements,
      Idempotency idempotency) {
    this.reading = reading;
    this.beginning = beginning;
    this.agreements = agreements;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listDevelopmentPlans",
      summary = "List the development plans that the caller may see",
      description =
          "One's own; as a manager those of assignments below; as a reviewer those that the"
              + " reviewee has cited; as HR, without their texts, those of the units that one"
              + " serves, outside one's own chain. What somebody has begun and not proposed is"
              + " theirs alone.")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND")
  public Uni<Page<PlanSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(
              description =
                  "The id of a review: the plans of its reviewee that ran in the time that is"
                      + " rated")
          @QueryParam("review")
          @Nullable UUID review,
      @Parameter(description = "Our id of the person whose plans are asked for")
          @QueryParam("employee")
          @Nullable UUID employee,
      @Parameter(description = "Only plans that stand so") @QueryParam("state")
          @Nullable PlanState state) {
    return reading.list(new Filter(review, employee, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getDevelopmentPlan",
      summary = "Read a development plan, as far as the caller may see it",
      description =
          "With all versions that were agreed. HR that acts for no side reads how it stands and"
              + " what the company owes, and no text; its ETag tells of that alone.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "beginDevelopmentPlan",
      summary = "Begin a development plan, for oneself or for somebody below",
      description =
          "It belongs to an assignment and needs no result. Nobody but whoever begins it knows of"
              + " it until it is proposed. A result that is shared begins one by itself.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "201",
      responseDescription = "The plan, DRAFT")
  public Uni<Response> begin(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid PlanRequest request) {
    return idempotency.once(key, "beginDevelopmentPlan", request, () -> beginning.begin(request));
  }

  @PUT
  @Path("/{id}/terms")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeDevelopmentPlan",
      summary = "Put a development plan otherwise",
      description =
          "Of a draft by whoever knows of it; of a proposal by either side, which the other one"
              + " has to sign then; of what is agreed by either side, with a reason: what was"
              + " agreed holds until both have signed the change, and stays readable. What stays"
              + " in the plan is named by its id.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PlanChangeRequest request) {
    return idempotency.once(
        key, "changeDevelopmentPlan " + id, request, () -> agreements.change(id, ifMatch, request));
  }

  @PUT
  @Path("/{id}/wish")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "wishInDevelopmentPlan",
      summary = "Say what one would like to learn",
      description = "By the person themself, at any time while the plan is open. Nobody signs it.")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> wish(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid WishRequest request) {
    return idempotency.once(
        key, "wishInDevelopmentPlan " + id, request, () -> agreements.wish(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/proposal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeDevelopmentPlan",
      summary = "Propose what was drafted",
      description =
          "It is the signature of the proposer's side. After a result it is owed by whoever leads"
              + " the person; the person can do it too. Days that are over are put anew first.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan, PROPOSED")
  public Uni<Response> propose(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "proposeDevelopmentPlan " + id, null, () -> agreements.propose(id, ifMatch));
  }

  @POST
  @Path("/{id}/agreement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "agreeDevelopmentPlan",
      summary = "Agree to a development plan, or to its change",
      description =
          "By the side that has not signed. Once both have, the plan is ACTIVE, and what the"
              + " company owes by it becomes its duty.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan, ACTIVE once both sides have signed")
  public Uni<Response> agree(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "agreeDevelopmentPlan " + id, null, () -> agreements.agree(id, ifMatch));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawDevelopmentPlan",
      summary = "Take off the table what isn't agreed",
      description =
          "By either side. Of what is agreed the change goes, and the plan stays as it was. What"
              + " is owed after a result is a draft again; what somebody began by themself ends.")
  @APIResponseSchema(value = PlanView.class, responseCode = "200", responseDescription = "The plan")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "withdrawDevelopmentPlan " + id, null, () -> agreements.withdraw(id, ifMatch));
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "confirmDevelopmentPlan",
      summary = "Stand by a plan that one's predecessor agreed to",
      description =
          "By whoever leads the person now. The signature under it stays that of whoever gave it."
              + " Who would have it otherwise changes the plan instead.")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan, confirmed")
  public Uni<Response> confirm(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "confirmDevelopmentPlan " + id, null, () -> agreements.confirm(id, ifMatch));
  }
}
