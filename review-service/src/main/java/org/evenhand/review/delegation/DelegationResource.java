package org.evenhand.review.delegation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations", description = "Who acts for whom while they are away")
public class DelegationResource {

  private final DelegationSteps delegations;
  private final Idempotency idempotency;

  DelegationResource(DelegationSteps delegations, Idempotency idempotency) {
    this.delegations = delegations;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listDelegations",
      summary = "List delegations from me and to me, and as HR those of the people I serve",
      description = "In the order in which they were asked for, with those that are over.")
  public Uni<Page<DelegationView>> list(@BeanParam PageRequest page) {
    return delegations.list(page);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "delegate",
      summary = "Ask somebody to act for me, or as HR for somebody whom I serve",
      description =
          "From the first to the last day the delegate sees and does what the other could, by their"
              + " own name; the audit says for whom. The other can still act too. No review is ever"
              + " open so to its reviewee, or to whoever works below them. What somebody says about"
              + " themself can't be delegated.")
  @APIResponseSchema(
      value = DelegationView.class,
      responseCode = "201",
      responseDescription = "It holds from its first day on")
  public Uni<Response> delegate(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid DelegationRequest request) {
    return idempotency.once(key, "delegate", request, () -> delegations.delegate(request));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getDelegation",
      summary = "Read a delegation",
      description = "Open to both people, and to HR of the one who delegates.")
  public Uni<RestResponse<DelegationView>> one(@PathParam("id") UUID id) {
    return delegations
        .one(id)
        .map(
            found ->
                RestResponse.ResponseBuilder.ok(found.body())
                    .header(HttpHeaders.ETAG, Preconditions.etag(found.version()))
                    .build());
  }

  @POST
  @Path("/{id}/revocation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "revokeDelegation",
      summary = "End a delegation, as either of the two or as HR",
      description = "From now on the delegate acts for nobody by it. What they have done stays.")
  @APIResponseSchema(
      value = DelegationView.class,
      responseCode = "200",
      responseDescription = "The delegation, REVOKED")
  public Uni<Response> revoke(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "revokeDelegation " + id, null, () -> delegations.revoke(id, ifMatch));
  }
}
