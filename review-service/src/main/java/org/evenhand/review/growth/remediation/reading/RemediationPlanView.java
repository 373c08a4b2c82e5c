package org.evenhand.review.growth.remediation.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.remediation.RemediationEndingCause;
import org.evenhand.review.growth.remediation.RemediationState;
import org.evenhand.review.growth.remediation.access.RemediationRelation;
import org.evenhand.review.growth.remediation.terms.RemediationTermsBody;
import org.jspecify.annotations.Nullable;

/**
 * A remediation plan as its reader may see it. Whoever is asked to be a companion sees for whom,
 * and nothing of the plan before they have agreed and it runs.
 *
 * @param earlier terms that the person was told of before, the oldest first
 * @param confirmed whether whoever leads the person now stands by it
 * @param reviewBy the last day on which HR can still look at what is put; whoever leads the person
 *     and HR see it
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "RemediationPlanView")
public record RemediationPlanView(
    UUID id,
    PersonRef employee,
    @Nullable RemediationState state,
    @Nullable String assignmentId,
    @Nullable PersonRef manager,
    @Nullable PersonRef proposedBy,
    @Nullable Boolean confirmed,
    @Nullable RemediationTermsBody terms,
    @Nullable List<RemediationTermsBody> earlier,
    @Nullable GateReviewView review,
    @Nullable CompanionView companion,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate answerBy,
    @Nullable AcknowledgementView acknowledgement,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate lastDay,
    @Nullable List<CheckpointView> checkpoints,
    @Nullable List<MeansView> means,
    @Nullable ExtensionView extension,
    @Nullable NotMetView notMet,
    @Nullable EndingView ending,
    List<RemediationRelation> relations,
    List<String> actions) {

  @Schema(name = "RemediationReviewView")
  public record GateReviewView(
      String anchor, @Nullable String exception, PersonRef by, Instant at) {}

  /**
   * @param consented absent as long as they haven't answered
   */
  @Schema(name = "RemediationCompanionView")
  public record CompanionView(PersonRef employee, @Nullable Boolean consented) {}

  /**
   * @param by absent where the person has said nothing in time
   */
  @Schema(name = "RemediationAcknowledgementView")
  public record AcknowledgementView(@Nullable PersonRef by, @Nullable String reply, Instant at) {}

  /**
   * @param on where the day lies now; absent before the plan has begun
   */
  @Schema(name = "RemediationCheckpointView")
  public record CheckpointView(
      UUID id,
      int day,
      @Nullable LocalDate on,
      boolean held,
      @Nullable String note,
      @Nullable PersonRef by) {}

  @Schema(name = "RemediationMeansView")
  public record MeansView(
      UUID id, int day, @Nullable LocalDate on, boolean given, @Nullable LocalDate givenOn) {}

  @Schema(name = "RemediationExtensionView")
  public record ExtensionView(int days, String reason, PersonRef by, Instant at) {}

  @Schema(name = "RemediationNotMetView")
  public record NotMetView(String reason, PersonRef by, Instant at) {}

  /**
   * @param by absent where nobody ended it
   * @param cause why it ended where nobody ended it
   */
  @Schema(name = "RemediationEndingView")
  public record EndingView(
      @Nullable String reason,
      @Nullable PersonRef by,
      @Nullable PersonRef countersignedBy,
      @Nullable RemediationEndingCause cause,
      Instant at) {}
}
