package org.evenhand.policy.version.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.NoClassInterceptors;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.version.VersionSummary;
import org.evenhand.policy.version.reading.PolicyList;
import org.evenhand.policy.version.reading.PolicyReading;
import org.evenhand.policy.version.reading.PolicyView;
import org.evenhand.policy.version.reading.VersionList;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** Policies as lines of versions. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies")
@Tag(name = "Policies", description = "What fairness means here, version by version")
public class PolicyResource {

  private final Policies policies;
  private final PolicyReading reading;
  private final Idempotency idempotency;

  public PolicyResource(Policies policies, PolicyReading reading, Idempotency idempotency) {
    this.policies = policies;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  /**
   * Checks for malformed content before it asks whether the caller is known, so it does the latter
   * itself.
   */
  @NoClassInterceptors
  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "beginPolicy",
      summary = "Begin a policy with its first draft",
      description = "The body is the content of version 1; only HR sees it until consultation.")
  @Extension(name = KnownProblems.NAME, value = "CONTENT_INCONSISTENT, CONTENT_TOO_LARGE")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PolicyContent.class)),
      required = true)
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "201",
      responseDescription = "The draft; Location is its address")
  public Uni<Response> begin(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull JsonNode content) {
    return idempotency.once(key, "beginPolicy", content, () -> policies.begin(content));
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listPolicies",
      summary = "List the policies that the caller may see, oldest first")
  @APIResponseSchema(
      value = PolicyList.class,
      responseCode = "200",
      responseDescription = "A page of policies")
  public Uni<Page<PolicyView>> list(@BeanParam PageRequest page) {
    return reading.policies(page);
  }

  @GET
  @Path("{policyId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getPolicy", summary = "Read a policy and where its versions stand")
  @APIResponseSchema(
      value = PolicyView.class,
      responseCode = "200",
      responseDescription = "The policy")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("policyId") UUID policyId) {
    return reading.policy(policyId).map(Versioned::response);
  }

  @POST
  @Path("{policyId}/versions")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "draftNextVersion",
      summary = "Draft the next version as a copy of the latest one",
      description = "409 while a version is under way.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CONTENT_INCONSISTENT, CONTENT_TOO_LARGE, VERSION_UNDER_WAY")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "201",
      responseDescription = "The draft; Location is its address")
  public Uni<Response> draftNext(
      @HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("policyId") UUID policyId) {
    return idempotency.once(
        key, "draftNextVersion " + policyId, null, () -> policies.draftNext(policyId));
  }

  @GET
  @Path("{policyId}/versions")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listVersions",
      summary = "List the versions of a policy that the caller may see, by number")
  @APIResponseSchema(
      value = VersionList.class,
      responseCode = "200",
      responseDescription = "A page of versions")
  public Uni<Page<VersionSummary>> versions(
      @PathParam("policyId") UUID policyId, @BeanParam PageRequest page) {
    return reading.versions(policyId, page);
  }
}
