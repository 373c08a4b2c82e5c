package org.evenhand.review.growth.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.terms.GoalVisibility;
import org.evenhand.review.growth.goal.terms.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a goal keeps as two people come to terms, without anything around it. */
class GoalTest {

  private static final UUID PERSON = new UUID(0, 1);
  private static final UUID MANAGER = new UUID(0, 2);
  private static final UUID NEXT = new UUID(0, 3);
  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant BACK = AT.plus(Duration.ofDays(40));
  private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
  private static final LocalDate REVISIT = LocalDate.parse("2027-03-01");

  @Test
  void itIsAgreedOnceBothSidesHaveSigned() {
    Goal goal = proposed(AgreementSide.MANAGER, null);
    assertEquals(GoalState.PROPOSED, goal.state());

    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertEquals(GoalState.AGREED, goal.state());
    assertEquals(MANAGER, goal.agreed().orElseThrow().signatures().manager().by());
    assertEquals(Optional.of(REVISIT), goal.revisitOn());
    assertFalse(goal.managerChanged());
  }

  @Test
  void whatHrProposesBothSidesHaveToSign() {
    Goal goal = proposed(null, null);

    assertFalse(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertEquals(GoalState.PROPOSED, goal.state());
    assertTrue(goal.agree(AgreementSide.MANAGER, by(MANAGER), false, REVISIT));
  }

  @Test
  void aCounterProposalTakesTheOtherSignatureAway() {
    Goal goal = proposed(AgreementSide.MANAGER, null);
    goal.change(terms(40), AgreementSide.EMPLOYEE, null, by(PERSON));

    Signatures signed = goal.proposal().orElseThrow().signatures();
    assertTrue(signed.has(AgreementSide.EMPLOYEE));
    assertFalse(signed.has(AgreementSide.MANAGER));
  }

  @Test
  void aChangeLeavesWhatWasAgreedInForceUntilBothHaveSigned() {
    Goal goal = agreed();
    goal.change(terms(40), AgreementSide.MANAGER, "a new line", by(MANAGER));
    assertEquals(null, goal.terms().weight());
    assertEquals(List.of("weight"), goal.termsToCome().differingFrom(goal.terms()));

    goal.refuseChange();
    assertEquals(1, goal.versions().size());
    goal.change(terms(40), AgreementSide.MANAGER, "a new line", by(MANAGER));
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), true, REVISIT));
    assertEquals(40, goal.terms().weight());
    assertEquals(List.of(false, true), goal.versions().stream().map(AgreedVersion::late).toList());
  }

  @Test
  void theSignatureStaysThatOfWhoeverGaveIt() {
    Goal goal = agreed();
    goal.reportTo(NEXT);
    assertTrue(goal.managerChanged());
    assertTrue(goal.allowed().contains(GoalAction.CONFIRMATION));

    goal.confirm();
    assertFalse(goal.allowed().contains(GoalAction.CONFIRMATION));
    assertEquals(MANAGER, goal.agreed().orElseThrow().signatures().manager().by());
  }

  @Test
  void aManagerWhoCameBeforeItWasAgreedHasStoodByNothing() {
    Goal goal = proposed(AgreementSide.MANAGER, null);
    goal.reportTo(NEXT);
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertTrue(goal.managerChanged());
    assertTrue(goal.allowed().contains(GoalAction.CONFIRMATION));

    Goal changing = agreed();
    changing.change(terms(40), AgreementSide.MANAGER, "a new line", by(MANAGER));
    changing.reportTo(NEXT);
    assertFalse(changing.managerProposes());
    assertTrue(changing.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertTrue(changing.managerChanged());
  }

  @Test
  void onlyATargetThatIsPutAfterTheReturnIsForTheTimeAtWork() {
    Goal goal = agreed();
    goal.change(terms(null), AgreementSide.MANAGER, "before the leave", by(MANAGER));
    goal.leaveBegan(TODAY);
    goal.leaveEnded(TODAY.plusDays(40), BACK);
    assertFalse(goal.managerRenews());
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON, BACK), false, REVISIT));
    assertTrue(goal.isOfAbsence());

    goal.change(terms(null), AgreementSide.MANAGER, "for the time at work", by(MANAGER, BACK));
    assertTrue(goal.managerRenews());
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON, BACK), false, REVISIT));
    assertFalse(goal.isOfAbsence());
  }

  @Test
  void aTargetFromBeforeAnAbsenceIsOfAbsenceUntilItIsAgreedAnew() {
    Goal goal = agreed();
    goal.leaveBegan(TODAY);
    assertTrue(goal.isOfAbsence());
    goal.change(terms(null), AgreementSide.MANAGER, "while away", by(MANAGER));
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertTrue(goal.isOfAbsence(), "nobody can say yet how long it lasts");

    goal.leaveEnded(TODAY.plusDays(40), BACK);
    assertTrue(goal.isOfAbsence());
    goal.change(terms(null), AgreementSide.MANAGER, "for the time at work", by(MANAGER, BACK));
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON, BACK), false, REVISIT));
    assertFalse(goal.isOfAbsence());
  }

  @Test
  void weightsAreAllThereAndAWholeOrNotThereAtAll() {
    new GoalSet(List.of(proposed(AgreementSide.MANAGER, null), agreed())).requireWeights();
    new GoalSet(List.of(proposed(AgreementSide.MANAGER, 60), proposed(AgreementSide.MANAGER, 40)))
        .requireWeights();
    refused("sum to 90", proposed(AgreementSide.MANAGER, 60), proposed(AgreementSide.MANAGER, 30));
    refused("1 of the 2", proposed(AgreementSide.MANAGER, 100), agreed());
  }

  @Test
  void aPendingChangeWeighsWhatItWouldAndWhatHasEndedNothing() {
    Goal changing = agreed();
    changing.change(terms(70), AgreementSide.MANAGER, "more of it", by(MANAGER));
    Goal ended = proposed(AgreementSide.MANAGER, 50);
    ended.close(
        new Closing(Outcome.DROPPED, "no more", MANAGER, AgreementSide.MANAGER, AT, null), TODAY);

    new GoalSet(List.of(changing, ended, proposed(AgreementSide.MANAGER, 30))).requireWeights();
  }

  @Test
  void whatOthersWereWeighedWithDoesNotJustGo() {
    Goal one = agreedWeighing(60);
    Goal other = agreedWeighing(40);
    one.change(terms(70), AgreementSide.MANAGER, "more of it", by(MANAGER));
    other.change(terms(30), AgreementSide.MANAGER, "less of it", by(MANAGER));
    GoalSet set = new GoalSet(List.of(one, other));
    set.requireWeights();
    assertFalse(other.isCountedOn());
    assertTrue(one.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    set.countOnWhatWaits();
    assertTrue(other.isCountedOn());
    assertFalse(one.isCountedOn());

    other.change(terms(35), AgreementSide.EMPLOYEE, "not so little", by(PERSON));
    assertTrue(other.isCountedOn(), "another number doesn't make it whole");
    other.refuseChange();
    assertEquals(ReviewProblem.GOAL_WEIGHTS, assertThrows(Problem.class, set::settle).type());
    one.change(terms(60), AgreementSide.EMPLOYEE, "as it was", by(PERSON));
    set.settle();
    assertTrue(one.isCountedOn());
  }

  @Test
  void aFullGoalIsStillLookedAtAgain() {
    Goal goal = agreed();
    Progress look = new Progress(null, "a word", PERSON, AT);
    for (int i = 0; i < 200; i++) {
      goal.revisit(REVISIT, look);
    }
    assertThrows(Problem.class, () -> goal.revisit(REVISIT, look));
    goal.revisit(REVISIT, new Progress(null, null, PERSON, AT));
    assertEquals(201, goal.revisits());

    Progress progress = new Progress(Health.ON_TRACK, null, PERSON, AT);
    for (int i = 0; i < 200; i++) {
      goal.note(progress);
    }
    assertThrows(Problem.class, () -> goal.note(progress));
  }

  @Test
  void whatTheStateDoesNotAllowIsRefusedWithWhatItDoes() {
    Problem refused =
        assertThrows(
            Problem.class, () -> proposed(AgreementSide.MANAGER, null).require(GoalAction.REVISIT));

    assertEquals(409, refused.status());
    assertEquals(List.of("changeGoal", "linkGoal", "agreeGoal", "closeGoal"), refused.allowed());
  }

  @Test
  void whatNeverWasAgreedStillSaysWhatItWasAbout() {
    Goal goal = proposed(AgreementSide.EMPLOYEE, 20);
    goal.close(
        new Closing(Outcome.DROPPED, "no more", PERSON, AgreementSide.EMPLOYEE, AT, null), TODAY);

    assertEquals(20, goal.terms().weight());
    assertTrue(goal.allowed().contains(GoalAction.REMARK));
  }

  private static void refused(String why, Goal... goals) {
    Problem refused =
        assertThrows(Problem.class, () -> new GoalSet(List.of(goals)).requireWeights());
    assertEquals(ReviewProblem.GOAL_WEIGHTS, refused.type());
    assertTrue(refused.detail().contains(why), refused.detail());
  }

  private static Goal agreed() {
    Goal goal = proposed(AgreementSide.MANAGER, null);
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    return goal;
  }

  private static Goal agreedWeighing(int weight) {
    Goal goal = proposed(AgreementSide.MANAGER, weight);
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    return goal;
  }

  private static Goal proposed(@Nullable AgreementSide side, @Nullable Integer weight) {
    Goal goal =
        new Goal(UUID.randomUUID(), post(), MANAGER, Goal.Source.OWN, terms(weight), TODAY, AT);
    goal.propose(side, by(side == AgreementSide.EMPLOYEE ? PERSON : MANAGER));
    return goal;
  }

  private static Signature by(UUID person) {
    return by(person, AT);
  }

  private static Signature by(UUID person, Instant at) {
    return new Signature(person, at, MANAGER);
  }

  private static GoalTerms terms(@Nullable Integer weight) {
    return new GoalTerms(
        "Answers in two days",
        null,
        null,
        new Measure.YesNo(),
        weight,
        GoalVisibility.SELF_AND_LINE,
        LocalDate.parse("2027-06-30"),
        null);
  }

  private static Post post() {
    return new Post(
        PERSON,
        new UUID(0, 9),
        "A-1",
        "care",
        "Utrecht",
        "NL",
        "Linden",
        "EMPLOYEE",
        MANAGER,
        TODAY.minusYears(1),
        0,
        true);
  }
}
