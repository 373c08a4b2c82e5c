package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Norms: how anchors are read. */
@KnownCaller
@Path("/v1/norms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Norms", description = "How anchors are read, in a sentence that a session agreed on")
public class NormResource {

  private final NormReading reading;
  private final Norms norms;
  private final Idempotency idempotency;

  NormResource(NormReading reading, Norms norms, Idempotency idempotency) {
    this.reading = reading;
    this.norms = norms;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listNorms",
      summary = "How anchors are read, the latest first",
      description =
          "Those that hold, unless a state is asked for. What isn't agreed on is shown to those"
              + " who sit in its session.")
  public Uni<Page<NormView>> list(
      @Parameter(description = "Only those that stand so") @QueryParam("state")
          @Nullable NormState state,
      @Parameter(description = "Only those of this policy") @QueryParam("policyId")
          @Nullable UUID policyId,
      @Parameter(description = "Only those of this criterion") @QueryParam("criterion")
          @Nullable String criterion,
      @Parameter(description = "Only those of this level") @QueryParam("ordinal")
          @Nullable Integer ordinal,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return reading.list(NormFilter.of(state, policyId, criterion, ordinal), after, limit);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "getNorm", summary = "One norm")
  @APIResponseSchema(
      value = NormView.class,
      responseCode = "200",
      responseDescription = "The norm; ETag is what agreeing has to name")
  public Uni<Response> get(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @Path("{id}/agreement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "agreeToNorm",
      summary = "A member agrees to a norm",
      description = "It holds once both facilitators and most of the raters agree.")
  @APIResponseSchema(value = NormView.class, responseCode = "200", responseDescription = "The norm")
  public Uni<Response> agree(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return idempotency.once(key, "agreeToNorm/" + id, null, () -> norms.agree(id, ifMatch));
  }
}
