package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Answering challenges, and merging those that say the same. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/challenges")
@Tag(name = "Challenges")
public class ChallengeAnswerResource {

  private final Answering answering;
  private final Merging merging;
  private final Naming naming;
  private final Idempotency idempotency;

  ChallengeAnswerResource(
      Answering answering, Merging merging, Naming naming, Idempotency idempotency) {
    this.answering = answering;
    this.merging = merging;
    this.naming = naming;
    this.idempotency = idempotency;
  }

  @POST
  @Path("{challengeId}/answer")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "answerChallenge",
      summary = "Answer in writing",
      description =
          "By HR, or a manager who has signed the version, and after a follow-up by an HR lead;"
              + " never by whom it is about, nor those above or below them. What is late, and an"
              + " HR lead has heard of, is open to others of HR, and to managers where nobody of"
              + " HR is left; where nobody is left at all, to those below whom it is about. Where"
              + " nobody knows whose a practice is, whoever answers declares that it isn't theirs."
              + " ACCEPTED names the version under way or the decision that it"
              + " becomes.")
  @Extension(name = KnownProblems.NAME, value = "CHALLENGE_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge, ANSWERED")
  public Uni<Response> answer(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId,
      @NotNull @Valid AnswerRequest request) {
    return idempotency.once(
        key,
        "answerChallenge " + challengeId,
        request,
        () -> answering.answer(challengeId, ifMatch, request));
  }

  @POST
  @Path("{challengeId}/merging")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "mergeChallenge",
      summary = "Merge it into another that says the same",
      description =
          "Into one that was raised before, is about the same part or practice, and waits for its"
              + " first answer. Supporters, and who raised it, stand behind that one from then on,"
              + " and whom either is about answers neither.")
  @Extension(name = KnownProblems.NAME, value = "CHALLENGE_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge, MERGED")
  public Uni<Response> merge(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId,
      @NotNull @Valid MergingRequest request) {
    return idempotency.once(
        key,
        "mergeChallenge " + challengeId,
        request,
        () -> merging.merge(challengeId, ifMatch, request));
  }

  @POST
  @Path("{challengeId}/people")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nameChallengedPeople",
      summary = "Say in whose hands the practice is",
      description =
          "By HR that has nothing to do with it, where its author doesn't know. From then on none"
              + " of them answers, nor anybody above or below them.")
  @Extension(name = KnownProblems.NAME, value = "CHALLENGE_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge with those named")
  public Uni<Response> name(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("challengeId") UUID challengeId,
      @NotNull @Valid PeopleRequest request) {
    return idempotency.once(
        key,
        "nameChallengedPeople " + challengeId,
        request,
        () -> naming.name(challengeId, ifMatch, request));
  }
}
