package org.evenhand.review.growth.opportunity.work;

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
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess.Filter;
import org.evenhand.review.growth.opportunity.reading.OpportunityReading;
import org.evenhand.review.growth.opportunity.reading.OpportunityView;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.evenhand.review.growth.opportunity.terms.OpportunityTermsBody;
import org.evenhand.review.growth.opportunity.work.OpportunityRequests.OpportunityRequest;
import org.evenhand.review.growth.opportunity.work.OpportunityRequests.PostingRequest;
import org.evenhand.review.growth.opportunity.work.OpportunityRequests.WithdrawalRequest;
import org.jspecify.annotations.Nullable;

/** Opportunities as they are written, posted, read and taken back. */
@KnownCaller
@Path("/v1/opportunities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Opportunities",
    description = "What people can apply for, seen by all who are eligible, with reasons for all")
public class OpportunityResource {

  private final OpportunityReading reading;
  private final Drafting drafting;
  private final Postings postings;
  private final Idempotency idempotency;

  OpportunityResource(
      OpportunityReading reading, Drafting drafting, Postings postings, Idempotency idempotency) {
    this.reading = reading;
    this.drafting = drafting;
    this.postings = postings;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listOpportunities",
      summary = "List the opportunities that the caller may see",
      description =
          "Those for which one is eligible by their rule, on leave too, and those for which one"
              + " has applied; as HR those of the units that one serves, and as a manager what one"
              + " has begun.")
  public Uni<Page<OpportunityView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only those that stand so") @QueryParam("state")
          @Nullable OpportunityState state,
      @Parameter(description = "Only those of this kind") @QueryParam("kind")
          @Nullable OpportunityKind kind,
      @Parameter(description = "Only those of this unit") @QueryParam("orgUnit")
          @Nullable String orgUnit) {
    return reading.list(new Filter(state, kind, orgUnit), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getOpportunity",
      summary = "Read an opportunity",
      description =
          "With its criteria, their weights and the rule of who is eligible, as they were posted."
              + " It says of nobody that they have applied, and not how many have.")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "200",
      responseDescription = "The opportunity; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "draftOpportunity",
      summary = "Draft an opportunity",
      description =
          "By whoever leads people in its unit, or serves it as HR. The weights of its criteria sum"
              + " to 100. The rule goes by what the directory says: no rating, and no protected"
              + " attribute.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED, CRITERION_UNKNOWN")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "201",
      responseDescription = "The opportunity, DRAFT")
  public Uni<Response> draft(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid OpportunityRequest request) {
    return idempotency.once(key, "draftOpportunity", request, () -> drafting.draft(request));
  }

  @PUT
  @Path("/{id}/terms")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeOpportunity",
      summary = "Put a draft otherwise",
      description = "Until it is posted. From then on nothing of it can change.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED, CRITERION_UNKNOWN")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "200",
      responseDescription = "The opportunity")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid OpportunityTermsBody terms) {
    return idempotency.once(
        key, "changeOpportunity " + id, terms, () -> drafting.change(id, ifMatch, terms));
  }

  @POST
  @Path("/{id}/posting")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "postOpportunity",
      summary = "Post an opportunity to all who are eligible",
      description =
          "Open for ten working days at least, to five people at least. Its criteria, weights and"
              + " rule are frozen, and their hash is shown. It closes once its last day is over"
              + " everywhere.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "200",
      responseDescription = "The opportunity, POSTED")
  public Uni<Response> post(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PostingRequest request) {
    return idempotency.once(
        key,
        "postOpportunity " + id,
        request,
        () -> postings.post(id, ifMatch, request.openUntil()));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawOpportunity",
      summary = "Take an opportunity back, with the reason",
      description =
          "Everybody who applied reads the reason. Once it has closed, HR alone does it; once it is"
              + " decided, nobody.")
  @APIResponseSchema(
      value = OpportunityView.class,
      responseCode = "200",
      responseDescription = "The opportunity, WITHDRAWN")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid WithdrawalRequest request) {
    return idempotency.once(
        key,
        "withdrawOpportunity " + id,
        request,
        () -> postings.withdraw(id, ifMatch, request.reason()));
  }
}
