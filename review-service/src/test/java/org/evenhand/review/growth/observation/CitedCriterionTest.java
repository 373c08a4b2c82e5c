package org.evenhand.review.growth.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.observation.ObservationRequests.CitationRequest;
import org.evenhand.review.policy.AppealRule;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.Outcomes;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.policy.Scope;
import org.junit.jupiter.api.Test;

/** Of which criterion an observation is evidence. */
class CitedCriterionTest {

  private final GatheredObservation seen =
      new GatheredObservation(
          new UUID(0, 3),
          new UUID(0, 1),
          new UUID(0, 2),
          "delivery",
          LocalDate.parse("2026-05-12"),
          new ObservedWords("at risk", "split it", null),
          Instant.EPOCH);

  @Test
  void itIsTheOneThatThePersonWasToldOf() {
    assertEquals("delivery", cited(null, "delivery", "together"));
    assertEquals("delivery", cited("delivery", "delivery", "together"));
  }

  @Test
  void nobodyTurnsItIntoEvidenceOfAnotherWhereThePolicyHasItsOwn() {
    assertRefused("together", "delivery", "together");
    assertRefused("gone", "delivery", "together");
  }

  @Test
  void whereThePolicyLostItWhoeverCitesNamesOneOfThePolicy() {
    assertEquals("together", cited("together", "together"));
    assertRefused("gone", "together");
    assertRefused(null, "together");
  }

  private void assertRefused(String wanted, String... criteria) {
    Problem refused = assertThrows(Problem.class, () -> cited(wanted, criteria));
    assertEquals(422, refused.status());
    assertEquals(
        List.of("/criterion"), refused.violations().stream().map(Violation::pointer).toList());
  }

  private String cited(String wanted, String... criteria) {
    return Citing.criterion(seen, policy(criteria), new CitationRequest(new UUID(0, 4), wanted));
  }

  private static PolicyContent policy(String... criteria) {
    return new PolicyContent(
        "p",
        new Scope(List.of(), List.of(), List.of()),
        new RatingScale(List.of(), 0),
        Stream.of(criteria).map(key -> new Criterion(key, key, 1, null)).toList(),
        List.of(),
        List.of(),
        OverallRule.WEIGHTED,
        new EvidenceRule(2),
        new Eligibility(List.of(), 0),
        new AppealRule(20),
        null,
        List.of(),
        new Outcomes(null, null, null));
  }
}
