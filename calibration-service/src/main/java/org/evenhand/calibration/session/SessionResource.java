package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** The session itself and its way from PLANNED to LOCKED. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration sessions")
public class SessionResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final Sessions sessions;
  private final Preparation preparation;
  private final BlindScores scores;
  private final Deliberation deliberation;
  private final Viewers viewers;
  private final Idempotency idempotency;
  private final SessionCommands commands;

  SessionResource(
      Sessions sessions,
      Preparation preparation,
      BlindScores scores,
      Deliberation deliberation,
      Viewers viewers,
      Idempotency idempotency,
      SessionCommands commands) {
    this.sessions = sessions;
    this.preparation = preparation;
    this.scores = scores;
    this.deliberation = deliberation;
    this.viewers = viewers;
    this.idempotency = idempotency;
    this.commands = commands;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "planCalibrationSession",
      summary = "Plan a session; the caller is its facilitator")
  @APIResponse(
      responseCode = "201",
      description = "Planned",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> plan(
      @HeaderParam(KEY) @Nullable String key, @Valid @NotNull NewSession wanted) {
    return idempotency.once(
        key,
        "planCalibrationSession",
        wanted,
        () ->
            viewers
                .view(sessions.plan(wanted))
                .map(
                    view ->
                        Answer.created(
                            URI.create("/v1/calibration-sessions/" + view.body().id()),
                            view.version(),
                            view.body())));
  }

  @GET
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      operationId = "listCalibrationSessions",
      summary = "Sessions that the caller belongs to; others too for hr-lead and auditor",
      description =
          "hr-lead sees all but those that hold a review of their own or of somebody above them."
              + " An auditor sees all, and of none a score, a rating or a text.")
  public Uni<Page<SessionView>> list(
      @QueryParam("cycleId") @Nullable UUID cycleId, @BeanParam PageRequest page) {
    // Read before anything else is asked: what is malformed is malformed for everyone.
    int limit = page.limit();
    var after = page.cursor().map(cursor -> cursor.uuid(0));
    return viewers
        .viewer()
        .chain(
            viewer ->
                sessions
                    .list(Optional.ofNullable(cycleId), after, limit + 1)
                    .map(
                        found ->
                            Page.of(found, limit, session -> Cursor.of(session.id()))
                                .map(session -> SessionView.of(session, viewer))));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER, Roles.AUDITOR})
  @Operation(operationId = "getCalibrationSession", summary = "One session")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> get(@PathParam("id") UUID id) {
    return viewers
        .view(sessions.find(id))
        .map(
            view ->
                Response.ok(view.body())
                    .header("ETag", Preconditions.etag(view.version()))
                    .build());
  }

  @POST
  @Path("/{id}/samples")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeSamples",
      summary = "Claim the session's reviews and store their redacted text")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> takeSamples(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return preparation
        .claim(id, ifMatch)
        .chain(
            claimed ->
                commands.once(
                    key,
                    "takeSamples/" + id,
                    null,
                    () -> preparation.takeSamples(id, ifMatch, claimed)));
  }

  @POST
  @Path("/{id}/blind-scoring")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(operationId = "openBlindScoring", summary = "Open the checked samples to the raters")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> openScoring(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return commands.once(
        key, "openBlindScoring/" + id, null, () -> preparation.openScoring(id, ifMatch));
  }

  @POST
  @Path("/{id}/reveal")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(operationId = "revealScores", summary = "Show all scores and how far they agree")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> reveal(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return commands.once(key, "revealScores/" + id, null, () -> scores.reveal(id, ifMatch));
  }

  @POST
  @Path("/{id}/discussion")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "openDiscussion",
      summary = "Begin to discuss, or go back from READY to discuss again")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> discuss(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return commands.once(
        key, "openDiscussion/" + id, null, () -> deliberation.discuss(id, ifMatch));
  }

  @POST
  @Path("/{id}/readiness")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(operationId = "declareReady", summary = "Declare that no review is undecided")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> ready(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return commands.once(key, "declareReady/" + id, null, () -> deliberation.ready(id, ifMatch));
  }

  @POST
  @Path("/{id}/lock")
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      operationId = "lockCalibrationSession",
      summary = "The co-facilitator's countersignature: the decisions go to the reviews")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> lock(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return commands.once(
        key, "lockCalibrationSession/" + id, null, () -> deliberation.lock(id, ifMatch));
  }
}
