package org.evenhand.review.trail;

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
import org.evenhand.kit.web.security.Roles;

@KnownCaller
@Path("/v1/reviews/{id}/trail")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
public class TrailResource {

  private final Trails trails;

  TrailResource(Trails trails) {
    this.trails = trails;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getTrail",
      summary = "Read how the decision on a review unfolded",
      description =
          "The reviewee reads it once the result is shared; the reviewer, the line above and HR at"
              + " any time; of an appeal the companion as the reviewee does, and the panel once all"
              + " of it have scored; an auditor without its content.")
  public Uni<TrailView> of(@PathParam("id") UUID id) {
    return trails.of(id);
  }
}
