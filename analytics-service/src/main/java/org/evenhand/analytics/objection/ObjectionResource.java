package org.evenhand.analytics.objection;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rater-objections}. */
@KnownCaller
@Path("/v1/rater-objections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Rater objections",
    description = "A manager contests their own profile in writing, and is answered in writing")
public class ObjectionResource {

  private final Objections objections;
  private final Idempotency idempotency;

  ObjectionResource(Objections objections, Idempotency idempotency) {
    this.objections = objections;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.MANAGER, Roles.HR_LEAD})
  @Operation(
      operationId = "listRaterObjections",
      summary = "Objections, the newest first",
      description = "A manager's own; to an hr-lead all but those of managers above them.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN")
  public Uni<Page<ObjectionView>> list(
      @Parameter(description = "The cycle's key or id", example = "2026") @QueryParam("cycle")
          @Nullable String cycle,
      @Parameter(description = "Where it stands") @QueryParam("state")
          @Nullable ObjectionState state,
      @BeanParam PageRequest page) {
    return objections.list(cycle, Optional.ofNullable(state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.HR_LEAD})
  @Operation(operationId = "getRaterObjection", summary = "An objection, with its answer")
  @APIResponseSchema(
      value = ObjectionView.class,
      responseCode = "200",
      responseDescription = "The objection; its version is the ETag")
  public Uni<Response> get(@PathParam("id") UUID id) {
    return idempotency.once(null, "getRaterObjection", null, () -> objections.find(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      operationId = "fileRaterObjection",
      summary = "Object to your own profile of a cycle, in writing",
      description =
          "To one that you have seen, and one objection at a time. Until it is answered nobody else"
              + " sees the figures. The words stay here: no event and no log holds them.")
  @Extension(name = KnownProblems.NAME, value = "PRECONDITION_FAILED, PROFILE_NOT_SEEN")
  @APIResponseSchema(
      value = ObjectionView.class,
      responseCode = "201",
      responseDescription = "The objection, OPEN")
  public Uni<Response> file(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewObjection wanted) {
    return idempotency.once(key, "fileRaterObjection", wanted, () -> objections.file(wanted));
  }

  @POST
  @Path("/{id}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "answerRaterObjection",
      summary = "Answer an objection in writing, once",
      description =
          "By an hr-lead who neither is the manager nor works for them. UPHELD keeps the profile of"
              + " this cycle from others' sight; DECLINED shows it again, with the mark that it was"
              + " contested.")
  @APIResponseSchema(
      value = ObjectionView.class,
      responseCode = "200",
      responseDescription = "The objection with its answer, as the manager reads it")
  public Uni<Response> answer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NewReply wanted) {
    return idempotency.once(
        key, "answerRaterObjection " + id, wanted, () -> objections.answer(id, ifMatch, wanted));
  }
}
