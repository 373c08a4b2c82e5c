package org.evenhand.policy.training.module;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.training.TrainingText;
import org.jspecify.annotations.Nullable;

/** What a module says. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/training-modules/{moduleId}/text")
@Tag(name = "Training modules")
public class TrainingTextResource {

  private final Modules modules;
  private final ModuleReading reading;
  private final Idempotency idempotency;

  TrainingTextResource(Modules modules, ModuleReading reading, Idempotency idempotency) {
    this.modules = modules;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getTrainingModuleText",
      summary = "Read what a module says",
      description = "Everybody reads what is offered.")
  @APIResponseSchema(
      value = TrainingText.class,
      responseCode = "200",
      responseDescription = "The text; ETag is that of the module")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("moduleId") UUID moduleId) {
    return reading.text(moduleId).map(Versioned::response);
  }

  @PUT
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "writeTrainingModuleText",
      summary = "Write what a proposed module says",
      description =
          "Whoever writes it has agreed to the module, and the other of the two is asked anew. What"
              + " is offered stays as it is.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module and who has agreed to it now")
  public Uni<Response> write(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @PathParam("moduleId") UUID moduleId,
      @NotNull @Valid TrainingText request) {
    return idempotency.once(
        null,
        "writeTrainingModuleText " + moduleId,
        request,
        () -> modules.write(moduleId, ifMatch, request));
  }
}
