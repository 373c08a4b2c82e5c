package org.evenhand.kit.data.waiver;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Every service has its own tasks; the path names the one that knows of the duty. */
@KnownCaller
@Path("/v1/tasks/{service}/{id}/waiver")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What people have to do, and by when")
public class WaiverResource {

  private static final String OF_TASK = "As `waiver` of the task names it";

  private final Waivers waivers;
  private final Idempotency idempotency;
  private final String own;

  WaiverResource(
      Waivers waivers,
      Idempotency idempotency,
      @ConfigProperty(name = "evenhand.service") String own) {
    this.waivers = waivers;
    this.idempotency = idempotency;
    this.own = own;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getWaiver",
      summary = "Read what was last proposed about a task that needn't be done")
  public Uni<RestResponse<WaiverView>> one(
      @Parameter(description = OF_TASK) @PathParam("service") String service,
      @PathParam("id") UUID id) {
    requireOwn(service);
    return waivers
        .one(id)
        .map(
            found ->
                RestResponse.ResponseBuilder.ok(found.body())
                    .header(HttpHeaders.ETAG, Preconditions.etag(found.version()))
                    .build());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = WaiverAction.PROPOSE_WAIVER,
      summary = "Propose that a task needn't be done")
  @APIResponseSchema(
      value = WaiverView.class,
      responseCode = "201",
      responseDescription = "It waits for a second person; the task is owed as ever")
  public Uni<Response> propose(
      @Parameter(description = OF_TASK) @PathParam("service") String service,
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid WaiverRequest request) {
    requireOwn(service);
    URI at = URI.create("/v1/tasks/%s/%s/waiver".formatted(own, id));
    return idempotency.once(
        key, "proposeWaiver " + id, request, () -> waivers.propose(id, at, request));
  }

  @POST
  @Path("/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = WaiverAction.COUNTERSIGN_WAIVER,
      summary = "Agree, as the second person, that a task needn't be done")
  @APIResponseSchema(
      value = WaiverView.class,
      responseCode = "200",
      responseDescription = "The waiver, AGREED; nobody has the task any more")
  public Uni<Response> countersign(
      @Parameter(description = OF_TASK) @PathParam("service") String service,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    requireOwn(service);
    return idempotency.once(
        key, "countersignWaiver " + id, null, () -> waivers.countersign(id, ifMatch));
  }

  @POST
  @Path("/refusal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = WaiverAction.REFUSE_WAIVER,
      summary = "Say, as the second person, that a task has to be done")
  @APIResponseSchema(
      value = WaiverView.class,
      responseCode = "200",
      responseDescription = "The waiver, REFUSED; the task is owed as ever")
  public Uni<Response> refuse(
      @Parameter(description = OF_TASK) @PathParam("service") String service,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    requireOwn(service);
    return idempotency.once(key, "refuseWaiver " + id, null, () -> waivers.refuse(id, ifMatch));
  }

  @POST
  @Path("/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = WaiverAction.WITHDRAW_WAIVER,
      summary = "Withdraw what I have proposed about a task")
  @APIResponseSchema(
      value = WaiverView.class,
      responseCode = "200",
      responseDescription = "The waiver, WITHDRAWN; the task is owed as ever")
  public Uni<Response> withdraw(
      @Parameter(description = OF_TASK) @PathParam("service") String service,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    requireOwn(service);
    return idempotency.once(key, "withdrawWaiver " + id, null, () -> waivers.withdraw(id, ifMatch));
  }

  private void requireOwn(String service) {
    if (!service.equals(own)) {
      throw Problem.of(CommonProblem.NOT_FOUND, "There is no such task.");
    }
  }
}
