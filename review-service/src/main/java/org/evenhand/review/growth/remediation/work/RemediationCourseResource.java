package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView;
import org.evenhand.review.growth.remediation.work.RemediationRequests.CheckpointRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.CompanionRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ConsentRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ExtensionRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ReasonRequest;
import org.jspecify.annotations.Nullable;

/** Remediation plans as they go on, and as they end. */
@KnownCaller
@Path("/v1/remediation-plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Remediation plans",
    description = "A gap that was seen and said, and what both sides do about it in weeks")
public class RemediationCourseResource {

  private final Companions companions;
  private final Courses courses;
  private final Endings endings;
  private final Idempotency idempotency;

  RemediationCourseResource(
      Companions companions, Courses courses, Endings endings, Idempotency idempotency) {
    this.companions = companions;
    this.courses = courses;
    this.endings = endings;
    this.idempotency = idempotency;
  }

  @PUT
  @Path("/companion")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nameRemediationCompanion",
      summary = "Ask a colleague to accompany one",
      description =
          "By the person, of their own choice. Whoever agrees reads the plan while it runs; the"
              + " person can take it back at any time.")
  @Extension(name = KnownProblems.NAME, value = "COMPANION_NOT_POSSIBLE")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan")
  public Uni<Response> companion(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CompanionRequest request) {
    return idempotency.once(
        key,
        "nameRemediationCompanion " + id,
        request,
        () -> companions.name(id, ifMatch, request));
  }

  @POST
  @Path("/companion/answer")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "answerRemediationCompanion",
      summary = "Say whether one accompanies a colleague",
      description = "By whoever is asked. Who declines reads nothing of it.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, as far as the caller reads it now")
  public Uni<Response> consent(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ConsentRequest request) {
    return idempotency.once(
        key,
        "answerRemediationCompanion " + id,
        request,
        () -> companions.consent(id, ifMatch, request));
  }

  @POST
  @Path("/checkpoints/{checkpointId}/holding")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "holdRemediationCheckpoint",
      summary = "Record that both have looked at how a remediation plan goes",
      description = "By either; whoever leads the person owes it.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan")
  public Uni<Response> hold(
      @PathParam("id") UUID id,
      @PathParam("checkpointId") UUID checkpoint,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CheckpointRequest request) {
    return idempotency.once(
        key,
        "holdRemediationCheckpoint " + id + " " + checkpoint,
        request,
        () -> courses.hold(id, checkpoint, ifMatch, request));
  }

  @POST
  @Path("/means/{meansId}/delivery")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "deliverRemediationMeans",
      summary = "Record that the company has given what it owes for a remediation plan",
      description =
          "By whoever gives it. As long as something is missing nobody can say that the plan isn't"
              + " met: more time is owed then.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan")
  public Uni<Response> give(
      @PathParam("id") UUID id,
      @PathParam("meansId") UUID means,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key,
        "deliverRemediationMeans " + id + " " + means,
        null,
        () -> courses.give(id, means, ifMatch));
  }

  @POST
  @Path("/confirmation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "confirmRemediationPlan",
      summary = "Stand by a remediation plan of one's predecessor",
      description = "By whoever leads the person now; who wouldn't ends it.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan")
  public Uni<Response> confirm(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "confirmRemediationPlan " + id, null, () -> courses.confirm(id, ifMatch));
  }

  @POST
  @Path("/extension")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "extendRemediationPlan",
      summary = "Give more time for a remediation plan, once",
      description =
          "By whoever leads the person. It is owed where the company hasn't given in time what it"
              + " owes.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, EXTENDED")
  public Uni<Response> extend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ExtensionRequest request) {
    return idempotency.once(
        key, "extendRemediationPlan " + id, request, () -> courses.extend(id, ifMatch, request));
  }

  @POST
  @Path("/achievement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "meetRemediationPlan",
      summary = "Say that a remediation plan is met",
      description = "By whoever leads the person, at any time while it runs.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, MET")
  public Uni<Response> meet(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReasonRequest request) {
    return idempotency.once(
        key, "meetRemediationPlan " + id, request, () -> endings.meet(id, ifMatch, request));
  }

  @POST
  @Path("/failure-signatures")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "signRemediationNotMet",
      summary = "Sign that a remediation plan isn't met",
      description =
          "First by whoever leads the person, for 30 days and more, then by HR: only when its time"
              + " is over, all checkpoints were held and the company has given all that it owes."
              + " No consequence follows from it here.")
  @APIResponseSchema(
      value = RemediationPlanView.class,
      responseCode = "200",
      responseDescription = "The plan, NOT_MET once both have signed")
  public Uni<Response> notMet(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReasonRequest request) {
    return idempotency.once(
        key, "signRemediationNotMet " + id, request, () -> endings.notMet(id, ifMatch, request));
  }
}
