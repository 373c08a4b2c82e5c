package org.evenhand.review.growth.remediation.exception;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;

/** What an auditor reads of remediation plans. */
@KnownCaller
@Path("/v1/remediation-exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remediation plans")
public class RemediationExceptionResource {

  private final RemediationExceptions exceptions;

  RemediationExceptionResource(RemediationExceptions exceptions) {
    this.exceptions = exceptions;
  }

  @GET
  @RolesAllowed(Roles.AUDITOR)
  @Operation(
      operationId = "listRemediationExceptions",
      summary = "List the plans that hr-lead let pass although the person had objected lately",
      description =
          "With the reason of each, and nothing else of the plan: not whom it is about, nor how it"
              + " stands. Not those of oneself, of one's own chain, or in which one has a side.")
  public Uni<Page<RemediationExceptionView>> list(@BeanParam PageRequest page) {
    return exceptions.list(page);
  }
}
