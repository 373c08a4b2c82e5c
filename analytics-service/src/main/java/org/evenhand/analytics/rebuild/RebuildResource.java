package org.evenhand.analytics.rebuild;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rebuilds}. */
@KnownCaller
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rebuilds", description = "Counting everything anew from the topics")
public class RebuildResource {

  private final Rebuilds rebuilds;
  private final Idempotency idempotency;
  private final Caller caller;

  RebuildResource(Rebuilds rebuilds, Idempotency idempotency, Caller caller) {
    this.rebuilds = rebuilds;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "startRebuild",
      summary = "Takes in the topics and counts everything anew",
      description =
          "What is shown stays as it is until everything has been counted, also what else would be"
              + " as of now; who may see and sign findings doesn't change. Declarations without a"
              + " legal basis where their person then works are withdrawn at the end.")
  @Extension(name = KnownProblems.NAME, value = "REBUILD_RUNNING")
  @APIResponse(
      responseCode = "202",
      description = "Started; Location says where to ask",
      content = @Content(schema = @Schema(implementation = RebuildView.class)))
  public Uni<Response> start(@HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "startRebuild", null, () -> rebuilds.start(caller.subject()));
  }

  @GET
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(operationId = "listRebuilds", summary = "Rebuilds, the latest first")
  public Uni<Page<RebuildView>> list(@BeanParam PageRequest page) {
    return rebuilds.list(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(operationId = "getRebuild", summary = "How far a rebuild has come")
  public Uni<RebuildView> find(@PathParam("id") UUID id) {
    return rebuilds.find(id);
  }
}
