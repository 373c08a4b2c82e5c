package org.evenhand.policy.training.completion;

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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.training.CompletionState;
import org.evenhand.policy.training.completion.CompletionRequests.EnrolmentRequest;
import org.evenhand.policy.training.completion.CompletionSight.Filter;
import org.jspecify.annotations.Nullable;

/** Who is to go through a module, and how far they are. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/training-completions")
@Tag(name = "Training completions", description = "How far people are with modules of training")
public class TrainingCompletionResource {

  private final Enrolments enrolments;
  private final CompletionReading reading;
  private final Idempotency idempotency;

  TrainingCompletionResource(
      Enrolments enrolments, CompletionReading reading, Idempotency idempotency) {
    this.enrolments = enrolments;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "enrolForTraining",
      summary = "Ask for a module, or ask somebody to go through it",
      description =
          "Everybody for themself; for others HR that serves them, outside its own chain, and the"
              + " two who lead the module. What is asked of others, and what is required, is a task"
              + " of theirs.")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOT_FOUND, TRAINING_INVALID, ENROLLED_ALREADY, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CompletionView.class,
      responseCode = "201",
      responseDescription = "The completion, ENROLLED; Location is its address")
  public Uni<Response> enrol(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid EnrolmentRequest request) {
    return idempotency.once(key, "enrolForTraining", request, () -> enrolments.enrol(request));
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listTrainingCompletions",
      summary = "List the completions that one may see",
      description =
          "One's own, those of everybody below, those of modules that one leads, and for HR those"
              + " of the units that it serves, outside its own chain.")
  @APIResponseSchema(
      value = CompletionList.class,
      responseCode = "200",
      responseDescription = "A page of completions")
  public Uni<Page<CompletionView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only those of this module") @QueryParam("moduleId")
          @Nullable UUID moduleId,
      @Parameter(description = "Only those of this person") @QueryParam("personId")
          @Nullable UUID personId,
      @Parameter(description = "Only those that stand so") @QueryParam("state")
          @Nullable CompletionState state) {
    return reading.list(new Filter(null, moduleId, personId, state), page);
  }

  @GET
  @Path("{completionId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "getTrainingCompletion", summary = "Read how far somebody is")
  @APIResponseSchema(
      value = CompletionView.class,
      responseCode = "200",
      responseDescription = "The completion; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("completionId") UUID completionId) {
    return reading.one(completionId).map(Versioned::response);
  }
}
