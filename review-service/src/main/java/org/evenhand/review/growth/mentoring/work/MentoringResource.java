package org.evenhand.review.growth.mentoring.work;

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
import org.evenhand.review.growth.mentoring.MentoringPart;
import org.evenhand.review.growth.mentoring.MentoringStep;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/mentorings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mentoring")
public class MentoringResource {

  private final MentoringReading reading;
  private final Asking asking;
  private final MentoringSteps steps;
  private final Idempotency idempotency;

  MentoringResource(
      MentoringReading reading, Asking asking, MentoringSteps steps, Idempotency idempotency) {
    this.reading = reading;
    this.asking = asking;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listMentorings",
      summary = "List one's mentorings; for HR those that there are",
      description = "HR reads that there is one and how it stands, and not between whom.")
  public Uni<Page<MentoringView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only those in which the caller is this") @QueryParam("part")
          @Nullable MentoringPart part) {
    return reading.list(part, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getMentoring",
      summary = "Read a mentoring",
      description = "By its two; HR reads that it exists and how it stands.")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "200",
      responseDescription = "The mentoring; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "askForMentoring",
      summary = "Ask somebody to be one's mentor",
      description =
          "Somebody who offers it, and to whom one has no line, above or below, in any assignment.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED, STATE_CONFLICT")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "201",
      responseDescription = "The mentoring, ASKED")
  public Uni<Response> ask(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MentoringRequest request) {
    return idempotency.once(key, "askForMentoring", request, () -> asking.ask(request));
  }

  @POST
  @Path("/{id}/agreement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "agreeMentoring",
      summary = "Agree to be somebody's mentor",
      description = "By whoever was asked, while they have a place.")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "200",
      responseDescription = "The mentoring, AGREED")
  public Uni<Response> agree(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return take(id, ifMatch, key, MentoringStep.AGREEMENT);
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "declineMentoring",
      summary = "Decline to be somebody's mentor",
      description = "By whoever was asked. Nobody has to say why.")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "200",
      responseDescription = "The mentoring, DECLINED")
  public Uni<Response> decline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return take(id, ifMatch, key, MentoringStep.REFUSAL);
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawMentoring",
      summary = "Take back that one has asked",
      description = "By whoever asked, until the other one answers.")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "200",
      responseDescription = "The mentoring, WITHDRAWN")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return take(id, ifMatch, key, MentoringStep.WITHDRAWAL);
  }

  @POST
  @Path("/{id}/beginning")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "beginMentoring",
      summary = "Begin what is agreed",
      description = "By either, when they have first met.")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "200",
      responseDescription = "The mentoring, ACTIVE")
  public Uni<Response> begin(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return take(id, ifMatch, key, MentoringStep.BEGINNING);
  }

  @POST
  @Path("/{id}/ending")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "endMentoring",
      summary = "End a mentoring",
      description = "By either. Nobody has to say why.")
  @APIResponseSchema(
      value = MentoringView.class,
      responseCode = "200",
      responseDescription = "The mentoring, ENDED")
  public Uni<Response> end(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return take(id, ifMatch, key, MentoringStep.ENDING);
  }

  private Uni<Response> take(
      UUID id, @Nullable String ifMatch, @Nullable String key, MentoringStep step) {
    return idempotency.once(
        key, step.operation() + " " + id, null, () -> steps.take(id, ifMatch, step));
  }
}
