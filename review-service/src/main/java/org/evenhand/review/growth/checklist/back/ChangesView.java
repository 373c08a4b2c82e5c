package org.evenhand.review.growth.checklist.back;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.jspecify.annotations.Nullable;

/**
 * What has changed while somebody was away.
 *
 * @param since since when they were; what came before isn't here
 * @param policies that took effect meanwhile, and bind the person
 * @param announced policies that will
 * @param reviews that are open, with what of their period is rated
 * @param results that the person was told meanwhile, or could answer meanwhile, with what days they
 *     leave
 * @param goals whose target is from before, so that it is agreed anew
 * @param trainings that count, with the last day until which they run now; what counted on the
 *     first day away stood still meanwhile
 * @param opportunities for which the person can apply now and hasn't, the first 200
 */
@Schema(
    name = "ChangesOfAbsence",
    example =
        """
        {"since": "2026-03-01",
         "policies": [{"policyId": "019a8c1e-6f00-7000-8000-000000000101", "name": "Ratings",
           "then": 1, "now": 2, "effectiveOn": "2026-07-01",
           "difference": "/v1/policies/019a8c1e-6f00-7000-8000-000000000101/versions/2/difference?from=1",
           "notice": "/v1/policies/019a8c1e-6f00-7000-8000-000000000101/versions/2/acknowledgements"}],
         "announced": [],
         "reviews": [{"reviewId": "019a8c1e-6f00-7000-8000-000000000201",
           "cycleId": "019a8c1e-6f00-7000-8000-000000000202",
           "ratedFrom": "2026-01-01", "ratedTo": "2026-12-31"}],
         "results": [{"reviewId": "019a8c1e-6f00-7000-8000-000000000203",
           "cycleId": "019a8c1e-6f00-7000-8000-000000000204", "sharedAt": "2026-04-01T09:00:00Z",
           "answerUntil": "2026-05-04", "appealableUntil": "2026-05-04"}],
         "goals": [{"goalId": "019a8c1e-6f00-7000-8000-000000000301",
           "title": "Answers within two days"}],
         "trainings": [{"moduleId": "019a8c1e-6f00-7000-8000-000000000501",
           "title": "Rating fairly", "validUntil": "2027-05-31"}],
         "opportunities": [{"opportunityId": "019a8c1e-6f00-7000-8000-000000000401",
           "kind": "STRETCH", "title": "Plan the release of May", "openUntil": "2026-12-20"}]}
        """)
public record ChangesView(
    LocalDate since,
    List<PolicyThenAndNow> policies,
    List<AnnouncedPolicy> announced,
    List<OpenReview> reviews,
    List<SharedResult> results,
    List<GoalFromBefore> goals,
    List<RunningTraining> trainings,
    List<OpenOpportunity> opportunities) {

  /**
   * @param then the version that was in force on the first day away; absent where there was none
   * @param difference where it can be read; absent where there was none before
   * @param notice where one says that one knows of it, once everybody is told
   */
  @Schema(name = "PolicyThenAndNow")
  public record PolicyThenAndNow(
      UUID policyId,
      String name,
      @Nullable Integer then,
      int now,
      LocalDate effectiveOn,
      @Nullable String difference,
      String notice) {}

  /**
   * @param notice where one says that one knows of it; refused until everybody is told, which is
   *     later for who isn't a manager
   */
  @Schema(name = "AnnouncedPolicy")
  public record AnnouncedPolicy(
      UUID policyId, String name, int version, LocalDate effectiveOn, String notice) {}

  @Schema(name = "OpenReview")
  public record OpenReview(UUID reviewId, UUID cycleId, LocalDate ratedFrom, LocalDate ratedTo) {}

  /**
   * @param answerUntil the last day to acknowledge it
   * @param appealableUntil the last day to appeal
   */
  @Schema(name = "SharedResult")
  public record SharedResult(
      UUID reviewId,
      UUID cycleId,
      Instant sharedAt,
      @Nullable LocalDate answerUntil,
      @Nullable LocalDate appealableUntil) {}

  @Schema(name = "GoalFromBefore")
  public record GoalFromBefore(UUID goalId, String title) {}

  /**
   * @param validUntil the last day on which it counts; absent where it counts for good, or still
   *     stands still
   */
  @Schema(name = "RunningTraining")
  public record RunningTraining(UUID moduleId, String title, @Nullable LocalDate validUntil) {}

  /**
   * @param openUntil the last day to apply
   */
  @Schema(name = "OpenOpportunity")
  public record OpenOpportunity(
      UUID opportunityId, OpportunityKind kind, String title, LocalDate openUntil) {}
}
