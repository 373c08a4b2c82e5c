package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.guidance.reading.GuidanceRequestView;
import org.jspecify.annotations.Nullable;

/** Asking HR in confidence, and what the two do. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/guidance-requests")
@Tag(name = "Guidance requests")
public class GuidanceStepResource {

  private final AskingForGuidance asking;
  private final GuidanceSteps steps;
  private final Idempotency idempotency;

  GuidanceStepResource(AskingForGuidance asking, GuidanceSteps steps, Idempotency idempotency) {
    this.asking = asking;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "askForGuidance",
      summary = "Ask HR in confidence",
      description =
          "Somebody of HR answers who is neither above nor below you, nor excluded. You two alone"
              + " read it.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = GuidanceRequestView.class,
      responseCode = "201",
      responseDescription = "The request, ASKED")
  public Uni<Response> ask(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NewGuidanceRequest request) {
    return idempotency.once(key, "askForGuidance", request, () -> asking.ask(request));
  }

  @POST
  @Path("{guidanceRequestId}/claim")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "claimGuidanceRequest",
      summary = "Take it on",
      description =
          "By HR outside the chain that hasn't given it back; from then on whoever claimed it reads"
              + " it, and nobody else of HR. Whoever asked sees who has read it. Where whoever"
              + " claimed it has come into the chain, serves as HR no more, or isn't at work,"
              + " another may claim it.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GuidanceRequestView.class,
      responseCode = "200",
      responseDescription = "The request, CLAIMED")
  public Uni<Response> claim(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("guidanceRequestId") UUID guidanceRequestId) {
    return idempotency.once(
        key,
        "claimGuidanceRequest " + guidanceRequestId,
        null,
        () -> steps.claim(guidanceRequestId, ifMatch));
  }

  @POST
  @Path("{guidanceRequestId}/return")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "returnGuidanceRequest",
      summary = "Give it back, so that somebody else claims it",
      description =
          "By whoever claimed it, or by an HR lead outside the chain once its answer is late,"
              + " unread. None of them can claim it again.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GuidanceRequestView.class,
      responseCode = "200",
      responseDescription = "The request, ASKED")
  public Uni<Response> giveBack(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("guidanceRequestId") UUID guidanceRequestId) {
    return idempotency.once(
        key,
        "returnGuidanceRequest " + guidanceRequestId,
        null,
        () -> steps.giveBack(guidanceRequestId, ifMatch));
  }

  @POST
  @Path("{guidanceRequestId}/answer")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "answerGuidanceRequest",
      summary = "Answer in confidence",
      description = "By whoever claimed it.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GuidanceRequestView.class,
      responseCode = "200",
      responseDescription = "The request, ANSWERED")
  public Uni<Response> answer(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("guidanceRequestId") UUID guidanceRequestId,
      @NotNull @Valid GuidanceAnswerRequest request) {
    return idempotency.once(
        key,
        "answerGuidanceRequest " + guidanceRequestId,
        request,
        () -> steps.answer(guidanceRequestId, ifMatch, request.text()));
  }

  @POST
  @Path("{guidanceRequestId}/closing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeGuidanceRequest",
      summary = "Close what was answered",
      description =
          "By whoever asked; by itself 30 days after the answer, and when they leave. 180 days"
              + " later nothing is left of it.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = GuidanceRequestView.class,
      responseCode = "200",
      responseDescription = "The request, CLOSED")
  public Uni<Response> close(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("guidanceRequestId") UUID guidanceRequestId) {
    return idempotency.once(
        key,
        "closeGuidanceRequest " + guidanceRequestId,
        null,
        () -> steps.close(guidanceRequestId, ifMatch));
  }

  @DELETE
  @Path("{guidanceRequestId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "eraseGuidanceRequest",
      summary = "Erase what one has asked",
      description = "By whoever asked, at any time. Neither of the two finds it any more.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponse(responseCode = "204", description = "Erased")
  public Uni<Response> erase(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("guidanceRequestId") UUID guidanceRequestId) {
    return idempotency.once(
        key,
        "eraseGuidanceRequest " + guidanceRequestId,
        null,
        () -> steps.erase(guidanceRequestId, ifMatch));
  }
}
