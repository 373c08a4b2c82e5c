package org.evenhand.review.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.policy.AppealRule;
import org.evenhand.review.policy.PolicyContent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReviewTest {

  private static final UUID REVIEWEE = new UUID(0, 1);
  private static final UUID REVIEWER = new UUID(0, 2);
  private static final UUID NEXT = new UUID(0, 3);
  private static final UUID HR = new UUID(0, 4);
  private static final UUID SESSION = new UUID(0, 9);
  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2026-11-01T08:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");
  private static final PolicyContent POLICY = Policies.weighted(5);

  private final Review review = fresh();

  private static Review fresh() {
    LocalDate due = LocalDate.parse("2026-12-01");
    return new Review(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new ReviewSeed(
            REVIEWEE,
            UUID.randomUUID(),
            REVIEWER,
            REVIEWER,
            List.of(REVIEWER),
            new Placement("build", "L4", "engineering", "Utrecht", "NL"),
            new RatedPeriod(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-10-31")),
            new DueDates(due, due, due, due, due)));
  }

  private static CriterionRating rating(String criterion, int ordinal) {
    return new CriterionRating(criterion, ordinal, "as seen", AT);
  }

  private static Observation seen(String criterion, String on) {
    return Observation.written(
        UUID.randomUUID(), criterion, "s", "b", "i", LocalDate.parse(on), REVIEWER, AT);
  }

  private Review submitted() {
    Optional<ReviewEventType> started = review.rate(rating("delivery", 3));
    assertEquals(Optional.of(ReviewEventType.STARTED), started);
    assertEquals(Optional.empty(), review.rate(rating("together", 3)));
    assertEquals(ReviewEventType.SUBMITTED, submit());
    return review;
  }

  private ReviewEventType submit() {
    return review.submit(POLICY, null, null, REVIEWER, "Re Viewer", AT);
  }

  private Review shared() {
    submitted().passUncalibrated();
    review.share(AT, WorkingDays.unknown(), POLICY.appeals());
    return review;
  }

  private static CalibrationOutcome adjusted(int ordinal) {
    return new CalibrationOutcome(
        SESSION, Decision.ADJUST, ordinal, null, "EVIDENCE", "because", AT);
  }

  @Test
  void starts_with_the_first_thing_that_anybody_writes() {
    assertEquals(
        Optional.of(ReviewEventType.STARTED),
        review.contribute(
            Contribution.written(
                ContributionType.SELF, REVIEWEE, List.of(new FormAnswer("proud", "of it")), AT)));
    assertEquals(ReviewPhase.IN_PROGRESS, review.phase());
    assertEquals(Optional.empty(), review.observe(seen("delivery", "2026-05-01")));
  }

  @Test
  void keeps_the_original_beside_what_calibration_decided() {
    submitted().claim(SESSION);

    assertEquals(ReviewEventType.CALIBRATED, review.calibrate(adjusted(4)));

    assertEquals(Optional.of(3), review.originalOrdinal());
    assertEquals(Optional.of(4), review.ordinal());
    assertEquals(List.of(3, 3), review.work().ratings().stream().map(r -> r.ordinal()).toList());
  }

  @Test
  void an_appeal_sets_a_level_beside_the_others_as_a_revision_that_is_told_anew() {
    Review appealed = shared();
    appealed.appeal(NEXT);
    assertTrue(appealed.underAppeal());

    assertEquals(
        ReviewEventType.REVISED,
        appealed.revise(
            new AppealOutcome(NEXT, 4, AT.plusSeconds(1)),
            WorkingDays.unknown(),
            POLICY.appeals()));

    assertEquals(ReviewPhase.SHARED, appealed.phase());
    assertEquals(2, appealed.revision());
    assertEquals(Optional.of(3), appealed.originalOrdinal());
    assertEquals(Optional.of(4), appealed.ordinal());
    assertEquals(Optional.of("APPEAL"), appealed.conclusion().reasonCode());
    assertEquals(3, appealed.past().lastShared().orElseThrow().ordinal());
    assertFalse(appealed.underAppeal());
    assertEquals(
        org.evenhand.review.rating.Calibration.NOT_CALIBRATED, ReviewStates.calibration(appealed));
  }

  @Test
  void nothing_is_reopened_while_an_appeal_is_open() {
    Review appealed = shared();
    appealed.proposeReopening("a figure", new Signature(HR, Side.HR, AT));
    appealed.appeal(NEXT);

    Set<ReviewAction> allowed = Allowed.actions(appealed, CycleState.APPEALS);
    assertFalse(allowed.contains(ReviewAction.REOPENING));
    assertFalse(allowed.contains(ReviewAction.REOPENING_COUNTERSIGNATURE));

    appealed.endAppeal();
    assertTrue(
        Allowed.actions(appealed, CycleState.APPEALS)
            .contains(ReviewAction.REOPENING_COUNTERSIGNATURE));
  }

  @Test
  void what_an_appeal_has_set_is_not_reopened() {
    Review appealed = shared();
    appealed.proposeReopening("a figure", new Signature(HR, Side.HR, AT));
    appealed.appeal(NEXT);
    var unused =
        appealed.revise(
            new AppealOutcome(NEXT, 4, AT.plusSeconds(1)), WorkingDays.unknown(), POLICY.appeals());

    Set<ReviewAction> allowed = Allowed.actions(appealed, CycleState.APPEALS);
    assertTrue(allowed.contains(ReviewAction.ACKNOWLEDGEMENT));
    assertFalse(allowed.contains(ReviewAction.REOPENING));
    assertFalse(allowed.contains(ReviewAction.REOPENING_COUNTERSIGNATURE));
    Problem refused =
        assertThrows(
            Problem.class,
            () -> Allowed.require(appealed, ReviewAction.REOPENING, CycleState.APPEALS));
    assertEquals(409, refused.status());
    assertEquals(
        "The panel of an appeal has set this result: only another appeal changes it.",
        refused.getMessage());
  }

  @Test
  void a_result_can_be_appealed_for_twenty_working_days_and_as_long_as_it_can_be_answered() {
    assertEquals(LocalDate.parse("2026-12-01"), shared().conclusion().appealableUntil());
    assertEquals(LocalDate.parse("2026-11-27"), appealBy(POLICY.appeals()));
  }

  @Test
  void the_policy_says_how_long_and_never_less_than_there_is_to_answer() {
    assertEquals(LocalDate.parse("2026-12-11"), appealBy(new AppealRule(30)));
    assertEquals(LocalDate.parse("2026-11-06"), appealBy(new AppealRule(5)));
    DueDates later =
        new DueDates(DAY, DAY, DAY, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-20"));
    assertEquals(
        LocalDate.parse("2026-11-20"),
        later.appealBy(SUNDAY, WorkingDays.unknown(), new AppealRule(5)));
  }

  private static LocalDate appealBy(AppealRule rule) {
    DueDates passed = new DueDates(DAY, DAY, DAY, DAY, DAY);
    return passed.appealBy(SUNDAY, WorkingDays.unknown(), rule);
  }

  @Test
  void goes_back_to_the_pool_when_a_session_defers_it() {
    submitted().claim(SESSION);

    assertEquals(ReviewEventType.DEFERRED, review.defer());

    assertEquals(ReviewPhase.SUBMITTED, review.phase());
    assertEquals(Optional.empty(), review.sessionId());
    assertEquals(ReviewEventType.CLAIMED, review.claim(NEXT));
  }

  @Test
  void goes_on_visibly_uncalibrated_when_no_session_decided() {
    assertEquals(ReviewEventType.NOT_CALIBRATED, submitted().passUncalibrated());
    assertEquals(ReviewEventType.SHARED, review.share(AT, WorkingDays.unknown(), POLICY.appeals()));
    assertEquals(
        org.evenhand.review.rating.Calibration.NOT_CALIBRATED, ReviewStates.calibration(review));
  }

  @Test
  void is_final_unacknowledged_when_nobody_answers() {
    assertEquals(ReviewEventType.FINALIZED, shared().finish());
    assertNull(review.conclusion().acknowledgement());
  }

  @Test
  void may_be_acknowledged_with_a_disagreement() {
    assertEquals(
        ReviewEventType.ACKNOWLEDGED,
        shared().acknowledge(new Acknowledgement(AT, "I see it otherwise")));
    assertEquals(ReviewEventType.FINALIZED, review.finish());
    assertEquals("I see it otherwise", review.conclusion().acknowledgement().disagreement());
  }

  @Test
  void keeps_the_earlier_reviewers_part_as_a_signed_contribution() {
    review.rate(rating("delivery", 4));
    review.observe(seen("delivery", "2026-05-01"));

    assertEquals(ReviewEventType.REASSIGNED, review.reassign(NEXT, "left the team", HR, AT));

    Contribution part = review.work().contributions().get(0);
    assertEquals(REVIEWER, part.authorId());
    assertEquals(ContributionType.MANAGER, part.type());
    assertEquals(AT, part.signedAt());
    assertEquals(4, part.ratings().get(0).ordinal());
    assertTrue(review.work().ratings().isEmpty(), "the next reviewer rates anew");
    assertEquals(1, review.work().observations().size(), "evidence does not lapse");
    assertEquals(REVIEWER, review.past().reassignments().get(0).from());
  }

  @Test
  void keeps_the_note_that_it_was_given_and_signs_it_once_for_who_wrote_it() {
    review.note("half a team");
    review.succeed(NEXT, ReviewerConcern.ON_LEAVE, NEXT, AT);
    review.rate(rating("delivery", 3));
    review.succeed(null, ReviewerConcern.TERMINATED, null, AT);

    assertEquals("half a team", review.work().contextNote());
    assertEquals(
        Arrays.asList("half a team", null),
        review.work().contributions().stream().map(Contribution::contextNote).toList());
    assertEquals(Optional.empty(), review.reviewerId());
    assertEquals(
        List.of(ReassignmentCode.SUCCESSION_ON_LEAVE, ReassignmentCode.SUCCESSION_TERMINATED),
        review.past().reassignments().stream().map(Reassignment::code).toList());
  }

  @Test
  void asks_about_a_reviewer_until_hr_has_answered() {
    review.question(ReviewerConcern.MANAGER_CHANGED, NEXT, AT);
    review.require(ReviewAction.REVIEWER_CONFIRMATION, CycleState.OPEN);

    review.keepReviewer(AT);

    assertEquals(Optional.empty(), review.standing().openQuestion());
    assertEquals(NEXT, review.standing().managerId());
    assertThrows(
        Problem.class, () -> review.require(ReviewAction.REVIEWER_CONFIRMATION, CycleState.OPEN));
  }

  @Test
  void leaves_no_choice_about_a_reviewer_who_has_left() {
    review.question(ReviewerConcern.TERMINATED, REVIEWER, AT);
    assertThrows(
        Problem.class, () -> review.require(ReviewAction.REVIEWER_CONFIRMATION, CycleState.OPEN));
  }

  @Test
  void does_not_overwrite_a_signed_contribution_when_its_author_returns() {
    review.rate(rating("delivery", 4));
    review.reassign(NEXT, "on leave", HR, AT);
    review.reassign(REVIEWER, "back", HR, AT);

    review.contribute(
        Contribution.written(
            ContributionType.MANAGER, REVIEWER, List.of(new FormAnswer("seen", "more")), AT));

    assertEquals(
        2,
        review.work().contributions().stream()
            .filter(one -> one.authorId().equals(REVIEWER))
            .count());
  }

  @Test
  void is_reopened_as_a_new_revision_that_keeps_the_old_one() {
    shared().acknowledge(new Acknowledgement(AT, "no"));
    review.proposeReopening("a release was missing", new Signature(HR, Side.HR, AT));

    assertEquals(
        ReviewEventType.REOPENED, review.reopen(new Signature(REVIEWER, Side.MANAGER, AT)));

    assertEquals(ReviewPhase.IN_PROGRESS, review.phase());
    assertEquals(2, review.revision());
    Revision kept = review.past().lastShared().orElseThrow();
    assertEquals(3, kept.ordinal());
    assertEquals("no", kept.acknowledgement().disagreement());
    assertEquals(Conclusion.NONE, review.conclusion());
    assertEquals(2, review.work().ratings().size(), "work goes on with what was there");
  }

  @Test
  void is_not_reopened_by_one_person_alone() {
    shared();
    review.proposeReopening("a slip", new Signature(HR, Side.HR, AT));
    Signature same = new Signature(HR, Side.MANAGER, AT);
    assertThrows(Problem.class, () -> review.reopen(same));
  }

  /** One hand for every step but the countersignature of a reopening, and the withheld ending. */
  @Test
  void is_not_ended_by_hr_alone_once_both_sides_have_reopened_it() {
    shared();
    review.proposeReopening("a slip", new Signature(HR, Side.HR, AT));
    review.reopen(new Signature(REVIEWER, Side.MANAGER, AT));
    for (CycleState state : CycleState.values()) {
      assertFalse(Allowed.actions(review, state).contains(ReviewAction.NOT_RATED), state::name);
    }
    submit();
    assertFalse(Allowed.actions(review, CycleState.CLOSED).contains(ReviewAction.NOT_RATED));
  }

  @Test
  void goes_on_where_it_was_when_who_had_left_is_back() {
    submitted().endUnrated(new Ending(NotRatedReason.LEFT, HR, AT));
    RatedPeriod later =
        new RatedPeriod(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-12-31"));
    LocalDate due = LocalDate.parse("2026-12-01");
    ReviewSeed seed =
        new ReviewSeed(
            REVIEWEE,
            review.assignmentId(),
            NEXT,
            NEXT,
            List.of(NEXT),
            review.placement(),
            later,
            new DueDates(due, due, due, due, due));

    assertEquals(ReviewEventType.REJOINED, review.rejoin(seed, HR, AT));

    assertEquals(ReviewPhase.SUBMITTED, review.phase());
    assertEquals(Optional.of(3), review.originalOrdinal());
    assertEquals(LocalDate.parse("2026-01-01"), review.period().from());
    assertEquals(LocalDate.parse("2026-12-31"), review.period().to());
    assertEquals(Optional.empty(), review.ending());
  }

  @Test
  void names_what_is_allowed_when_a_step_is_not() {
    submitted();
    Problem refused =
        assertThrows(
            Problem.class, () -> review.require(ReviewAction.RATINGS, CycleState.CALIBRATING));
    assertEquals(409, refused.status());
    assertEquals(
        Set.of("putContribution", "putContextNote", "endUnrated", "proposeReopening"),
        Set.copyOf(refused.allowed()));
  }

  @Test
  void keeps_the_narrative_open_in_calibration_but_no_rating() {
    submitted().claim(SESSION);
    assertEquals(
        Set.of(ReviewAction.MANAGER_CONTRIBUTION, ReviewAction.CONTEXT_NOTE),
        Allowed.actions(review, CycleState.CALIBRATING));
  }

  @Test
  void takes_no_late_work_in_a_closed_cycle_unless_it_was_reopened() {
    assertEquals(Set.of(), Allowed.actions(review, CycleState.CLOSED));
    shared();
    review.proposeReopening("a slip", new Signature(HR, Side.HR, AT));
    review.reopen(new Signature(REVIEWER, Side.MANAGER, AT));
    assertTrue(Allowed.actions(review, CycleState.CLOSED).contains(ReviewAction.SUBMISSION));
  }

  @Test
  void allows_nothing_once_its_cycle_is_cancelled() {
    assertEquals(Set.of(), Allowed.actions(review, CycleState.CANCELLED));
  }

  @Test
  void cannot_be_claimed_before_it_is_submitted_nor_twice() {
    assertThrows(IllegalStateException.class, () -> review.claim(SESSION));
    submitted().claim(SESSION);
    assertThrows(IllegalStateException.class, () -> review.claim(NEXT));
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "3,3,3", "4,3,4", "3,4,3", "2,5,3", "5,1,3", "1,5,3", "4,5,4", "5,4,5"})
  void weighs_in_integers_and_rounds_half_up(int delivery, int together, int overall) {
    review.rate(rating("delivery", delivery));
    review.rate(rating("together", together));
    assertEquals(Optional.of(overall), Overall.suggested(review.work(), POLICY));
  }

  @Test
  void rounds_exactly_one_half_up() {
    ReviewWork work = ReviewWork.NONE.with(rating("delivery", 3)).with(rating("together", 2));
    PolicyContent even =
        new PolicyContent(
            "even",
            POLICY.scope(),
            POLICY.scale(),
            List.of(
                new org.evenhand.review.policy.Criterion("delivery", "D", 50, null),
                new org.evenhand.review.policy.Criterion("together", "T", 50, null)),
            List.of(),
            List.of(),
            POLICY.overall(),
            POLICY.evidence(),
            POLICY.eligibility(),
            POLICY.appeals(),
            POLICY.checkIns(),
            List.of(),
            POLICY.outcomes());
    assertEquals(Optional.of(3), Overall.suggested(work, even));
  }

  @Test
  void lets_no_one_contradict_the_weights() {
    review.rate(rating("delivery", 3));
    review.rate(rating("together", 3));
    Problem refused =
        assertThrows(
            Problem.class, () -> review.submit(POLICY, 4, "I feel so", REVIEWER, "Re Viewer", AT));
    assertEquals("/overallOrdinal", refused.violations().get(0).pointer());
    assertEquals(ReviewPhase.IN_PROGRESS, review.phase());
  }

  @Test
  void takes_a_chosen_overall_with_its_reason_only() {
    review.rate(rating("delivery", 3));
    review.rate(rating("together", 3));
    PolicyContent chosen = Policies.chosen();
    assertThrows(Problem.class, () -> review.submit(chosen, 4, " ", REVIEWER, "Re Viewer", AT));
    assertThrows(Problem.class, () -> review.submit(chosen, 6, "why", REVIEWER, "Re Viewer", AT));
    review.submit(chosen, 4, "why", REVIEWER, "Re Viewer", AT);
    assertEquals(Optional.of(4), review.ordinal());
  }

  /** What the document draws is what the aggregate allows, in every state that it comes to. */
  @Test
  void allows_in_each_state_what_its_lifecycle_shows() {
    var seen = new EnumMap<ReviewPhase, Set<String>>(ReviewPhase.class);
    List<Runnable> steps =
        List.of(
            () -> review.rate(rating("delivery", 3)),
            () -> review.rate(rating("together", 3)),
            this::submit,
            () -> review.proposeReopening("a slip", new Signature(HR, Side.HR, AT)),
            () -> review.reopen(new Signature(REVIEWER, Side.MANAGER, AT)),
            this::submit,
            () -> review.claim(SESSION),
            review::defer,
            () -> review.claim(SESSION),
            () -> review.calibrate(adjusted(4)),
            () -> review.proposeReopening("a slip", new Signature(HR, Side.HR, AT)),
            () -> review.share(AT, WorkingDays.unknown(), POLICY.appeals()),
            () -> review.acknowledge(new Acknowledgement(AT, null)),
            review::finish);
    note(seen, review);
    for (Runnable step : steps) {
      step.run();
      note(seen, review);
    }
    Review ended = fresh();
    ended.question(ReviewerConcern.LINE_CUT, null, AT);
    note(seen, ended);
    ended.rate(rating("delivery", 3));
    note(seen, ended);
    ended.rate(rating("together", 3));
    ended.submit(POLICY, null, null, REVIEWER, "Re Viewer", AT);
    note(seen, ended);
    Review uncalibrated = ended;
    uncalibrated.passUncalibrated();
    uncalibrated.proposeReopening("a slip", new Signature(HR, Side.HR, AT));
    note(seen, uncalibrated);

    seen.forEach(
        (phase, operations) ->
            assertEquals(
                Set.copyOf(ReviewLifecycle.OF_REVIEWS.operations(phase)), operations, phase::name));
    assertEquals(
        EnumSet.complementOf(EnumSet.of(ReviewPhase.NOT_RATED, ReviewPhase.CANCELLED)),
        seen.keySet());
  }

  private static void note(Map<ReviewPhase, Set<String>> seen, Review review) {
    Set<String> operations = seen.computeIfAbsent(review.phase(), none -> new TreeSet<>());
    for (CycleState cycle : CycleState.values()) {
      Allowed.actions(review, cycle).forEach(action -> operations.add(action.operation()));
    }
  }

  @Test
  void refuses_by_itself_what_no_state_leads_to() {
    assertThrows(IllegalStateException.class, () -> fresh().finish());
    assertThrows(
        IllegalStateException.class, () -> fresh().acknowledge(new Acknowledgement(AT, null)));
    submitted();
    assertThrows(IllegalStateException.class, () -> review.reassign(NEXT, "away", HR, AT));
    review.cancel();
    assertThrows(
        IllegalStateException.class,
        () -> review.endUnrated(new Ending(NotRatedReason.LEFT, HR, AT)));
    assertThrows(IllegalStateException.class, review::cancel);
  }
}
