package org.evenhand.review.growth.circle.work;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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
import org.evenhand.review.growth.circle.work.CircleRequests.CircleRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.InvitationRequest;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/coaching-circles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Coaching circles",
    description = "Three to eight people who coach one another, without a line between them")
public class CircleResource {

  private final CircleReading reading;
  private final CircleSteps steps;
  private final Idempotency idempotency;

  CircleResource(CircleReading reading, CircleSteps steps, Idempotency idempotency) {
    this.reading = reading;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCoachingCircles",
      summary = "List the caller's circles; for HR those that there are",
      description =
          "HR reads that a circle exists, its size and how often it has met, and not who is in it.")
  public Uni<Page<CircleView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCoachingCircle",
      summary = "Read a circle, as far as the caller may see it",
      description =
          "Members read who is in it and when it meets next, with the hour where each of them"
              + " works. HR reads its size and how often it has met.")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "foundCoachingCircle",
      summary = "Found a circle, and ask others to come",
      description =
          "Of three to eight. Nobody in it may have a LINE to another, above or below, directly or"
              + " not. It is ACTIVE as soon as three have joined.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "201",
      responseDescription = "The circle, FORMING")
  public Uni<Response> found(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CircleRequest request) {
    return idempotency.once(key, "foundCoachingCircle", request, () -> steps.found(request));
  }

  @POST
  @Path("/{id}/invitations")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "inviteToCircle",
      summary = "Ask another person to come",
      description =
          "By whoever has joined. Eight can be in it or asked to come; none with a LINE to"
              + " another.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle")
  public Uni<Response> invite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid InvitationRequest request) {
    return idempotency.once(
        key, "inviteToCircle " + id, request, () -> steps.invite(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/membership")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "joinCircle",
      summary = "Come into a circle to which one was asked",
      description = "By whoever was asked. With the third it is ACTIVE.")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle")
  public Uni<Response> join(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "joinCircle " + id, null, () -> steps.join(id, ifMatch));
  }

  @POST
  @Path("/{id}/departure")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "leaveCircle",
      summary = "Leave a circle, or say that one doesn't come",
      description = "Nobody has to say why. Under three it is PAUSED, with nobody CLOSED.")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle, as others see it")
  public Uni<Response> leave(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "leaveCircle " + id, null, () -> steps.leave(id, ifMatch));
  }

  @POST
  @Path("/{id}/closing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeCircle",
      summary = "Close a circle that isn't active",
      description = "By whoever has joined. One that is active goes on for those who stay.")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle, CLOSED")
  public Uni<Response> close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "closeCircle " + id, null, () -> steps.close(id, ifMatch));
  }
}
