package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.evenhand.review.growth.circle.work.CircleRequests.CancellationRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.MeetingRequest;
import org.jspecify.annotations.Nullable;

/** The meetings of a circle. */
@KnownCaller
@Path("/v1/coaching-circles/{id}/meeting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Coaching circles",
    description = "Three to eight people who coach one another, without a line between them")
public class CircleMeetingResource {

  private final CircleMeetings meetings;
  private final Idempotency idempotency;

  CircleMeetingResource(CircleMeetings meetings, Idempotency idempotency) {
    this.meetings = meetings;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "planCircleMeeting",
      summary = "Plan the next meeting of a circle",
      description =
          "On a day in UTC. Its hour goes round: it asks the least of whoever has borne the most so"
              + " far, and puts nobody into the night twice in a row where that can be. One whose"
              + " hour has come is recorded or cancelled before.")
  @Extension(name = KnownProblems.NAME, value = "STATE_CONFLICT, RULE_VIOLATED")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle, with the hour where each member works")
  public Uni<Response> plan(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MeetingRequest request) {
    return idempotency.once(
        key, "planCircleMeeting " + id, request, () -> meetings.plan(id, ifMatch, request));
  }

  @POST
  @Path("/holding")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "holdCircleMeeting",
      summary = "Record that a circle has met",
      description =
          "From its hour on, also when somebody has left since: those who were members then have"
              + " met. That it met is all that is kept: there are no minutes.")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle")
  public Uni<Response> met(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "holdCircleMeeting " + id, null, () -> meetings.met(id, ifMatch));
  }

  @POST
  @Path("/cancellation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "cancelCircleMeeting",
      summary = "Cancel the next meeting of a circle, or take back that it has met",
      description =
          "By whoever has joined. Of the one that was recorded last, by mistake, nothing is left:"
              + " neither that it was held nor what its hour has asked of anybody.")
  @APIResponseSchema(
      value = CircleView.class,
      responseCode = "200",
      responseDescription = "The circle")
  public Uni<Response> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CancellationRequest request) {
    return idempotency.once(
        key, "cancelCircleMeeting " + id, request, () -> meetings.cancel(id, ifMatch, request));
  }
}
