package org.evenhand.policy.signoff;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.signing.SignRequest;
import org.evenhand.policy.signing.SignerReplacementRequest;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** Sign-off by HR and managers together. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}")
@Tag(name = "Sign-off", description = "HR and managers sign the same content, in public")
public class SignOffResource {

  private final SignOffs signOffs;
  private final Idempotency idempotency;

  public SignOffResource(SignOffs signOffs, Idempotency idempotency) {
    this.signOffs = signOffs;
    this.idempotency = idempotency;
  }

  @POST
  @Path("sign-off-opening")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "openSignOff",
      summary = "Close the consultation and ask HR and the managers named to sign",
      description =
          "409 while a comment has no disposition, the consultation has not lasted its minimum, or"
              + " a replay isn't over or is missing (see requestImpactReplay): where the rules by"
              + " which ratings come about are others than those that bound some of the people"
              + " last, and a cycle of theirs of the last three years is closed, or with another"
              + " scale an imported one is there; 422 when a manager named can't sign, or the"
              + " version is not complete (see getReadiness).")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CONSULTATION_TOO_SHORT, DISPOSITIONS_MISSING, POLICY_INCOMPLETE, REPLAY_MISSING, "
              + "REPLAY_RUNNING, SIGN_OFF_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, in SIGN_OFF")
  public Uni<Response> open(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid Opening opening) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("openSignOff"),
        opening,
        () -> signOffs.open(address, ifMatch, opening));
  }

  @POST
  @Path("sign-offs")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "signVersion",
      summary = "Sign or reject the version",
      description =
          "APPROVED comes with one approver of HR, not an author, and the quorum of the managers"
              + " named. A rejection takes the version back to DRAFT.")
  @Extension(
      name = KnownProblems.NAME,
      value = "ALREADY_SIGNED, CONTENT_CHANGED, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, in SIGN_OFF, APPROVED or DRAFT")
  public Uni<Response> sign(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid SignRequest request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("signVersion"),
        request,
        () -> signOffs.sign(address, ifMatch, request));
  }

  @POST
  @Path("signer-replacement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "replaceSigner",
      summary = "Let another manager sign in place of one who can't any more, with the reason",
      description =
          "While signing is open, and of somebody who has not answered. It stands in the public"
              + " chain.")
  @Extension(
      name = KnownProblems.NAME,
      value = "SIGNER_REPLACEMENT_INVALID, SIGN_OFF_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, in SIGN_OFF")
  public Uni<Response> replace(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid SignerReplacementRequest request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("replaceSigner"),
        request,
        () -> signOffs.replace(address, ifMatch, request));
  }

  @GET
  @Path("sign-offs")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getSignOffs", summary = "Read who signed what, and who is missing")
  @APIResponseSchema(
      value = SignOffChain.class,
      responseCode = "200",
      responseDescription = "The chain of all rounds")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> chain(
      @PathParam("policyId") UUID policyId, @PathParam("version") int version) {
    return signOffs.chain(new VersionAddress(policyId, version)).map(Versioned::response);
  }
}
