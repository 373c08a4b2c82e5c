package org.evenhand.review.trail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.policy.Outcomes;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.rating.Calibration;
import org.evenhand.review.review.Decision;
import org.evenhand.review.review.Gathered;
import org.evenhand.review.review.ReviewPhase;
import org.jspecify.annotations.Nullable;

/**
 * How the decision on a review came about. Content (ratings, observations, words) is absent for
 * readers who may only see that every step was taken, such as an auditor.
 *
 * @param pathways what follows from a result, as the policy says
 * @param outcomes how it feeds rewards, recognition and remediation, as the policy says
 * @param earlier conclusions that a reopening has replaced, oldest first
 * @param underAppeal whether an appeal against the result is open
 * @param citesGoals whether the reviewee points to goals; others than the two learn it once the
 *     review is submitted
 * @param citedGoals to which ones, the earliest first; for the reviewee and whoever reviews them
 * @param steps what was done, by whom and when, each with its hash in the audit chain
 */
@Schema(example = TrailExample.JSON)
record TrailView(
    UUID reviewId,
    String cycleKey,
    ReviewPhase state,
    int revision,
    boolean underAppeal,
    PolicyPart policy,
    @Nullable Conclusion conclusion,
    List<Conclusion> earlier,
    @Nullable List<String> pathways,
    @Nullable Outcomes outcomes,
    boolean citesGoals,
    @Nullable List<CitedGoal> citedGoals,
    List<Step> steps) {

  /**
   * The rules that were in force.
   *
   * @param contentHash SHA-256 of the content that was signed
   * @param signOffs where the chain of signatures is public
   */
  record PolicyPart(
      UUID policyId,
      int version,
      String name,
      String contentHash,
      LocalDate effectiveOn,
      @Schema(format = "uri-reference") URI signOffs,
      OverallRule overall,
      List<CriterionPart> criteria) {}

  record CriterionPart(String key, String title, int weight, @Nullable String aim) {}

  /**
   * What was concluded in one revision.
   *
   * @param appealed the level that the panel of an appeal set; it is the result
   * @param appealableUntil the last day on which the reviewee can appeal
   * @param reopened why the review was reopened; absent for the present conclusion, and where an
   *     appeal brought about the next one
   */
  record Conclusion(
      int revision,
      @Nullable List<RatedPart> ratings,
      @Nullable String contextNote,
      int observations,
      Submitted submitted,
      Calibration calibration,
      @Nullable Calibrated calibrated,
      @Nullable Appealed appealed,
      @Nullable LevelPart result,
      @Nullable Instant sharedAt,
      @Nullable LocalDate answerUntil,
      @Nullable LocalDate appealableUntil,
      @Nullable Acknowledged acknowledged,
      @Nullable Reopened reopened) {}

  record LevelPart(int ordinal, String label) {}

  /**
   * @param anchor the behaviour that the level means, as the policy says
   * @param nextAnchor that of the next level; absent at the highest one
   */
  record RatedPart(
      String criterion,
      LevelPart level,
      @Nullable String anchor,
      @Nullable String nextAnchor,
      String rationale,
      List<ObservedPart> observations) {}

  /**
   * @param impact empty where nobody said what came of it
   * @param gathered how it was gathered during the year; absent of what was written into the review
   */
  record ObservedPart(
      String situation,
      String behaviour,
      String impact,
      LocalDate observedOn,
      @Nullable GatheredPart gathered) {}

  /**
   * @param by who saw it
   * @param at when they wrote it down
   * @param toldAt when the reviewee was told of it; absent of their own
   * @param reply what the reviewee said to it
   * @param feedback absent of what was kept as an observation
   */
  record GatheredPart(
      PersonRef by,
      Instant at,
      @Nullable Instant toldAt,
      Instant citedAt,
      @Nullable String reply,
      Gathered.@Nullable CitedFeedback feedback) {}

  /**
   * The reviewer's conclusion.
   *
   * @param confirmedBy the name that the reviewer signed with
   */
  record Submitted(
      PersonRef reviewer,
      @Nullable String confirmedBy,
      Instant at,
      @Nullable LevelPart level,
      @Nullable String reason) {}

  /** What the session decided. Its members aren't named, because the session decided as one. */
  record Calibrated(
      UUID sessionId,
      Decision decision,
      LevelPart level,
      @Nullable UUID precedentId,
      String reasonCode,
      String reason,
      Instant at) {}

  /** What a panel decided. Its members aren't named here: the appeal has its own readers. */
  record Appealed(LevelPart level, Instant at) {}

  record Acknowledged(Instant at, boolean disagreed, @Nullable String disagreement) {}

  record Reopened(
      @Nullable String reason,
      PersonRef proposedBy,
      Instant proposedAt,
      @Nullable PersonRef agreedBy) {}

  record CitedGoal(UUID goalId, Instant at) {}

  /**
   * @param actor our id of the person, or the name of a service, as the hash covers it
   * @param by the person; absent where a service did it
   * @param hash of the entry, in hexadecimal; it covers the one before
   */
  record Step(
      long sequence, String action, String actor, @Nullable PersonRef by, Instant at, String hash) {

    /** Our id of the person; empty where a service did it. */
    Optional<UUID> person() {
      try {
        return Optional.of(UUID.fromString(actor));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    Step named(Names names) {
      return new Step(sequence, action, actor, person().map(names::of).orElse(null), at, hash);
    }
  }
}
