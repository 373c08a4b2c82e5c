package org.evenhand.policy.charter.signoff;

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
import org.evenhand.policy.charter.reading.CharterReading;
import org.evenhand.policy.charter.reading.CharterSignOffChain;
import org.evenhand.policy.charter.reading.CharterView;
import org.evenhand.policy.signing.SignRequest;
import org.evenhand.policy.signing.SignerReplacementRequest;
import org.jspecify.annotations.Nullable;

/** The sign-off of a charter by HR and managers together. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/charters/{charterId}")
@Tag(name = "Charters")
public class CharterSignOffResource {

  private final CharterSignOffs signOffs;
  private final CharterReading reading;
  private final Idempotency idempotency;

  CharterSignOffResource(
      CharterSignOffs signOffs, CharterReading reading, Idempotency idempotency) {
    this.signOffs = signOffs;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @POST
  @Path("sign-off-opening")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "openCharterSignOff",
      summary = "Ask HR and the managers named to sign the charter",
      description =
          "Everybody can read it from now on. 422 when a manager named can't sign, or they are"
              + " fewer than the quorum or of one unit alone.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CHARTER_INVALID, SIGN_OFF_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter, in SIGN_OFF")
  public Uni<Response> open(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("charterId") UUID charterId,
      @NotNull @Valid CharterSignOffOpening opening) {
    return idempotency.once(
        key,
        "openCharterSignOff " + charterId,
        opening,
        () -> signOffs.open(charterId, ifMatch, opening.managers()));
  }

  @POST
  @Path("sign-offs")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "signCharter",
      summary = "Sign or reject the charter",
      description =
          "SIGNED comes with one signature of HR, not an author's, and the quorum of the managers"
              + " named, who are of two units at least. It comes into force on its day, at once if"
              + " that is past. A rejection takes it back to DRAFT.")
  @Extension(
      name = KnownProblems.NAME,
      value = "ALREADY_SIGNED, CONTENT_CHANGED, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter, in SIGN_OFF, SIGNED or DRAFT")
  public Uni<Response> sign(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("charterId") UUID charterId,
      @NotNull @Valid SignRequest request) {
    return idempotency.once(
        key, "signCharter " + charterId, request, () -> signOffs.sign(charterId, ifMatch, request));
  }

  @POST
  @Path("signer-replacement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "replaceCharterSigner",
      summary = "Let another manager sign in place of one who can't any more, with the reason",
      description =
          "While signing is open, and of somebody who has not answered. It stands in the public"
              + " chain.")
  @Extension(
      name = KnownProblems.NAME,
      value = "SIGNER_REPLACEMENT_INVALID, SIGN_OFF_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter, in SIGN_OFF")
  public Uni<Response> replace(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("charterId") UUID charterId,
      @NotNull @Valid SignerReplacementRequest request) {
    return idempotency.once(
        key,
        "replaceCharterSigner " + charterId,
        request,
        () -> signOffs.replace(charterId, ifMatch, request));
  }

  @POST
  @Path("sign-off-withdrawal")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawCharterSignOff",
      summary = "Take the charter back to DRAFT before both sides have signed, with the reason",
      description =
          "Signatures given so far are void. What both sides have signed isn't taken back: the next"
              + " charter that they sign supersedes it, also before its day.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter, in DRAFT")
  public Uni<Response> withdraw(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("charterId") UUID charterId,
      @NotNull @Valid WithdrawalReason request) {
    return idempotency.once(
        key,
        "withdrawCharterSignOff " + charterId,
        request,
        () -> signOffs.withdraw(charterId, ifMatch, request.reason()));
  }

  @GET
  @Path("sign-offs")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getCharterSignOffs",
      summary = "Read who signed what, and who is missing")
  @APIResponseSchema(
      value = CharterSignOffChain.class,
      responseCode = "200",
      responseDescription = "The chain of all rounds")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> chain(@PathParam("charterId") UUID charterId) {
    return reading.signOffs(charterId).map(Versioned::response);
  }
}
