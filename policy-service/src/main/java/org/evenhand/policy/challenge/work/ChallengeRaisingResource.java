package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.challenge.reading.ChallengeView;
import org.jspecify.annotations.Nullable;

/** Raising challenges, standing behind them, and following them up. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/challenges")
@Tag(name = "Challenges")
public class ChallengeRaisingResource {

  private final Raising raising;
  private final Supporting supporting;
  private final Answering answering;
  private final Idempotency idempotency;

  ChallengeRaisingResource(
      Raising raising, Supporting supporting, Answering answering, Idempotency idempotency) {
    this.raising = raising;
    this.supporting = supporting;
    this.answering = answering;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "raiseChallenge",
      summary = "Question a part of a version, or how something is done",
      description =
          "Against a part of a version that both sides have agreed on, as its hash says it was"
              + " read, or"
              + " against a practice. Everybody reads it. Five of one person wait at most. One's"
              + " own"
              + " rating is appealed against.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "ANCHOR_UNKNOWN, CHALLENGE_INVALID, CHALLENGE_OF_OWN_RATING, CONTENT_CHANGED,"
              + " TOO_MANY_CHALLENGES")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "201",
      responseDescription = "The challenge, RAISED")
  public Uni<Response> raise(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ChallengeRequest request) {
    return idempotency.once(key, "raiseChallenge", request, () -> raising.raise(request));
  }

  @POST
  @Path("{challengeId}/follow-up")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "followUpChallenge",
      summary = "Say what the answer left open, once",
      description =
          "By whoever raised it, or one that was merged into it. An HR lead answers then.")
  @Extension(name = KnownProblems.NAME, value = "TOO_MANY_CHALLENGES, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge, FOLLOWED_UP")
  public Uni<Response> followUp(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId,
      @NotNull @Valid FollowUpRequest request) {
    return idempotency.once(
        key,
        "followUpChallenge " + challengeId,
        request,
        () -> answering.followUp(challengeId, ifMatch, request));
  }

  @POST
  @Path("{challengeId}/withdrawal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawChallenge",
      summary = "Withdraw what one has raised",
      description =
          "By whoever raised it, while it waits for an answer and nobody else's was merged into it."
              + " It stays readable.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge, WITHDRAWN")
  public Uni<Response> withdraw(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId) {
    return idempotency.once(
        key,
        "withdrawChallenge " + challengeId,
        null,
        () -> supporting.withdraw(challengeId, ifMatch));
  }

  @POST
  @Path("{challengeId}/support")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "supportChallenge",
      summary = "Stand behind a challenge",
      description = "Nobody learns whose support it is; the number is told from five on.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge, supported")
  public Uni<Response> support(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId) {
    return idempotency.once(
        key, "supportChallenge " + challengeId, null, () -> supporting.support(challengeId));
  }

  @DELETE
  @Path("{challengeId}/support")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawChallengeSupport",
      summary = "Stand behind a challenge no more",
      description = "By oneself alone.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge, not supported")
  public Uni<Response> withdrawSupport(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId) {
    return idempotency.once(
        key,
        "withdrawChallengeSupport " + challengeId,
        null,
        () -> supporting.withdrawSupport(challengeId));
  }
}
