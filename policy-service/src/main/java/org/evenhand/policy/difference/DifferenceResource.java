package org.evenhand.policy.difference;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** The readable difference between two versions. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}/difference")
@Tag(name = "Policies")
public class DifferenceResource {

  private final Differences differences;

  public DifferenceResource(Differences differences) {
    this.differences = differences;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getDifference",
      summary = "Read what changed from another version to this one")
  @APIResponseSchema(
      value = DifferenceView.class,
      responseCode = "200",
      responseDescription = "The changes, in the order of the content")
  public Uni<DifferenceView> difference(
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @QueryParam("from")
          @Parameter(
              description = "The number of the other version; the one before when left out",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "2147483647"))
          @Nullable Integer from) {
    return differences.between(policyId, from == null ? version - 1 : from, version);
  }
}
