package org.evenhand.review.appeal.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.appeal.AppealPhase;
import org.evenhand.review.appeal.Filing;
import org.evenhand.review.appeal.Ground;
import org.evenhand.review.appeal.NamedAnchor;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.access.AppealRelation;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.policy.Anchor;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.RatingLevel;
import org.evenhand.review.sample.SamplesView;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as its reader may see it. What is absent is either not there yet or not theirs to see:
 * a panel sees the redacted evidence alone until all of it have scored.
 *
 * @param level what counted when it was filed
 * @param hearing what both sides said before those who sit in the panel now
 * @param earlierHearings of earlier rounds and before a seat was filled anew
 * @param dueOn the last day of the step that is owed now
 * @param late whether a step was taken after its day
 * @param statutoryChannel where discrimination can be complained of beside this
 * @param actions the ids of the operations that are open to the caller now
 */
public record AppealView(
    UUID id,
    AppealPhase state,
    @Nullable UUID reviewId,
    @Nullable Integer revision,
    @Nullable PersonRef appellant,
    List<AppealRelation> relations,
    @Nullable FilingView filing,
    @Nullable PersonRef companion,
    @Nullable List<ScreeningView> screenings,
    @Nullable ReferralView referral,
    @Nullable AppealResponseView response,
    @Nullable PanelView panel,
    @Nullable CaseView evidence,
    @Nullable Integer level,
    @Nullable HearingView hearing,
    @Nullable List<HearingView> earlierHearings,
    @Nullable RemandView remand,
    @Nullable WithdrawalView withdrawal,
    @Nullable VerdictView decision,
    @Nullable String statutoryChannel,
    @Nullable LocalDate dueOn,
    boolean late,
    @Nullable Instant endedAt,
    List<String> actions) {

  public record FilingView(
      List<Ground> grounds,
      String statement,
      @Nullable String precedent,
      @Nullable UUID precedentId,
      @Nullable String lateReason,
      PersonRef by,
      Instant at) {

    static FilingView of(Filing filing, PersonRef by) {
      return new FilingView(
          filing.grounds(),
          filing.statement(),
          filing.precedent(),
          filing.precedentId(),
          filing.lateReason(),
          by,
          filing.at());
    }
  }

  /**
   * @param by absent where it was admitted because nobody screened it after the referral
   */
  public record ScreeningView(
      boolean admitted, String reason, @Nullable PersonRef by, Instant at) {}

  public record ReferralView(String reason, Instant at) {}

  /**
   * @param text absent where the reviewer said nothing in time
   */
  public record AppealResponseView(@Nullable String text, Instant at) {}

  /**
   * @param revealed whether all have scored, and so see the rest
   * @param votes of all rounds
   */
  public record PanelView(
      List<SeatView> seats, boolean revealed, int round, @Nullable List<VoteView> votes) {}

  /**
   * @param ordinal one's own, and once all have scored everybody's
   */
  public record SeatView(
      PersonRef member, boolean scored, @Nullable Integer ordinal, @Nullable String reason) {}

  public record VoteView(
      PersonRef by,
      int round,
      Vote.Choice choice,
      @Nullable Integer ordinal,
      @Nullable NamedAnchor turnsOn,
      @Nullable UUID precedentId,
      String reason,
      Instant at) {}

  /**
   * The redacted evidence, and what it is held against.
   *
   * @param checked whether HR has read it; before that nobody of the panel sees it
   * @param policyId of which calibration-service shows the precedents, by criterion and level
   */
  public record CaseView(
      boolean checked,
      UUID policyId,
      List<SamplesView.Part> parts,
      List<Criterion> criteria,
      List<Anchor> anchors,
      List<RatingLevel> levels) {}

  public record HearingView(LocalDate heldOn, String note, Instant at) {
    static HearingView of(Panel.Hearing held) {
      return new HearingView(held.heldOn(), held.note(), held.at());
    }
  }

  /**
   * @param reason needed of HR, which withdraws for one who has left; an appellant may give one
   */
  public record WithdrawalView(@Nullable String reason, PersonRef by, Instant at) {}

  /**
   * @param ordinal the level that the other reviewer came to
   */
  public record RemandView(
      @Nullable PersonRef reassessor,
      Instant at,
      @Nullable Integer ordinal,
      @Nullable String reason) {}

  /**
   * @param ordinal the level that counts from then on, where it changed
   * @param reasons of those who agreed
   * @param dissent of those who didn't
   * @param precedentIds that those who agreed have named
   */
  public record VerdictView(
      @Nullable Integer ordinal,
      List<String> reasons,
      List<String> dissent,
      List<UUID> precedentIds) {}
}
