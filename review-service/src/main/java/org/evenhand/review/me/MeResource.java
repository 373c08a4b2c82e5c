package org.evenhand.review.me;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.security.Roles;

@KnownCaller
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "Who is calling, and what they may do")
public class MeResource {

  private final Me me;

  MeResource(Me me) {
    this.me = me;
  }

  @GET
  @RolesAllowed({
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.HR,
    Roles.HR_LEAD,
    Roles.AUDITOR,
    Roles.HRIS,
    Roles.INSIGHT,
    Roles.SERVICE
  })
  @Operation(operationId = "getMe", summary = "Learn who I am to this system and what I may do")
  public Uni<MeView> view() {
    return me.view();
  }
}
