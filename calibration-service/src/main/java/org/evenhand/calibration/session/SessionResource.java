package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Sessions as they are read. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Calibration sessions",
    description =
        "Managers come to mean the same by the levels: blind scores first, then decisions")
public class SessionResource {

  private final Sessions sessions;

  SessionResource(Sessions sessions) {
    this.sessions = sessions;
  }

  @GET
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      operationId = "listCalibrationSessions",
      summary = "Sessions that the caller belongs to; others too for hr-lead and auditor",
      description =
          "hr-lead sees all but those that hold a review of their own or of somebody above them."
              + " An auditor sees all, and of none a score, a rating or a text.")
  public Uni<Page<SessionView>> list(
      @QueryParam("cycleId") @Nullable UUID cycleId, @BeanParam PageRequest page) {
    // Read before anything else is asked: what is malformed is malformed for everyone.
    int limit = page.limit();
    var after = page.cursor().map(cursor -> cursor.uuid(0));
    return sessions.list(Optional.ofNullable(cycleId), after, limit);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER, Roles.AUDITOR})
  @Operation(operationId = "getCalibrationSession", summary = "One session")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> get(@PathParam("id") UUID id) {
    return sessions.one(id).map(Versioned::response);
  }
}
