package org.evenhand.policy.training.module;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Modules and what they are. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/training-modules")
@Tag(
    name = "Training modules",
    description = "What people go through before they rate, led by one of HR and a manager")
public class TrainingModuleResource {

  private final Modules modules;
  private final ModuleReading reading;
  private final Idempotency idempotency;

  TrainingModuleResource(Modules modules, ModuleReading reading, Idempotency idempotency) {
    this.modules = modules;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeTrainingModule",
      summary = "Propose a module that one leads with somebody of the other side",
      description = "It is offered once the other of the two has agreed to it.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRAINING_KEY_TAKEN")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "201",
      responseDescription = "The module, PROPOSED; Location is its address")
  public Uni<Response> propose(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ModuleRequest request) {
    return idempotency.once(
        key, "proposeTrainingModule", request, () -> modules.propose(request, Optional.empty()));
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listTrainingModules",
      summary = "List the modules",
      description = "Until both who lead it have agreed to it, a module is theirs and HR's.")
  @APIResponseSchema(
      value = ModuleList.class,
      responseCode = "200",
      responseDescription = "A page of modules")
  public Uni<Page<ModuleView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("{moduleId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getTrainingModule", summary = "Read a module")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("moduleId") UUID moduleId) {
    return reading.one(moduleId).map(Versioned::response);
  }

  @PUT
  @Path("{moduleId}")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "editTrainingModule",
      summary = "Put a proposed module otherwise",
      description =
          "Whoever puts it otherwise has agreed to it, and the other of the two is asked anew. What"
              + " is offered stays as it is: another module takes its place.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module as it is now")
  public Uni<Response> edit(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @PathParam("moduleId") UUID moduleId,
      @NotNull @Valid ModuleRequest request) {
    return idempotency.once(
        null,
        "editTrainingModule " + moduleId,
        request,
        () -> modules.edit(moduleId, ifMatch, request));
  }
}
