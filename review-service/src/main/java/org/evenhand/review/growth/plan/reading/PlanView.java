package org.evenhand.review.growth.plan.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.plan.DevelopmentOutcome;
import org.evenhand.review.growth.plan.PlanState;
import org.evenhand.review.growth.plan.UnmetCause;
import org.evenhand.review.growth.plan.access.PlanRelation;
import org.evenhand.review.growth.plan.reading.PlanTermsView.GapView;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.plan.terms.MeansKind;
import org.jspecify.annotations.Nullable;

/**
 * A development plan as its reader may see it. HR that acts for no side reads that it is there, how
 * it stands and what is owed for it, and no text.
 *
 * @param means what the company owes by the terms that are agreed
 * @param terms what is agreed; of what isn't yet, what is proposed; absent where nobody has put any
 * @param confirmed whether whoever leads the person now stands by it
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "DevelopmentPlanView")
public record PlanView(
    UUID id,
    PlanState state,
    PersonRef employee,
    String assignmentId,
    List<PlanRelation> relations,
    List<OwedMeansView> means,
    @Nullable UUID reviewId,
    @Nullable UUID carriedFrom,
    @Nullable List<GapView> gaps,
    @Nullable String wish,
    @Nullable PlanTermsView terms,
    @Nullable PersonRef manager,
    @Nullable Boolean confirmed,
    @Nullable PlanProposalView proposal,
    @Nullable List<PlanVersionView> versions,
    @Nullable List<EndedActionView> ended,
    @Nullable List<HeldCheckpointView> held,
    @Nullable PlanClosingView closing,
    LocalDate createdOn,
    List<String> actions) {

  /**
   * @param deliveredOn absent until it is given
   * @param late whether it came after its day
   */
  @Schema(name = "DevelopmentMeansOwed")
  public record OwedMeansView(
      UUID id,
      MeansKind kind,
      @Nullable String amount,
      @Nullable String unit,
      LocalDate dueOn,
      Deliverer deliverer,
      @Nullable LocalDate deliveredOn,
      @Nullable Boolean late) {}

  @Schema(name = "DevelopmentSignatureView")
  public record PlanSignatureView(AgreementSide side, PersonRef by, Instant at) {}

  @Schema(name = "DevelopmentProposalView")
  public record PlanProposalView(
      PlanTermsView terms,
      @Nullable String reason,
      List<PlanSignatureView> signatures,
      Instant at) {}

  @Schema(name = "DevelopmentVersionView")
  public record PlanVersionView(
      int number,
      PlanTermsView terms,
      @Nullable String reason,
      List<PlanSignatureView> signatures,
      Instant at) {}

  @Schema(name = "EndedDevelopmentActionView")
  public record EndedActionView(
      UUID actionId,
      DevelopmentOutcome outcome,
      @Nullable String reason,
      PersonRef by,
      Instant at) {}

  @Schema(name = "HeldCheckpointView")
  public record HeldCheckpointView(
      UUID checkpointId, @Nullable String note, PersonRef by, Instant at) {}

  /**
   * @param by absent where it ended with the assignment
   */
  @Schema(name = "DevelopmentClosingView")
  public record PlanClosingView(
      @Nullable UnmetCause cause, @Nullable String reason, @Nullable PersonRef by, Instant at) {}
}
