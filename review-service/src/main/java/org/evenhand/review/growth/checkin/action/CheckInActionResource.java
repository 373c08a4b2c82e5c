package org.evenhand.review.growth.checkin.action;

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
import org.evenhand.review.growth.checkin.action.ActionRequests.ActionRequest;
import org.jspecify.annotations.Nullable;

/** What the two of a check-in promise one another there. */
@KnownCaller
@Path("/v1/check-ins/{id}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Check-ins",
    description = "What somebody and whoever leads them speak about; nobody else reads it")
public class CheckInActionResource {

  private final ActionSteps steps;
  private final Idempotency idempotency;

  CheckInActionResource(ActionSteps steps, Idempotency idempotency) {
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "addCheckInAction",
      summary = "Write down what one of the two will do, and by when",
      description =
          "By either. Whoever owes it has it among their tasks. It goes along when somebody else"
              + " comes to lead the person.")
  @Extension(name = KnownProblems.NAME, value = "STATE_CONFLICT, RULE_VIOLATED")
  @APIResponseSchema(
      value = ActionView.class,
      responseCode = "201",
      responseDescription = "The action, OPEN")
  public Uni<Response> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ActionRequest request) {
    return idempotency.once(
        key, "addCheckInAction " + id, request, () -> steps.add(id, ifMatch, request));
  }
}
