package org.evenhand.review.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.OverallRule;
import org.junit.jupiter.api.Test;

class DraftTest {

  @Test
  void anUnchangedPolicyChangesNothingOfAnyRating() {
    Draft same = Drafts.weighing(60, 40);
    IntStream.rangeClosed(1, 5)
        .forEach(
            delivery ->
                IntStream.rangeClosed(1, 5)
                    .forEach(
                        together -> {
                          PastReview past = Drafts.review(delivery, together);
                          assertEquals(new Outcome(past.level(), false, false), same.outcome(past));
                        }));
  }

  @Test
  void otherWeightsAreCountedHalfUpInIntegers() {
    // 0.5 * 4 + 0.5 * 3 is three and a half
    assertEquals(4, Drafts.weighing(50, 50).outcome(Drafts.review(4, 3)).level());
    assertEquals(2, Drafts.weighing(0, 100).outcome(Drafts.review(5, 2)).level());
  }

  @Test
  void theWeightsOfWhatHasNoPastDontCount() {
    Mapping onlyTogether =
        new Mapping(
            List.of(
                new Mapping.Criteria("delivery", null),
                new Mapping.Criteria("together", "together")),
            Drafts.SAME.levels());
    Draft draft = new Draft(Drafts.weighing(90, 10).rules(), onlyTogether);

    assertEquals(2, draft.outcome(Drafts.review(5, 2)).level());
  }

  @Test
  void whatIsChosenOrHasNoPastAtAllIsOnlyPutOnTheNewScale() {
    Mapping fewer = new Mapping(List.of(), List.of(1, 1, 2, 3, 3));
    DraftRules weighted = Drafts.rules(0, 100, OverallRule.WEIGHTED, 2);
    DraftRules chosen = Drafts.rules(0, 100, OverallRule.CHOSEN, 2);

    // It was concluded as a four.
    assertEquals(3, new Draft(weighted, fewer).outcome(Drafts.review(5, 2)).level());
    assertEquals(4, new Draft(chosen, Drafts.SAME).outcome(Drafts.review(5, 2)).level());
    assertEquals(2, new Draft(weighted, fewer).outcome(PastReview.ofHistory(3)).level());
  }

  @Test
  void weightsAreReplayedWhereACriterionThatHasOneStandsForOneThatWasRated() {
    Set<String> rated = Set.of("delivery", "together");
    Mapping onlyDelivery =
        new Mapping(List.of(new Mapping.Criteria("delivery", "delivery")), Drafts.SAME.levels());
    Mapping nothing = new Mapping(List.of(), Drafts.SAME.levels());

    assertEquals(true, Drafts.weighing(0, 100).weighs(rated));
    assertEquals(false, Drafts.weighing(0, 100).weighs(Set.of("delivery")));
    assertEquals(false, new Draft(Drafts.weighing(0, 100).rules(), onlyDelivery).weighs(rated));
    assertEquals(false, new Draft(Drafts.weighing(60, 40).rules(), nothing).weighs(rated));
  }

  @Test
  void aSubmissionIsRefusedThatLacksTheEvidenceOfTheDraftOffTheMiddleOfItsScale() {
    Draft three = new Draft(Drafts.rules(60, 40, OverallRule.WEIGHTED, 3), Drafts.SAME);

    assertEquals(true, three.outcome(Drafts.review(4, 3)).refused());
    assertEquals(false, three.outcome(Drafts.review(4, 3, 3)).refused());
    assertEquals(false, three.outcome(Drafts.review(3, 3)).refused());
  }

  @Test
  void somebodyLeavesOrEntersByTheRuleOfTheDraftAlone() {
    Eligibility longer = new Eligibility(List.of("EMPLOYEE"), 500);
    Eligibility contractors = new Eligibility(List.of("EMPLOYEE", "CONTRACTOR"), 90);
    Eligibility past = new Eligibility(List.of("EMPLOYEE"), 90);

    assertEquals(true, by(longer).outcome(Drafts.review(3, 3)).leaving());
    assertEquals(false, by(contractors).outcome(Drafts.review(3, 3)).leaving());
    assertEquals("in", by(contractors).outcome(new Stay("CONTRACTOR", 90, past)));
    assertEquals("out", by(contractors).outcome(new Stay("CONTRACTOR", 89, past)));
    // Who would have been eligible already, and has no review, doesn't enter.
    assertEquals("out", by(contractors).outcome(new Stay("EMPLOYEE", 90, past)));
  }

  private static Draft by(Eligibility eligibility) {
    DraftRules rules = Drafts.rules(60, 40, OverallRule.WEIGHTED, 2);
    return new Draft(
        new DraftRules(5, 4, rules.criteria(), rules.overall(), new EvidenceRule(2), eligibility),
        Drafts.SAME);
  }
}
