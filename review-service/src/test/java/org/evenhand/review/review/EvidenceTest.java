package org.evenhand.review.review;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.rating.EvidenceCounts;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceTest {

  private static final RatedPeriod PERIOD =
      new RatedPeriod(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-10-31"));
  private static final PolicyContent POLICY = Policies.weighted(5);
  private static final UUID REVIEWEE = new UUID(0, 1);
  private static final UUID REVIEWER = new UUID(0, 2);

  private static ReviewWork rated(int delivery, int together) {
    Instant at = Instant.parse("2026-11-01T10:00:00Z");
    return ReviewWork.NONE
        .with(new CriterionRating("delivery", delivery, "r", at))
        .with(new CriterionRating("together", together, "r", at));
  }

  private static ReviewWork seen(ReviewWork work, String criterion, String... days) {
    ReviewWork result = work;
    for (String day : days) {
      result =
          result.with(
              Observation.written(
                  UUID.randomUUID(),
                  criterion,
                  "s",
                  "b",
                  "i",
                  LocalDate.parse(day),
                  new UUID(0, 2),
                  Instant.EPOCH));
    }
    return result;
  }

  private static List<String> missing(ReviewWork work, PolicyContent policy) {
    Problem refused = assertThrows(Problem.class, () -> Evidence.require(work, policy, PERIOD));
    assertEquals(422, refused.status());
    return refused.violations().stream().map(Violation::pointer).toList();
  }

  @Test
  void is_not_needed_in_the_middle() {
    assertDoesNotThrow(() -> Evidence.require(rated(3, 3), POLICY, PERIOD));
  }

  @ParameterizedTest
  @CsvSource({"1,true", "2,false", "3,false", "4,true"})
  void knows_two_middles_of_an_even_scale(int level, boolean needed) {
    PolicyContent four = Policies.weighted(4);
    assertEquals(needed, four.evidence().needed(level, 4) > 0);
  }

  @Test
  void is_needed_to_either_side_and_every_criterion_without_it_is_named() {
    assertEquals(List.of("/ratings/delivery", "/ratings/together"), missing(rated(4, 2), POLICY));
  }

  @Test
  void counts_within_the_persons_own_period_its_first_and_last_day_included() {
    ReviewWork work = rated(4, 3);
    assertDoesNotThrow(
        () -> Evidence.require(seen(work, "delivery", "2026-03-01", "2026-10-31"), POLICY, PERIOD));
    assertEquals(
        List.of("/ratings/delivery"),
        missing(seen(work, "delivery", "2026-02-28", "2026-10-31", "2026-11-01"), POLICY));
  }

  @Test
  void of_one_criterion_does_not_stand_for_another() {
    assertEquals(
        List.of("/ratings/together"),
        missing(seen(rated(4, 5), "delivery", "2026-05-01", "2026-06-01"), POLICY));
  }

  @Test
  void is_as_much_as_the_policy_asks_for() {
    PolicyContent one = Policies.policy(5, OverallRule.WEIGHTED, 1);
    assertDoesNotThrow(
        () -> Evidence.require(seen(rated(4, 3), "delivery", "2026-05-01"), one, PERIOD));
  }

  @Test
  void comes_after_every_criterion_has_a_rating() {
    ReviewWork half = ReviewWork.NONE.with(new CriterionRating("delivery", 5, "r", Instant.EPOCH));
    assertEquals(List.of("/ratings/together"), missing(half, POLICY));
  }

  @Test
  void is_told_in_numbers_of_the_rated_period_alone() {
    Review review = review();
    seen(rated(3, 3), "delivery", "2026-02-28", "2026-04-01", "2026-10-21")
        .observations()
        .forEach(review::observe);
    review.observe(silent("2026-05-01"));
    rated(3, 3).ratings().forEach(review::rate);
    Submission concluded =
        new Submission(
            new Overall(3, OverallRule.WEIGHTED, null),
            new UUID(0, 2),
            "Bojan Yordanov",
            Instant.parse("2026-10-31T10:00:00Z"));

    assertEquals(new EvidenceCounts(3, 2, 1, 10), Evidence.counted(review, concluded));
    assertEquals(new EvidenceCounts(0, 0, 0, null), Evidence.counted(review(), concluded));
  }

  @Test
  void of_the_reviewees_own_notes_takes_no_room_from_what_others_saw() {
    Review review = review();
    for (int note = 0; note < 100; note++) {
      review.requireRoomForObservation(REVIEWEE);
      review.observe(by(REVIEWEE));
    }
    assertEquals(
        422,
        assertThrows(Problem.class, () -> review.requireRoomForObservation(REVIEWEE)).status());

    for (int seen = 0; seen < 500; seen++) {
      review.requireRoomForObservation(REVIEWER);
      review.observe(by(REVIEWER));
    }
    assertEquals(
        422,
        assertThrows(Problem.class, () -> review.requireRoomForObservation(REVIEWER)).status());
  }

  @Test
  void stands_once_also_where_both_sides_cite_it() {
    Observation seen = by(REVIEWER);
    assertEquals(List.of(seen), ReviewWork.NONE.with(seen).with(seen).observations());
  }

  private static Observation by(UUID author) {
    return Observation.written(
        UUID.randomUUID(),
        "delivery",
        "s",
        "b",
        "i",
        LocalDate.parse("2026-05-01"),
        author,
        Instant.EPOCH);
  }

  private static Observation silent(String day) {
    return Observation.written(
        UUID.randomUUID(),
        "delivery",
        "s",
        "b",
        "",
        LocalDate.parse(day),
        new UUID(0, 3),
        Instant.EPOCH);
  }

  private static Review review() {
    LocalDate day = LocalDate.parse("2026-12-01");
    return new Review(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new ReviewSeed(
            REVIEWEE,
            UUID.randomUUID(),
            REVIEWER,
            new UUID(0, 2),
            List.of(new UUID(0, 2)),
            new Placement("care", "L4", "engineering", "Utrecht", "NL"),
            PERIOD,
            new DueDates(day, day, day, day, day)));
  }
}
