package org.evenhand.policy.guidance.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;

/** Reading one's own guidance requests; there is no list of others'. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/guidance-requests")
@Tag(
    name = "Guidance requests",
    description = "Somebody asks HR outside their chain in confidence; the two alone read it")
public class GuidanceRequestResource {

  private final GuidanceReading reading;

  GuidanceRequestResource(GuidanceReading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listGuidanceRequests",
      summary = "List what one has asked or claimed oneself",
      description =
          "Nobody lists what others have asked. What waits to be claimed is a task of those who can"
              + " claim it, without words or names.")
  @APIResponseSchema(
      value = GuidanceRequestList.class,
      responseCode = "200",
      responseDescription = "A page of requests")
  public Uni<Page<GuidanceRequestView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("{guidanceRequestId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getGuidanceRequest",
      summary = "Read a request",
      description =
          "Whoever asked and whoever claimed it read it whole. HR outside the chain reads how old"
              + " it"
              + " is until it is claimed, and an HR lead once its answer is late.")
  @APIResponseSchema(
      value = GuidanceRequestView.class,
      responseCode = "200",
      responseDescription = "The request; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("guidanceRequestId") UUID guidanceRequestId) {
    return reading.one(guidanceRequestId).map(Versioned::response);
  }
}
