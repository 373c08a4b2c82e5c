package org.evenhand.calibration.session.scoring;

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

/** Opens and ends the blind scoring. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration sessions")
public class ScoringResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final BlindScoring scoring;
  private final Idempotency idempotency;

  ScoringResource(BlindScoring scoring, Idempotency idempotency) {
    this.scoring = scoring;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/blind-scoring")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(operationId = "openBlindScoring", summary = "Open the checked samples to the raters")
  @Extension(
      name = KnownProblems.NAME,
      value = "CO_FACILITATOR_NOT_AGREED, SAMPLES_UNCHECKED, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> openScoring(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(key, "openBlindScoring/" + id, null, () -> scoring.open(id, ifMatch));
  }

  @POST
  @Path("/{id}/reveal")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(operationId = "revealScores", summary = "Show all scores and how far they agree")
  @Extension(
      name = KnownProblems.NAME,
      value = "CO_FACILITATOR_NOT_AGREED, SCORES_MISSING, TOO_FEW_SCORES, " + "UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> reveal(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(key, "revealScores/" + id, null, () -> scoring.reveal(id, ifMatch));
  }
}
