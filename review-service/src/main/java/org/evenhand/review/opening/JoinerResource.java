package org.evenhand.review.opening;

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

@KnownCaller
@Path("/v1/cycles/{id}/joiners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class JoinerResource {

  private final Joiners joiners;
  private final Idempotency idempotency;

  JoinerResource(Joiners joiners, Idempotency idempotency) {
    this.joiners = joiners;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "addJoiner",
      summary = "Open a review for somebody whom the eligibility rule left out or who came later",
      description =
          "Where a review ended NOT_RATED and the person is back, that one goes on. One's own"
              + " record and chain are another's to add.")
  @Extension(name = KnownProblems.NAME, value = "ALREADY_REVIEWED, NOT_ELIGIBLE")
  @APIResponseSchema(
      value = JoinerView.class,
      responseCode = "201",
      responseDescription = "The review: NOT_STARTED, or as far as it had come")
  public Uni<Response> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid JoinerRequest request) {
    return idempotency.once(
        key, "addJoiner " + id, request, () -> joiners.add(id, ifMatch, request));
  }
}
