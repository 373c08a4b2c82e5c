package org.evenhand.review.growth.opportunity.work;

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
import org.evenhand.review.growth.opportunity.reading.OpportunityApplicationView;
import org.evenhand.review.growth.opportunity.reading.OpportunityView;
import org.evenhand.review.growth.opportunity.work.OpportunityRequests.ApplicationRequest;
import org.evenhand.review.growth.opportunity.work.OpportunityRequests.AssessorRequest;
import org.jspecify.annotations.Nullable;

/** Who applies for an opportunity, and who is to assess that. */
@KnownCaller
@Path("/v1/opportunities/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opportunities")
public class ApplyingResource {

  private final Applying applying;
  private final AssessorSteps assessors;
  private final Idempotency idempotency;

  ApplyingResource(Applying applying, AssessorSteps assessors, Idempotency idempotency) {
    this.applying = applying;
    this.assessors = assessors;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/assessors")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nameAssessor",
      summary = "Name somebody who is to assess applications",
      description =
          "By HR. Two assess each application, one of them of HR. Whoever has a line to an"
              + " applicant, or has applied, sees nothing of it, and isn't refused here: that would"
              + " say who has applied. Naming somebody twice is naming them once.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "200",
      responseDescription = "The opportunity")
  public Uni<Response> name(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AssessorRequest request) {
    return idempotency.once(
        key,
        "nameAssessor " + id,
        request,
        () -> assessors.name(id, ifMatch, request.employeeId()));
  }

  @DELETE
  @Path("/assessors/{employeeId}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "releaseAssessor",
      summary = "Let somebody assess no more",
      description = "By HR. What they have found already stays.")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "200",
      responseDescription = "The opportunity")
  public Uni<Response> release(
      @PathParam("id") UUID id,
      @PathParam("employeeId") UUID employeeId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key,
        "releaseAssessor " + id + " " + employeeId,
        null,
        () -> assessors.release(id, ifMatch, employeeId));
  }

  @POST
  @Path("/applications")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "applyForOpportunity",
      summary = "Apply for an opportunity",
      description =
          "By whoever is eligible that day and hasn't written it, on leave too; what changes later"
              + " takes it from nobody."
              + " Nobody who leads the applicant learns of it before the offer, in HR neither.")
  @APIResponseSchema(
      value = OpportunityApplicationView.class,
      responseCode = "201",
      responseDescription = "The application, ELIGIBLE")
  public Uni<Response> apply(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ApplicationRequest request) {
    return idempotency.once(
        key,
        "applyForOpportunity " + id,
        request,
        () -> applying.apply(id, ifMatch, request.statement()));
  }
}
