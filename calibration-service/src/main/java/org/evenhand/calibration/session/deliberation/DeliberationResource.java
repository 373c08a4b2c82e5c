package org.evenhand.calibration.session.deliberation;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.session.SessionView;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** From the discussion to the countersignature. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration sessions")
public class DeliberationResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final Deliberation deliberation;
  private final Idempotency idempotency;

  DeliberationResource(Deliberation deliberation, Idempotency idempotency) {
    this.deliberation = deliberation;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/discussion")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "openDiscussion",
      summary = "Begin to discuss, or go back from READY to discuss again")
  @Extension(name = KnownProblems.NAME, value = "CO_FACILITATOR_NOT_AGREED, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> discuss(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(
        key, "openDiscussion/" + id, null, () -> deliberation.discuss(id, ifMatch));
  }

  @POST
  @Path("/{id}/readiness")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(operationId = "declareReady", summary = "Declare that no review is undecided")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CO_FACILITATOR_NOT_AGREED, PRECEDENT_NOT_CITABLE, REVIEWS_UNDECIDED, "
              + "SECOND_PERSON_REQUIRED, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> ready(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(key, "declareReady/" + id, null, () -> deliberation.ready(id, ifMatch));
  }

  @POST
  @Path("/{id}/lock")
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      operationId = "lockCalibrationSession",
      summary = "The co-facilitator's countersignature: the decisions go to the reviews")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CO_FACILITATOR_NOT_AGREED, PRECEDENT_NOT_CITABLE, REVIEWS_UNDECIDED, "
              + "SECOND_PERSON_REQUIRED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> lock(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(
        key, "lockCalibrationSession/" + id, null, () -> deliberation.lock(id, ifMatch));
  }
}
