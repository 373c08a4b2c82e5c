package org.evenhand.review.milestone;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;

@KnownCaller
@Path("/v1/cycles/{id}/exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class ExceptionResource {

  private final Exceptions exceptions;

  ExceptionResource(Exceptions exceptions) {
    this.exceptions = exceptions;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listExceptions",
      summary = "List what was missing when a milestone passed or the cycle moved on, and why",
      description =
          "For the reviews that the caller may see. The cycle shows the counts to everybody.")
  public Uni<Page<ExceptionView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return exceptions.list(id, page);
  }
}
