package org.evenhand.policy.training.casestudy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;

/** Going through a module by scoring cases. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/training-completions/{completionId}/case-study")
@Tag(name = "Training completions")
public class CaseStudyResource {

  private final CaseStudies studies;
  private final Idempotency idempotency;

  CaseStudyResource(CaseStudies studies, Idempotency idempotency) {
    this.studies = studies;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "beginCaseStudy",
      summary = "Begin to score cases of a module that one goes through",
      description =
          "The precedents that the module names, as far as they are still published. To everybody"
              + " else there is no study.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CaseStudyBegun.class,
      responseCode = "201",
      responseDescription = "How many cases there are; Location is where they are read")
  public Uni<Response> begin(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("completionId") UUID completionId) {
    return idempotency.once(
        key, "beginCaseStudy " + completionId, null, () -> studies.begin(completionId));
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCaseStudy",
      summary = "Read the cases that one scores",
      description =
          "With what was agreed on, and how far one was off, once all of them are scored. Nobody"
              + " else reads it.")
  @APIResponseSchema(
      value = CaseStudyView.class,
      responseCode = "200",
      responseDescription = "The cases")
  public Uni<CaseStudyView> get(@PathParam("completionId") UUID completionId) {
    return studies.read(completionId);
  }

  @PUT
  @Path("cases/{number}/score")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "scoreCase",
      summary = "Score a case, once",
      description = "It stays what was thought alone; nobody else reads it.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CaseStudyView.class,
      responseCode = "200",
      responseDescription = "The cases as they are now")
  public Uni<Response> score(
      @PathParam("completionId") UUID completionId,
      @PathParam("number") int number,
      @NotNull @Valid CaseScoreRequest request) {
    return idempotency.once(
        null,
        "scoreCase " + completionId + "/" + number,
        request,
        () -> studies.score(completionId, number, request.ordinal()));
  }
}
