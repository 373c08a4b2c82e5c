package org.evenhand.review.directory.workertype;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/worker-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worker types", description = "The types of workers that rules can go by")
public class WorkerTypeResource {

  private static final String CODE = "^[A-Z][A-Z0-9_]{0,49}$";

  private final WorkerTypes types;
  private final Idempotency idempotency;

  WorkerTypeResource(WorkerTypes types, Idempotency idempotency) {
    this.types = types;
    this.idempotency = idempotency;
  }

  /** A type, as rows of an org import and the scope of a policy name it. */
  @Schema(name = "WorkerType", example = "{\"code\": \"EMPLOYEE\"}")
  public record WorkerTypeBody(
      @NotNull
          @Pattern(regexp = CODE)
          @Schema(description = "Capitals, digits and _", examples = "EMPLOYEE")
          String code) {}

  /** All of them. */
  @Schema(
      name = "WorkerTypes",
      example = "{\"items\": [{\"code\": \"CONTRACTOR\"}, {\"code\": \"EMPLOYEE\"}]}")
  public record WorkerTypesView(List<WorkerTypeBody> items) {}

  @GET
  @RolesAllowed({Roles.HRIS, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "listWorkerTypes", summary = "All types of workers, by code")
  public Uni<WorkerTypesView> list() {
    return types.all().map(WorkerTypesView::new);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "addWorkerType",
      summary = "Add a type of workers",
      description =
          "Rules match it letter by letter, so rows of an org import with a type that isn't kept"
              + " here are refused. Adding one that is there changes nothing.")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = WorkerTypeBody.class)))
  public Uni<Response> add(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid WorkerTypeBody body) {
    return idempotency.once(idempotencyKey, "addWorkerType", body, () -> types.add(body));
  }

  @DELETE
  @Path("/{code}")
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "removeWorkerType",
      summary = "Remove a type of workers that nobody who works here has")
  @Extension(name = KnownProblems.NAME, value = "WORKER_TYPE_IN_USE")
  @APIResponse(responseCode = "204", description = "No longer kept")
  public Uni<Void> remove(@PathParam("code") @Pattern(regexp = CODE) String code) {
    return types.remove(code);
  }
}
