package org.evenhand.review.growth.checkin.work;

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
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.access.CheckInAccess.Filter;
import org.evenhand.review.growth.checkin.reading.CheckInReading;
import org.evenhand.review.growth.checkin.reading.CheckInSummary;
import org.evenhand.review.growth.checkin.reading.CheckInView;
import org.evenhand.review.growth.checkin.work.CheckInRequests.CheckInRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.HoldingRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.PlanRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.SkippingRequest;
import org.jspecify.annotations.Nullable;

/** Check-ins as they are planned, read and moved on. */
@KnownCaller
@Path("/v1/check-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Check-ins",
    description = "What somebody and whoever leads them speak about; nobody else reads it")
public class CheckInResource {

  private final CheckInReading reading;
  private final Planning planning;
  private final Replanning replanning;
  private final Conversations conversations;
  private final Idempotency idempotency;

  CheckInResource(
      CheckInReading reading,
      Planning planning,
      Replanning replanning,
      Conversations conversations,
      Idempotency idempotency) {
    this.reading = reading;
    this.planning = planning;
    this.replanning = replanning;
    this.conversations = conversations;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCheckIns",
      summary = "List the caller's check-ins",
      description =
          "Those with whoever leads them, those with people whom they lead or led, and those of"
              + " which the employee has let them read what was shared. No role shows anybody"
              + " else's.")
  public Uni<Page<CheckInSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Our id of the employee whose check-ins are asked for")
          @QueryParam("employee")
          @Nullable UUID employee,
      @Parameter(description = "Only check-ins that stand so") @QueryParam("state")
          @Nullable CheckInState state) {
    return reading.list(new Filter(employee, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCheckIn",
      summary = "Read a check-in, as one of its two",
      description =
          "With the agenda and shared notes of both. Whoever leads the person now and was let in by"
              + " them reads shared notes alone. To everybody else, whatever their role, it doesn't"
              + " exist.")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "planCheckIn",
      summary = "Plan the next check-in of an employee with whoever leads them",
      description =
          "By either of the two. There is one next check-in for an assignment. With `everyWeeks`"
              + " the one after it is planned by itself when it ends. A policy in force may say how"
              + " often people meet at least: so often it is where nothing is asked, and the two"
              + " may meet more often. Nothing is due while one of the two is away.")
  @Extension(name = KnownProblems.NAME, value = "STATE_CONFLICT, RULE_VIOLATED")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "201",
      responseDescription = "The check-in, PLANNED")
  public Uni<Response> plan(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CheckInRequest request) {
    return idempotency.once(key, "planCheckIn", request, () -> planning.plan(request));
  }

  @PUT
  @Path("/{id}/plan")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeCheckIn",
      summary = "Move a check-in that is planned, or change its rhythm",
      description =
          "By either of the two. Without `everyWeeks` the rhythm is that of the policy in force;"
              + " where it has none, no further one is planned by itself.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PlanRequest request) {
    return idempotency.once(
        key, "changeCheckIn " + id, request, () -> replanning.change(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/holding")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "holdCheckIn",
      summary = "Record that a check-in was held",
      description =
          "By either of the two, for both; late, of one that is MISSED. The next one follows its"
              + " rhythm.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in, HELD")
  public Uni<Response> hold(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid HoldingRequest request) {
    return idempotency.once(
        key, "holdCheckIn " + id, request, () -> conversations.hold(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/skipping")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "skipCheckIn",
      summary = "Say why a check-in isn't held",
      description =
          "By either of the two, for both; late, of one that is MISSED. The next one follows its"
              + " rhythm.")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in, SKIPPED")
  public Uni<Response> skip(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid SkippingRequest request) {
    return idempotency.once(
        key, "skipCheckIn " + id, request, () -> conversations.skip(id, ifMatch, request));
  }
}
