package org.evenhand.review.growth.goal.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Health;
import org.evenhand.review.growth.goal.Outcome;
import org.evenhand.review.growth.goal.access.GoalRelation;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.jspecify.annotations.Nullable;

/**
 * A goal as its reader may see it. Whoever sees it because it is open to their unit or the company
 * reads what it is about and how it stands, and nothing that the two have written on the way.
 *
 * @param terms what is agreed; of what isn't yet, what is proposed
 * @param health what was last said of how it goes
 * @param parentId the goal that it serves, where the reader may see that one
 * @param changed what differs from what is agreed, by the names of the fields
 * @param confirmed whether whoever leads the person now stands by it
 * @param targetOutdated whether the target is from before an absence, so that it can't be missed
 * @param actions the ids of the operations that are open to the caller now
 */
public record GoalView(
    UUID id,
    GoalState state,
    PersonRef employee,
    String assignmentId,
    List<GoalRelation> relations,
    TermsBody terms,
    @Nullable Health health,
    @Nullable UUID parentId,
    @Nullable UUID libraryGoalId,
    @Nullable UUID carriedFrom,
    @Nullable PersonRef manager,
    @Nullable Boolean confirmed,
    @Nullable LocalDate revisitOn,
    @Nullable Boolean targetOutdated,
    @Nullable GoalProposalView proposal,
    @Nullable List<GoalVersionView> versions,
    @Nullable List<GoalNoteView> notes,
    @Nullable GoalClosingView closing,
    LocalDate createdOn,
    List<String> actions) {

  public record GoalSignatureView(AgreementSide side, PersonRef by, Instant at) {}

  /**
   * What waits for the signature of one side, or of both.
   *
   * @param changed the fields that differ from what is agreed; none of a goal that is new
   */
  public record GoalProposalView(
      TermsBody terms,
      List<String> changed,
      @Nullable String reason,
      List<GoalSignatureView> signatures,
      Instant at) {}

  public record GoalVersionView(
      int number,
      TermsBody terms,
      @Nullable String reason,
      List<GoalSignatureView> signatures,
      Instant at,
      boolean late) {}

  /**
   * @param health absent where both only looked at it again
   */
  public record GoalNoteView(
      @Nullable Health health, @Nullable String note, PersonRef by, Instant at) {}

  /**
   * @param by absent where it ended with the assignment
   * @param remark what the other side says to it
   */
  public record GoalClosingView(
      Outcome outcome,
      @Nullable String reason,
      @Nullable PersonRef by,
      Instant at,
      @Nullable String remark,
      @Nullable PersonRef remarkBy) {}
}
