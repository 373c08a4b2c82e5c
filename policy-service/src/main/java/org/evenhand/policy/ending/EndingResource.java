package org.evenhand.policy.ending;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.Idempotency;
import org.evenhand.kit.web.Roles;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionView;
import org.jspecify.annotations.Nullable;

/** Withdrawal and retirement. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/policies/{policyId}/versions/{version}")
@Tag(name = "Ending", description = "Versions that end by decision")
public class EndingResource {

  private final Endings endings;
  private final Idempotency idempotency;

  public EndingResource(Endings endings, Idempotency idempotency) {
    this.endings = endings;
    this.idempotency = idempotency;
  }

  @POST
  @Path("withdrawal")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawVersion",
      summary = "Withdraw a version that has not taken effect, with the reason")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, WITHDRAWN")
  public Uni<Response> withdraw(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid WithdrawalRequest request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("withdrawVersion"),
        request,
        () -> endings.withdraw(address, ifMatch, request.reason()));
  }

  @POST
  @Path("retirement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "retireVersion",
      summary = "End the version in force without a successor",
      description = "It binds nobody from now on. A successor that was announced still comes.")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, RETIRED")
  public Uni<Response> retire(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key, address.operation("retireVersion"), null, () -> endings.retire(address, ifMatch));
  }
}
