package org.evenhand.review.growth.remediation.work;

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
import org.evenhand.review.growth.remediation.RemediationState;
import org.evenhand.review.growth.remediation.access.RemediationAccess.Filter;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView;
import org.evenhand.review.growth.remediation.reading.RemediationReading;
import org.evenhand.review.growth.remediation.reading.RemediationSummary;
import org.evenhand.review.growth.remediation.work.RemediationRequests.AcknowledgementRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ChangeRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ProposalRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ReasonRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ReviewRequest;
import org.jspecify.annotations.Nullable;

/** Remediation plans as they are proposed, looked at by HR and read by the person. */
@KnownCaller
@Path("/v1/remediation-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Remediation plans",
    description = "A gap that was seen and said, and what both sides do about it in weeks")
public class RemediationResource {

  private final RemediationReading reading;
  private final Proposing proposing;
  private final Changing changing;
  private final Endings endings;
  private final Idempotency idempotency;

  RemediationResource(
      RemediationReading reading,
      Proposing proposing,
      Changing changing,
      Endings endings,
      Idempotency idempotency) {
    this.reading = reading;
    this.proposing = proposing;
    this.changing = changing;
    this.endings = endings;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listRemediationPlans",
      summary = "List the remediation plans in which the caller has a part",
      description =
          "One's own, once HR has looked at them; those of whom one leads directly; those to which"
              + " one is asked as a companion, which aren't found by their state; as HR those of"
              + " the units that one serves, outside one's own chain. Nobody else learns that"
              + " there is one.")
  public Uni<Page<RemediationSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Our id of the person whose plans are asked for")
          @QueryParam("employee")
          @Nullable UUID employee,
      @Parameter(description = "Only plans that stand so") @QueryParam("state")
          @Nullable RemediationState state) {
    return reading.list(new Filter(employee, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getRemediationPlan",
      summary = "Read a remediation plan in which one has a part",
      description = "A companion reads it once they have agreed, while it runs.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeRemediationPlan",
      summary = "Propose a remediation plan for somebody whom one leads",
      description =
          "By whoever leads them directly in the assignment. The person hears of it once HR has"
              + " found what has to be there. No rating is part of it.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED, STATE_CONFLICT")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "201",
      responseDescription = "The plan, PROPOSED")
  public Uni<Response> propose(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ProposalRequest request) {
    return idempotency.once(
        key, "proposeRemediationPlan", request, () -> proposing.propose(request));
  }

  @PUT
  @Path("/{id}/terms")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeRemediationPlan",
      summary = "Put a remediation plan otherwise",
      description =
          "By whoever leads the person. What has begun pauses until HR has looked at it and the"
              + " person has read it anew; time, means and checkpoints that the person was told of"
              + " stay.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ChangeRequest request) {
    return idempotency.once(
        key, "changeRemediationPlan " + id, request, () -> changing.change(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/review")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "reviewRemediationPlan",
      summary = "Say, for HR, that what has to be there is there",
      description =
          "By HR outside the person's chain: an anchor of a criterion in force, two days on which"
              + " it was seen and told, that it was said 30 days ago with help offered, 30 to 90"
              + " days, three checkpoints, and means. Never within 20 working days of a return."
              + " Where the person has appealed or disagreed in the last 90 days, by hr-lead and"
              + " for a reason, which auditors read. The person is told then.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, HR_REVIEWED")
  public Uni<Response> review(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReviewRequest request) {
    return idempotency.once(
        key, "reviewRemediationPlan " + id, request, () -> changing.review(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "acknowledgeRemediationPlan",
      summary = "Say that one has read a remediation plan",
      description =
          "By the person, and no agreement; a reply stays with the plan. It begins on the next"
              + " working day. Who says nothing for ten working days has given no answer, and it"
              + " begins too.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, ACKNOWLEDGED")
  public Uni<Response> acknowledge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AcknowledgementRequest request) {
    return idempotency.once(
        key,
        "acknowledgeRemediationPlan " + id,
        request,
        () -> changing.acknowledge(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "cancelRemediationPlan",
      summary = "End a remediation plan without an outcome",
      description = "By whoever leads the person, or HR, for a reason. Nobody has failed by it.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, CANCELLED")
  public Uni<Response> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReasonRequest request) {
    return idempotency.once(
        key, "cancelRemediationPlan " + id, request, () -> endings.cancel(id, ifMatch, request));
  }
}
