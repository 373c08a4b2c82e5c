package org.evenhand.review.growth.checkin.action;

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
import org.evenhand.review.growth.checkin.action.ActionRequests.ClosingRequest;
import org.jspecify.annotations.Nullable;

/** Actions that two have agreed on, wherever they did. */
@KnownCaller
@Path("/v1/check-in-actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Check-ins",
    description = "What somebody and whoever leads them speak about; nobody else reads it")
public class ActionResource {

  private final ActionReading reading;
  private final ActionSteps steps;
  private final Idempotency idempotency;

  ActionResource(ActionReading reading, ActionSteps steps, Idempotency idempotency) {
    this.reading = reading;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCheckInActions",
      summary = "List the actions of the caller and of whoever they have check-ins with",
      description = "As the employee, and as whoever leads them.")
  public Uni<Page<ActionView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only actions that stand so") @QueryParam("state")
          @Nullable ActionState state) {
    return reading.list(state, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCheckInAction",
      summary = "Read an action, as one of the two",
      description = "To everybody else, whatever their role, it doesn't exist.")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The action; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @Path("/{id}/closing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeCheckInAction",
      summary = "Say that an action is done, or drop it",
      description = "Either says that it is done. Whoever is owed it can drop it, with a reason.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "200",
      responseDescription = "The action, ended")
  public Uni<Response> close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ClosingRequest request) {
    return idempotency.once(
        key, "closeCheckInAction " + id, request, () -> steps.close(id, ifMatch, request));
  }
}
