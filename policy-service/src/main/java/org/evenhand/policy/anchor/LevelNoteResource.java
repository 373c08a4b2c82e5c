package org.evenhand.policy.anchor;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.version.VersionAddress;

/** What calibration has shown of the levels of a version. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}/anchor-notes")
@Tag(name = "Policies")
public class LevelNoteResource {

  private final LevelNotes notes;

  LevelNoteResource(LevelNotes notes) {
    this.notes = notes;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listAnchorNotes",
      summary =
          "How far raters agreed on each level and how sessions read it, for whoever words"
              + " its anchors",
      description =
          "From all revealed sessions under versions of this policy with as many levels, and the"
              + " norms that hold. Levels of which nothing is known are missing.")
  public Uni<Page<LevelNote>> notes(
      @PathParam("policyId") UUID policyId, @PathParam("version") int version) {
    return notes.of(new VersionAddress(policyId, version)).map(found -> new Page<>(found, null));
  }
}
