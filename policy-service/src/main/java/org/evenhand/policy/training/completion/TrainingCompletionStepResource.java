package org.evenhand.policy.training.completion;

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
import org.evenhand.policy.training.completion.CompletionRequests.ExemptionRequest;
import org.evenhand.policy.training.completion.CompletionRequests.RecordRequest;
import org.jspecify.annotations.Nullable;

/** What the two who lead a module say of those who learn. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/training-completions/{completionId}")
@Tag(name = "Training completions")
public class TrainingCompletionStepResource {

  private final Completions completions;
  private final Idempotency idempotency;

  TrainingCompletionStepResource(Completions completions, Idempotency idempotency) {
    this.completions = completions;
    this.idempotency = idempotency;
  }

  @POST
  @Path("completion")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "recordTrainingCompletion",
      summary = "Say that somebody has gone through a module",
      description =
          "By one of the two who lead it, and of neither of them by themself. It counts for the"
              + " time that the module says, and never shortens what counts now.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CompletionView.class,
      responseCode = "200",
      responseDescription = "The completion, COMPLETED")
  public Uni<Response> record(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("completionId") UUID completionId,
      @NotNull @Valid RecordRequest request) {
    return idempotency.once(
        key,
        "recordTrainingCompletion " + completionId,
        request,
        () -> completions.record(completionId, ifMatch, request.completedOn()));
  }

  @POST
  @Path("taking-back")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeBackTrainingCompletion",
      summary = "Take back what was recorded in error",
      description =
          "What was completed before counts again, or the person is asked for it as before; what"
              + " they have done meanwhile stays.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CompletionView.class,
      responseCode = "200",
      responseDescription = "The completion as it was before")
  public Uni<Response> takeBack(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("completionId") UUID completionId) {
    return idempotency.once(
        key,
        "takeBackTrainingCompletion " + completionId,
        null,
        () -> completions.takeBack(completionId, ifMatch));
  }

  @POST
  @Path("exemption")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeTrainingExemption",
      summary = "Propose that somebody doesn't need a module",
      description =
          "By one of the two who lead it; it counts once the other has agreed, and at most as long"
              + " as a completion of today would.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CompletionView.class,
      responseCode = "200",
      responseDescription = "The completion with the proposal")
  public Uni<Response> propose(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("completionId") UUID completionId,
      @NotNull @Valid ExemptionRequest request) {
    return idempotency.once(
        key,
        "proposeTrainingExemption " + completionId,
        request,
        () -> completions.proposeExemption(completionId, ifMatch, request));
  }

  @POST
  @Path("exemption/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "countersignTrainingExemption",
      summary = "Agree, as the other of the two, that somebody doesn't need a module",
      description = "It ends on its last day. Each of the two is still of their side, and at work.")
  @Extension(
      name = KnownProblems.NAME,
      value = "TRANSITION_REFUSED, SAME_SIDE_TWICE, TRAINING_INVALID")
  @APIResponseSchema(
      value = CompletionView.class,
      responseCode = "200",
      responseDescription = "The completion, EXEMPT")
  public Uni<Response> countersign(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("completionId") UUID completionId) {
    return idempotency.once(
        key,
        "countersignTrainingExemption " + completionId,
        null,
        () -> completions.countersignExemption(completionId, ifMatch));
  }
}
