package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.upward.work.UpwardRequests.AnswersRequest;
import org.jspecify.annotations.Nullable;

/** One's own answers in a round. No answer to these requests is remembered under a key. */
@KnownCaller
@Path("/v1/upward-rounds/{id}/answers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Upward rounds",
    description = "All direct reports of a manager are asked together, and shown together")
public class UpwardAnswersResource {

  private final UpwardWriting writing;
  private final Idempotency idempotency;

  UpwardAnswersResource(UpwardWriting writing, Idempotency idempotency) {
    this.writing = writing;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getUpwardAnswers",
      summary = "Read what one is asked, and what one has answered",
      description =
          "By those who are asked, until the round closes: then it is forgotten whose an answer is,"
              + " also for its writer. It says before how many are asked and how many answers to a"
              + " question it takes to be shown. Whoever reads them counts them: where all who are"
              + " asked answer, it is seen that each has. Its version is its own, and nobody else"
              + " sees it move.")
  @Extension(name = KnownHeaders.NAME, value = HttpHeaders.ETAG)
  @APIResponseSchema(
      value = UpwardFormView.class,
      responseCode = "200",
      responseDescription = "The form; ETag is what a change has to name")
  public Uni<Response> form(@PathParam("id") UUID id) {
    return writing.form(id).map(Versioned::response);
  }

  @PUT
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putUpwardAnswers",
      summary = "Answer some or all of the questions of a round",
      description =
          "In the place of what one answered before. Nobody reads it, or learns that it is there,"
              + " before the round closes, and nobody ever whose it is.")
  @Extension(name = KnownProblems.NAME, value = "QUESTION_UNKNOWN")
  @Extension(name = KnownHeaders.NAME, value = HttpHeaders.ETAG)
  @APIResponse(
      responseCode = "204",
      description = "Taken; ETag is what the next change has to name")
  public Uni<Response> put(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AnswersRequest request) {
    return idempotency.once(
        null, "putUpwardAnswers " + id, request, () -> writing.write(id, ifMatch, request));
  }

  @DELETE
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawUpwardAnswers",
      summary = "Take one's answers back",
      description = "Until the round closes. It is as if one never had written.")
  @Extension(name = KnownHeaders.NAME, value = HttpHeaders.ETAG)
  @APIResponse(responseCode = "204", description = "Gone; ETag is what the next change has to name")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return idempotency.once(
        null, "withdrawUpwardAnswers " + id, null, () -> writing.withdraw(id, ifMatch));
  }
}
