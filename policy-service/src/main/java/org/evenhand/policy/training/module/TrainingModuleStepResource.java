package org.evenhand.policy.training.module;

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
import org.jspecify.annotations.Nullable;

/** What the two who lead a module do with it. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/training-modules/{moduleId}")
@Tag(name = "Training modules")
public class TrainingModuleStepResource {

  private final Modules modules;
  private final CoLeadChanges changes;
  private final Idempotency idempotency;

  TrainingModuleStepResource(Modules modules, CoLeadChanges changes, Idempotency idempotency) {
    this.modules = modules;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @POST
  @Path("agreement")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "agreeTrainingModule",
      summary = "Agree to a module that one leads with somebody",
      description =
          "With the agreement of both it is offered, and what it is required for nobody does"
              + " without it in cycles that open from then on. Before that it has a unit to go"
              + " through, or names the precedents of a case study; and each of the two is still of"
              + " their side, and at work.")
  @Extension(
      name = KnownProblems.NAME,
      value = "TRANSITION_REFUSED, TRAINING_INCOMPLETE, TRAINING_INVALID")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module, OFFERED once both have agreed")
  public Uni<Response> agree(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("moduleId") UUID moduleId) {
    return idempotency.once(
        key, "agreeTrainingModule " + moduleId, null, () -> modules.agree(moduleId, ifMatch));
  }

  @POST
  @Path("withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawTrainingModule",
      summary = "Withdraw a module that isn't offered yet",
      description = "By either of the two.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module, WITHDRAWN")
  public Uni<Response> withdraw(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("moduleId") UUID moduleId) {
    return idempotency.once(
        key, "withdrawTrainingModule " + moduleId, null, () -> modules.withdraw(moduleId, ifMatch));
  }

  @POST
  @Path("retirement")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeTrainingModuleRetirement",
      summary = "Propose that a module ends",
      description = "It ends when the other of the two countersigns.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module with the proposal")
  public Uni<Response> proposeRetirement(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("moduleId") UUID moduleId,
      @NotNull @Valid RetirementReason request) {
    return idempotency.once(
        key,
        "proposeTrainingModuleRetirement " + moduleId,
        request,
        () -> modules.proposeRetirement(moduleId, ifMatch, request.reason()));
  }

  @POST
  @Path("retirement/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawTrainingModuleRetirement",
      summary = "Take back or decline the proposal that a module ends",
      description = "By either of the two; the module goes on.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module without the proposal")
  public Uni<Response> withdrawRetirement(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("moduleId") UUID moduleId) {
    return idempotency.once(
        key,
        "withdrawTrainingModuleRetirement " + moduleId,
        null,
        () -> modules.withdrawRetirement(moduleId, ifMatch));
  }

  @POST
  @Path("retirement/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "countersignTrainingModuleRetirement",
      summary = "Agree, as the other of the two, that a module ends",
      description = "Nothing requires it from then on.")
  @Extension(
      name = KnownProblems.NAME,
      value = "TRANSITION_REFUSED, SAME_SIDE_TWICE, TRAINING_INVALID")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module, RETIRED")
  public Uni<Response> countersignRetirement(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("moduleId") UUID moduleId) {
    return idempotency.once(
        key,
        "countersignTrainingModuleRetirement " + moduleId,
        null,
        () -> modules.countersignRetirement(moduleId, ifMatch));
  }

  @POST
  @Path("co-lead-replacement")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "replaceTrainingCoLead",
      summary = "Let somebody else of the same side lead a module",
      description =
          "Each of the two passes their own place on. Other HR names who follows somebody who has"
              + " left, is on leave, or is of that side no more.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "200",
      responseDescription = "The module and who leads it now")
  public Uni<Response> replace(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("moduleId") UUID moduleId,
      @NotNull @Valid CoLeadChange request) {
    return idempotency.once(
        key,
        "replaceTrainingCoLead " + moduleId,
        request,
        () -> changes.replace(moduleId, ifMatch, request));
  }
}
