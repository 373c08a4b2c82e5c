package org.evenhand.calibration.session.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Blind scores, and how far they agree. */
@KnownCaller
@Path("/v1/calibration-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration samples")
public class ScoreResource {

  private static final String IF_MATCH = "If-Match";

  private final BlindScores scores;
  private final Agreements agreements;
  private final Idempotency idempotency;

  ScoreResource(BlindScores scores, Agreements agreements, Idempotency idempotency) {
    this.scores = scores;
    this.agreements = agreements;
    this.idempotency = idempotency;
  }

  @PUT
  @Path("/samples/{sampleId}/score")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "scoreSample",
      summary = "Score a sample blind; a change needs the ETag of the earlier score")
  @Extension(
      name = KnownProblems.NAME,
      value = "CONFLICT_OF_INTEREST, LEVEL_NOT_ON_SCALE, REVIEW_NOT_IN_SESSION")
  @APIResponse(
      responseCode = "200",
      description = "The caller's score",
      content = @Content(schema = @Schema(implementation = OwnScore.class)))
  public Uni<Response> score(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @Parameter(description = "The ETag of the score that was read; the first score needs none")
          @HeaderParam(IF_MATCH)
          @Nullable String ifMatch,
      @Valid @NotNull NewScore wanted) {
    return idempotency.once(
        null, "scoreSample", wanted, () -> scores.score(id, sampleId, wanted, ifMatch));
  }

  @GET
  @Path("/agreement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      operationId = "getSessionAgreement",
      summary = "How far the raters agree, and the samples, most disputed first",
      description =
          "What everybody reads rests on scores without names. Facilitators see besides how the"
              + " kappas of the pairs of raters lie, a rater their own with all others. Who is too"
              + " close to a sample reads alpha and AC2 in tenths, and no interval: exact figures"
              + " would tell what it got.")
  @Extension(name = KnownProblems.NAME, value = "STATE_CONFLICT, UNITS_NOT_SERVED")
  public Uni<AgreementView> agreement(@PathParam("id") UUID id) {
    return agreements.of(id);
  }
}
