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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** Withdrawal and retirement. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
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
      summary = "Withdraw a version that is not approved yet, with the reason",
      description =
          "By HR alone. What both sides have approved takes both sides to end: see proposeEnding.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, WITHDRAWN")
  public Uni<Response> withdraw(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid EndingReason request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("withdrawVersion"),
        request,
        () -> endings.withdraw(address, ifMatch, request.reason()));
  }

  @POST
  @Path("ending")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeEnding",
      summary = "Propose to end a version that both sides have agreed to, with the reason",
      description =
          "As HR or as a manager; the other side countersigns. A version in force is RETIRED then,"
              + " one that has not taken effect is WITHDRAWN. The answer says what would follow:"
              + " how many people no policy would bind any more, and which version is in force or"
              + " comes then. A cycle that has pinned the version goes on with its text.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, with the proposal that waits for the other side")
  public Uni<Response> propose(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid EndingReason request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("proposeEnding"),
        request,
        () -> endings.propose(address, ifMatch, request.reason()));
  }

  @POST
  @Path("ending/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "countersignEnding",
      summary = "Agree to the end of the version, as the side that did not propose it",
      description =
          "It binds nobody from now on. A successor of a version in force that was announced still"
              + " comes.")
  @Extension(name = KnownProblems.NAME, value = "SAME_SIDE_TWICE, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, RETIRED or WITHDRAWN")
  public Uni<Response> countersign(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("countersignEnding"),
        null,
        () -> endings.countersign(address, ifMatch));
  }

  @POST
  @Path("ending/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawEndingProposal",
      summary = "Take the proposal to end the version off the table; either side may")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, whose end is no longer proposed")
  public Uni<Response> withdrawProposal(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("withdrawEndingProposal"),
        null,
        () -> endings.withdrawProposal(address, ifMatch));
  }
}
