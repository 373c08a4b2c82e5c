package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.reading.AppealView;
import org.evenhand.review.appeal.work.AppealRequests.EvidenceCheckRequest;
import org.evenhand.review.appeal.work.AppealRequests.HearingRequest;
import org.evenhand.review.appeal.work.AppealRequests.PanelRequest;
import org.evenhand.review.appeal.work.AppealRequests.ReassessorRequest;
import org.evenhand.review.appeal.work.AppealRequests.ScoreRequest;
import org.evenhand.review.appeal.work.AppealRequests.SeatRequest;
import org.evenhand.review.appeal.work.AppealRequests.VoteRequest;
import org.jspecify.annotations.Nullable;

/** Those who judge an appeal: who they are, and what they do. */
@KnownCaller
@Path("/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
public class AppealPanelResource {

  private final Calibrators calibrators;
  private final Panels panels;
  private final Judging judging;
  private final Idempotency idempotency;

  AppealPanelResource(
      Calibrators calibrators, Panels panels, Judging judging, Idempotency idempotency) {
    this.calibrators = calibrators;
    this.panels = panels;
    this.judging = judging;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/panel")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "convenePanel",
      summary = "Name the three who judge an appeal",
      description =
          "At work, of other units, and without any part in the review or the appeal; `errors`"
              + " names every obstacle of each.")
  @Extension(name = KnownProblems.NAME, value = "PANEL_NOT_POSSIBLE, TRAINING_DUE")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal, PANEL")
  public Uni<Response> convene(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PanelRequest request) {
    return calibrators
        .of(id, ifMatch, AppealAction.PANEL)
        .chain(
            known ->
                idempotency.once(
                    key,
                    "convenePanel " + id,
                    request,
                    () -> panels.convene(id, ifMatch, request, known)));
  }

  @POST
  @Path("/{id}/evidence-check")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "checkEvidence",
      summary = "Read the redacted evidence before the panel does",
      description =
          "By HR outside the chain that has not filed it for somebody. Passages that would still"
              + " tell whom it is about are taken out wherever they stand; none are named where"
              + " nothing does. Only then does the panel see it and its time begin. It can be"
              + " checked anew until the first has scored.")
  @Extension(name = KnownProblems.NAME, value = "PASSAGE_NOT_FOUND")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> checkEvidence(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid EvidenceCheckRequest request) {
    return idempotency.once(
        key, "checkEvidence " + id, request, () -> panels.checkEvidence(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/panel/replacement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "replacePanelMember",
      summary = "Give a seat of the panel to somebody else",
      description =
          "They score before they see anything else; until then the others see no more either. What"
              + " was heard stays as a note, both sides are heard anew, and the panel's days begin"
              + " anew; what was voted in this round is void.")
  @Extension(name = KnownProblems.NAME, value = "PANEL_NOT_POSSIBLE, TRAINING_DUE")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid SeatRequest request) {
    return calibrators
        .of(id, ifMatch, AppealAction.SEAT)
        .chain(
            known ->
                idempotency.once(
                    key,
                    "replacePanelMember " + id,
                    request,
                    () -> panels.replace(id, ifMatch, request, known)));
  }

  @POST
  @Path("/{id}/score")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "scoreAppeal",
      summary = "Score the redacted evidence, alone",
      description =
          "Once. Only when all have scored does the panel see whose it is, what was rated, and each"
              + " other's scores.")
  @Extension(name = KnownProblems.NAME, value = "LEVEL_UNKNOWN")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> score(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ScoreRequest request) {
    return idempotency.once(
        key, "scoreAppeal " + id, request, () -> judging.score(id, ifMatch, request));
  }

  @PUT
  @Path("/{id}/hearing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "recordHearing",
      summary = "Note what both sides said",
      description =
          "By a member of the panel, after all have scored and before the first vote. What was"
              + " heard in an earlier round stays beside it.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> hear(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid HearingRequest request) {
    return idempotency.once(
        key, "recordHearing " + id, request, () -> judging.hear(id, ifMatch, request));
  }

  @PUT
  @Path("/{id}/vote")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "voteOnAppeal",
      summary = "Vote on an appeal",
      description =
          "Once all have voted, what two agree on is decided; as long as no two do, each may vote"
              + " anew. Never for a lower level. The minority's reason is kept. A vote can name a"
              + " precedent that is out under the policy of the result.")
  @Extension(
      name = KnownProblems.NAME,
      value = "APPEAL_TO_DISADVANTAGE, LEVEL_UNKNOWN, RULE_VIOLATED")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal; decided with the last vote")
  public Uni<Response> vote(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid VoteRequest request) {
    return idempotency.once(
        key, "voteOnAppeal " + id, request, () -> judging.vote(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/reassessor")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nameReassessor",
      summary = "Name another reviewer, who looks at it anew",
      description =
          "Somebody at work without any part in it. Another can be named in place of one who"
              + " can't.")
  @Extension(name = KnownProblems.NAME, value = "PANEL_NOT_POSSIBLE, TRAINING_DUE")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> nameReassessor(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReassessorRequest request) {
    return calibrators
        .of(id, ifMatch, AppealAction.REASSESSOR)
        .chain(
            known ->
                idempotency.once(
                    key,
                    "nameReassessor " + id,
                    request,
                    () -> panels.nameReassessor(id, ifMatch, request, known)));
  }

  @POST
  @Path("/{id}/reassessment")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "reassessAppeal",
      summary = "Say as another reviewer which level the evidence speaks for",
      description = "The panel then decides, once more by vote.")
  @Extension(name = KnownProblems.NAME, value = "LEVEL_UNKNOWN")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal, PANEL again")
  public Uni<Response> reassess(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ScoreRequest request) {
    return idempotency.once(
        key, "reassessAppeal " + id, request, () -> judging.reassess(id, ifMatch, request));
  }
}
