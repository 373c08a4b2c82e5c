package org.evenhand.review.calibrated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.calibrated.SessionLocked.Decided;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.policy.AppealRule;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.Outcomes;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.RatingLevel;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.policy.Scope;
import org.evenhand.review.review.CriterionRating;
import org.evenhand.review.review.Decision;
import org.evenhand.review.review.DueDates;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.RatedPeriod;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewSeed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerdictTest {

  private static final UUID SESSION = new UUID(0, 7);
  private static final UUID CYCLE = new UUID(0, 8);
  private static final RatingScale SCALE =
      new RatingScale(
          List.of(new RatingLevel(1, "a"), new RatingLevel(2, "b"), new RatingLevel(3, "c")), 3);

  private final Review first = held();
  private final Review second = held();

  private static Review held() {
    LocalDate day = LocalDate.parse("2026-12-01");
    Review review =
        new Review(
            UUID.randomUUID(),
            CYCLE,
            new ReviewSeed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new UUID(0, 2),
                null,
                List.of(),
                new Placement("u", "l", "f", "p", "NL"),
                new RatedPeriod(day, day),
                new DueDates(day, day, day, day, day)));
    review.rate(new CriterionRating("only", 2, "r", Instant.EPOCH));
    review.submit(
        new PolicyContent(
            "p",
            new Scope(List.of(), List.of(), List.of()),
            SCALE,
            List.of(new Criterion("only", "Only", 100, null)),
            List.of(),
            List.of(),
            OverallRule.WEIGHTED,
            new EvidenceRule(2),
            new Eligibility(List.of(), 0),
            new AppealRule(20),
            null,
            List.of(),
            new Outcomes(null, null, null)),
        null,
        null,
        new UUID(0, 2),
        "n",
        Instant.EPOCH);
    review.claim(SESSION);
    return review;
  }

  private Optional<String> against(Map<UUID, String> reasons, Decided... decisions) {
    return Verdict.against(
        new SessionLocked(SESSION, CYCLE, List.of(decisions)),
        CycleState.CALIBRATING,
        SCALE,
        Verdict.byId(List.of(first, second)),
        reasons);
  }

  private Decided decided(Review review, Decision decision, Integer ordinal) {
    return new Decided(review.id(), decision, ordinal, null, "EVIDENCE");
  }

  private Map<UUID, String> reasons() {
    return Map.of(first.id(), "because", second.id(), "because");
  }

  @Test
  void finds_nothing_against_a_session_that_decided_everything_with_reasons() {
    assertEquals(
        Optional.empty(),
        against(
            reasons(), decided(first, Decision.ADJUST, 3), decided(second, Decision.DEFER, null)));
  }

  @Test
  void refuses_a_review_left_undecided() {
    assertEquals(
        Optional.of("review " + second.id() + " is held by the session and not decided"),
        against(reasons(), decided(first, Decision.CONFIRM, null)));
  }

  @Test
  void refuses_a_review_decided_twice() {
    assertEquals(
        Optional.of("review " + first.id() + " is decided twice"),
        against(
            reasons(),
            decided(first, Decision.CONFIRM, null),
            decided(first, Decision.DEFER, null)));
  }

  @Test
  void refuses_a_review_that_the_session_never_claimed() {
    UUID stranger = UUID.randomUUID();
    assertEquals(
        Optional.of("review " + stranger + " is not held by the session"),
        against(reasons(), new Decided(stranger, Decision.CONFIRM, null, null, "EVIDENCE")));
  }

  @Test
  void refuses_a_level_that_the_scale_does_not_have() {
    assertEquals(
        Optional.of("review " + first.id() + " is adjusted to no level of the scale"),
        against(reasons(), decided(first, Decision.ADJUST, 4)));
    assertEquals(
        Optional.of("review " + first.id() + " is adjusted to no level of the scale"),
        against(reasons(), decided(first, Decision.ADJUST, null)));
  }

  @Test
  void refuses_a_decision_without_its_reason() {
    assertEquals(
        Optional.of("review " + second.id() + " has no reason"),
        against(
            Map.of(first.id(), "because"),
            decided(first, Decision.CONFIRM, null),
            decided(second, Decision.CONFIRM, null)));
  }

  @Test
  void refuses_everything_once_the_cycle_has_moved_on() {
    assertEquals(
        Optional.of("the cycle is CANCELLED"),
        Verdict.against(
            new SessionLocked(SESSION, CYCLE, List.of()),
            CycleState.CANCELLED,
            SCALE,
            Map.of(),
            Map.of()));
  }
}
