package org.evenhand.policy.governance.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;

/** Reading the reviews of governance. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/governance-reviews")
@Tag(
    name = "Governance reviews",
    description = "HR and managers read together how it went, decide, and sign the minutes")
public class GovernanceReviewResource {

  private final GovernanceReading reading;

  GovernanceReviewResource(GovernanceReading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listGovernanceReviews",
      summary = "List the reviews of governance, by number",
      description =
          "Their days follow from the interval of the charter in force. Nobody can move one: a"
              + " review that isn't held on its day is missed, and so it stays.")
  @APIResponseSchema(
      value = GovernanceReviewList.class,
      responseCode = "200",
      responseDescription = "A page of reviews")
  public Uni<Page<GovernanceReviewView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("{reviewId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getGovernanceReview", summary = "Read a review of governance")
  @APIResponseSchema(
      value = GovernanceReviewView.class,
      responseCode = "200",
      responseDescription = "The review; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("reviewId") UUID reviewId) {
    return reading.review(reviewId).map(Versioned::response);
  }
}
