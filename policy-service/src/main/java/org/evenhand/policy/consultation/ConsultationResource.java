package org.evenhand.policy.consultation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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

/** Opens the policy window. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}/consultation")
@Tag(name = "Consultation", description = "What people say to a version before it is signed")
public class ConsultationResource {

  private final Consultations consultations;
  private final Idempotency idempotency;

  public ConsultationResource(Consultations consultations, Idempotency idempotency) {
    this.consultations = consultations;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "openConsultation",
      summary = "Show a draft to everyone and take their comments",
      description =
          "How long at least is what the version that is replaced has promised; for a first version"
              + " the installation decides.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, in CONSULTATION")
  public Uni<Response> open(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("openConsultation"),
        null,
        () -> consultations.open(address, ifMatch));
  }
}
