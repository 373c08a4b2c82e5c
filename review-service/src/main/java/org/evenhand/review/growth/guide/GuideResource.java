package org.evenhand.review.growth.guide;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.guide.GuideView.GuideVersionView;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/conversation-guides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Conversation guides",
    description = "How to have conversations that are hard, as HR and a manager have written it")
public class GuideResource {

  private final GuideReading reading;
  private final GuideSteps steps;
  private final Idempotency idempotency;

  GuideResource(GuideReading reading, GuideSteps steps, Idempotency idempotency) {
    this.reading = reading;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listConversationGuides",
      summary = "Read the guides to all situations",
      description = "Each with the text that holds. Everybody who works here reads them.")
  public Uni<Page<GuideView>> all() {
    return reading.all();
  }

  @GET
  @Path("/{situation}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getConversationGuide",
      summary = "Read the guide to a situation",
      description = "HR and managers see what waits for a signature beside it.")
  @APIResponseSchema(
      value = GuideView.class,
      responseCode = "200",
      responseDescription = "The guide; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("situation") Situation situation) {
    return reading.one(situation).map(Versioned::response);
  }

  @GET
  @Path("/{situation}/versions")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listGuideVersions",
      summary = "Read all texts that a guide has had",
      description = "The latest first, each with its two signatures.")
  public Uni<Page<GuideVersionView>> versions(
      @PathParam("situation") Situation situation, @BeanParam PageRequest page) {
    return reading.versions(situation, page);
  }

  @PUT
  @Path("/{situation}/draft")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putGuideDraft",
      summary = "Write a text for a guide, and sign it for one's side",
      description =
          "In the place of what waited, whoever wrote it: so the two sides write it together. It"
              + " holds once somebody of the other side has signed it.")
  @APIResponseSchema(
      value = GuideView.class,
      responseCode = "200",
      responseDescription = "The guide, with what waits for the other side")
  public Uni<Response> draft(
      @PathParam("situation") Situation situation,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GuideRequest request) {
    return idempotency.once(
        key, "putGuideDraft " + situation, request, () -> steps.draft(situation, ifMatch, request));
  }

  @POST
  @Path("/{situation}/signature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "signGuide",
      summary = "Sign what the other side has written for a guide",
      description = "It holds from now on; the texts before it stay readable.")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOTHING_PROPOSED, SAME_PERSON_TWICE, SAME_SIDE_TWICE")
  @APIResponseSchema(
      value = GuideView.class,
      responseCode = "200",
      responseDescription = "The guide, with its new text")
  public Uni<Response> sign(
      @PathParam("situation") Situation situation,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "signGuide " + situation, null, () -> steps.sign(situation, ifMatch));
  }
}
