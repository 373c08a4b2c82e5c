package org.evenhand.calibration.session.deliberation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** What the session came to, and its decisions. */
@KnownCaller
@Path("/v1/calibration-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration samples")
public class DecisionResource {

  private static final String IF_MATCH = "If-Match";

  private final Deliberation deliberation;
  private final Idempotency idempotency;

  DecisionResource(Deliberation deliberation, Idempotency idempotency) {
    this.deliberation = deliberation;
    this.idempotency = idempotency;
  }

  @PUT
  @Path("/samples/{sampleId}/consensus")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "recordConsensus",
      summary = "Record what the session came to on a sample")
  @Extension(
      name = KnownProblems.NAME,
      value = "CO_FACILITATOR_NOT_AGREED, LEVEL_NOT_ON_SCALE, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> consensus(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull NewConsensus wanted) {
    return idempotency.once(
        null, "recordConsensus", wanted, () -> deliberation.agree(id, sampleId, wanted, ifMatch));
  }

  @PUT
  @Path("/decisions/{reviewId}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "decideReview",
      summary = "Confirm, adjust or defer the rating of a real review")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CONFLICT_OF_INTEREST, CO_FACILITATOR_NOT_AGREED, LEVEL_NOT_ON_SCALE, "
              + "PRECEDENT_NOT_CITABLE, REVIEW_NOT_IN_SESSION, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> decide(
      @PathParam("id") UUID id,
      @PathParam("reviewId") UUID reviewId,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull NewDecision wanted) {
    return idempotency.once(
        null, "decideReview", wanted, () -> deliberation.decide(id, reviewId, wanted, ifMatch));
  }
}
