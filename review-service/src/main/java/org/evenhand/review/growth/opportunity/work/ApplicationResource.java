package org.evenhand.review.growth.opportunity.work;

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
import org.evenhand.review.growth.opportunity.access.ApplicationAccess.Filter;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.reading.ApplicationReading;
import org.evenhand.review.growth.opportunity.reading.OpportunityApplicationView;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.AssessmentRequest;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.IneligibilityRequest;
import org.evenhand.review.growth.opportunity.work.ApplicationRequests.VerdictRequest;
import org.jspecify.annotations.Nullable;

/** Applications as they are read, assessed, decided and answered. */
@KnownCaller
@Path("/v1/opportunity-applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Opportunity applications",
    description = "Who has applied, assessed by two apart, with a reason for each criterion")
public class ApplicationResource {

  private final ApplicationReading reading;
  private final ApplicationSteps steps;
  private final Verdicts verdicts;
  private final Idempotency idempotency;

  ApplicationResource(
      ApplicationReading reading,
      ApplicationSteps steps,
      Verdicts verdicts,
      Idempotency idempotency) {
    this.reading = reading;
    this.steps = steps;
    this.verdicts = verdicts;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listOpportunityApplications",
      summary = "List the applications that the caller may see",
      description =
          "One's own; once nobody can apply any more, those that one is to assess or decide"
              + " about, of people to whom one has no line; and those of whoever one leads, once"
              + " they were offered it.")
  public Uni<Page<OpportunityApplicationView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only those for this opportunity") @QueryParam("opportunity")
          @Nullable UUID opportunity,
      @Parameter(description = "Only those that stand so") @QueryParam("state")
          @Nullable ApplicationState state) {
    return reading.list(new Filter(opportunity, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getOpportunityApplication",
      summary = "Read an application, as far as the caller may see it",
      description =
          "Those who assess read their own assessment until two have given theirs. The applicant"
              + " reads the reasons once everybody is told; whoever leads them reads of the offer"
              + " alone.")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawOpportunityApplication",
      summary = "Withdraw an application",
      description =
          "By the applicant, before it is decided, without a reason. What was written goes with it."
              + " While the opportunity is open one can apply anew.")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application, WITHDRAWN")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "withdrawOpportunityApplication " + id, null, () -> steps.withdraw(id, ifMatch));
  }

  @POST
  @Path("/{id}/ineligibility")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "declareNotEligible",
      summary = "Say that an application doesn't meet a criterion that it has to",
      description =
          "By HR, once the opportunity has closed, naming a criterion that was posted as a"
              + " condition. The applicant reads it at once.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application, NOT_ELIGIBLE")
  public Uni<Response> declareNotEligible(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid IneligibilityRequest request) {
    return idempotency.once(
        key,
        "declareNotEligible " + id,
        request,
        () -> steps.declareNotEligible(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/assessments")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "assessOpportunityApplication",
      summary = "Assess an application, by each criterion",
      description =
          "Once the opportunity has closed, by those who are named, each alone and once. It is"
              + " ASSESSED when two have done it, one of them of HR.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application")
  public Uni<Response> assess(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AssessmentRequest request) {
    return idempotency.once(
        key,
        "assessOpportunityApplication " + id,
        request,
        () -> steps.assess(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/verdict")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "decideOpportunityApplication",
      summary = "Say what is to become of an application, and why",
      description =
          "With a reason for each criterion. Until all are told it can be put otherwise: that is"
              + " when the fifteenth working day after the last one to apply ends, or later where"
              + " somebody has no verdict yet, or more are selected than there are places. Whoever"
              + " was selected is offered it then.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application, ASSESSED")
  public Uni<Response> decide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid VerdictRequest request) {
    return idempotency.once(
        key,
        "decideOpportunityApplication " + id,
        request,
        () -> verdicts.decide(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/acceptance")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "acceptOffer",
      summary = "Accept an offer",
      description =
          "By the applicant, within ten working days. Nobody who leads them can refuse it.")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application, ACCEPTED")
  public Uni<Response> accept(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "acceptOffer " + id, null, () -> steps.answer(id, ifMatch, true));
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "declineOffer",
      summary = "Decline an offer",
      description = "By the applicant, without a reason. What isn't answered in time is declined.")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "200",
      responseDescription = "The application, DECLINED")
  public Uni<Response> decline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "declineOffer " + id, null, () -> steps.answer(id, ifMatch, false));
  }
}
