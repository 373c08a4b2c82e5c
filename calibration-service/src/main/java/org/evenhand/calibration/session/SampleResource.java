package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Samples, blind scores, precedents and decisions. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration samples")
public class SampleResource {

  private final Samples samples;
  private final BlindScores scores;
  private final Agreements agreements;
  private final Deliberation deliberation;
  private final Viewers viewers;

  SampleResource(
      Samples samples,
      BlindScores scores,
      Agreements agreements,
      Deliberation deliberation,
      Viewers viewers) {
    this.samples = samples;
    this.scores = scores;
    this.agreements = agreements;
    this.deliberation = deliberation;
    this.viewers = viewers;
  }

  @Schema(example = "{\"ordinal\": 4, \"note\": \"Between 3 and 4\"}")
  public record NewScore(
      @Schema(description = "Higher is better", examples = "4") @NotNull @Min(1) Integer ordinal,
      @Schema(description = "For the rater alone") @Size(max = 2000) @Nullable String note) {}

  @Schema(
      example = "{\"ordinal\": 4, \"reason\": \"Both observations match the anchor of level 4.\"}")
  public record NewConsensus(
      @NotNull @Min(1) @Schema(examples = "4") Integer ordinal,
      @NotNull
          @PlainText
          @Size(max = 2000)
          @Schema(examples = "\"Both observations match the anchor of level 4.\"")
          String reason) {}

  @GET
  @Path("/{id}/samples")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "listSamples",
      summary = "The redacted samples that the caller may read, with their own scores")
  public Uni<Page<SampleView>> list(@PathParam("id") UUID id) {
    // A session has at most 500 reviews: one page.
    return samples.list(id).map(found -> new Page<>(found, null));
  }

  @PUT
  @Path("/{id}/samples/{sampleId}/score")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "scoreSample",
      summary = "Score a sample blind; a change needs the ETag of the earlier score")
  @APIResponse(
      responseCode = "200",
      description = "The caller's score",
      content = @Content(schema = @Schema(implementation = SampleView.OwnScore.class)))
  public Uni<Response> score(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NewScore wanted) {
    return scores
        .score(id, sampleId, wanted.ordinal(), wanted.note(), ifMatch)
        .map(
            score ->
                Response.ok(SampleView.OwnScore.of(score))
                    .header("ETag", Preconditions.etag(score.version()))
                    .build());
  }

  @GET
  @Path("/{id}/agreement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      operationId = "getSessionAgreement",
      summary = "How far the raters agree, and the samples, most disputed first",
      description =
          "What everybody reads rests on scores without names. Facilitators see besides how the"
              + " kappas of the pairs of raters lie, a rater their own with all others. Who is too"
              + " close to a sample reads alpha and AC2 in tenths, and no interval: exact figures"
              + " would tell what it got.")
  @Extension(name = KnownProblems.NAME, value = "409")
  public Uni<AgreementView> agreement(@PathParam("id") UUID id) {
    return agreements.of(id);
  }

  @PUT
  @Path("/{id}/samples/{sampleId}/consensus")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "recordConsensus",
      summary = "Record what the session came to: a precedent")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> consensus(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NewConsensus wanted) {
    return answer(deliberation.agree(id, sampleId, wanted.ordinal(), wanted.reason(), ifMatch));
  }

  @PUT
  @Path("/{id}/decisions/{reviewId}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "decideReview",
      summary = "Confirm, adjust or defer the rating of a real review")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> decide(
      @PathParam("id") UUID id,
      @PathParam("reviewId") UUID reviewId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NewDecision wanted) {
    return answer(deliberation.decide(id, reviewId, wanted, ifMatch));
  }

  private Uni<Response> answer(Uni<Session> session) {
    return viewers
        .view(session)
        .map(
            view ->
                Response.ok(view.body())
                    .header("ETag", Preconditions.etag(view.version()))
                    .build());
  }
}
