package org.evenhand.policy.version.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.reading.PolicyReading;
import org.evenhand.policy.version.reading.ReadinessView;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** One version and its text. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}")
@Tag(name = "Policies")
public class VersionResource {

  private final Policies policies;
  private final PolicyReading reading;
  private final Idempotency idempotency;

  public VersionResource(Policies policies, PolicyReading reading, Idempotency idempotency) {
    this.policies = policies;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getVersion", summary = "Read a version with its whole content")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version; ETag is what a change has to name")
  public Uni<Response> get(
      @PathParam("policyId") UUID policyId, @PathParam("version") int version) {
    return reading.version(new VersionAddress(policyId, version)).map(Versioned::response);
  }

  @GET
  @Path("readiness")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getReadiness",
      summary = "Read what a version still lacks before it can be signed and announced",
      description =
          "An anchor for every criterion and level, an exemplar for every level, a question for"
              + " every kind of contributor, a pathway, and what follows of a result for rewards,"
              + " recognition and remediation, or the word none. A draft may lack any of it;"
              + " opening the sign-off and announcing are refused until nothing is missing.")
  @APIResponseSchema(
      value = ReadinessView.class,
      responseCode = "200",
      responseDescription = "What is missing, each with a pointer into the content")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> readiness(
      @PathParam("policyId") UUID policyId, @PathParam("version") int version) {
    return reading.readiness(new VersionAddress(policyId, version)).map(Versioned::response);
  }

  @PATCH
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "editVersion",
      summary = "Change the content by a merge patch (RFC 7396)",
      description =
          "The patch is one of the content, not of what is around it. In DRAFT and CONSULTATION"
              + " only; it voids every signature.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CONTENT_INCONSISTENT, CONTENT_TOO_LARGE, TRANSITION_REFUSED")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(type = SchemaType.OBJECT),
              example = "{\"noticeDays\": 45, \"outcomes\": {\"rewards\": null}}"),
      required = true)
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version as it is now")
  public Uni<Response> edit(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull ObjectNode patch) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        null,
        address.operation("editVersion"),
        patch,
        () -> policies.edit(address, ifMatch, patch));
  }
}
