package org.evenhand.review.growth.goal.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.Outcome;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Progress;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.terms.GoalVisibility;
import org.evenhand.review.growth.goal.terms.Measure;
import org.junit.jupiter.api.Test;

/** Who owes what at each step of a goal. */
class DutiesOfGoalTest {

  private static final UUID PERSON = new UUID(0, 1);
  private static final UUID MANAGER = new UUID(0, 2);
  private static final UUID NEXT = new UUID(0, 3);
  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
  private static final LocalDate REVISIT = LocalDate.parse("2027-03-01");

  private final Goal goal =
      new Goal(UUID.randomUUID(), post(MANAGER), MANAGER, Goal.Source.OWN, terms(), TODAY, AT);

  @Test
  void nobodyOwesAnythingForADraft() {
    assertEquals(List.of(), open());
  }

  @Test
  void whoeverHasNotSignedOwesAnAnswerAndACounterProposalTurnsItRound() {
    goal.propose(AgreementSide.MANAGER, by(MANAGER));
    assertEquals(List.of("GOAL_AGREEMENT " + PERSON), open());

    goal.change(terms(), AgreementSide.EMPLOYEE, null, by(PERSON));
    assertEquals(List.of("GOAL_AGREEMENT " + MANAGER), open());
  }

  @Test
  void bothOweTheRevisitUntilItIsRecordedAndThenTheNext() {
    agreed();
    assertEquals(List.of("GOAL_REVISIT " + PERSON, "GOAL_REVISIT " + MANAGER), open());
    assertTrue(all().filter(owed -> !owed.met()).allMatch(owed -> REVISIT.equals(owed.dueOn())));

    goal.revisit(REVISIT.plusMonths(2), new Progress(null, null, PERSON, AT));
    assertEquals(List.of("GOAL_REVISIT " + PERSON, "GOAL_REVISIT " + MANAGER), open());
    assertEquals(
        List.of("0/EMPLOYEE", "0/MANAGER"),
        all()
            .filter(owed -> owed.met() && owed.kind() == GoalDuty.GOAL_REVISIT)
            .map(Owed::part)
            .toList());
  }

  @Test
  void whoeverIsNewConfirmsOrPutsItOtherwise() {
    agreed();
    goal.reportTo(NEXT);
    assertTrue(open().contains("GOAL_CONFIRMATION " + NEXT));

    goal.change(terms(), AgreementSide.MANAGER, "another way", by(NEXT));
    assertTrue(open().stream().noneMatch(owed -> owed.startsWith("GOAL_CONFIRMATION")));
    goal.refuseChange();
    assertTrue(open().contains("GOAL_CONFIRMATION " + NEXT), "it is asked for again");
    goal.confirm();
    assertTrue(open().stream().noneMatch(owed -> owed.startsWith("GOAL_CONFIRMATION")));
  }

  @Test
  void whatThePredecessorHasProposedBindsNobodyWhoIsNew() {
    agreed();
    goal.change(terms(), AgreementSide.MANAGER, "another way", by(MANAGER));
    goal.reportTo(NEXT);
    assertTrue(open().contains("GOAL_CONFIRMATION " + NEXT));

    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertTrue(open().contains("GOAL_CONFIRMATION " + NEXT));
  }

  @Test
  void whatWasProposedBeforeALeaveIsNoTargetForTheTimeAfterIt() {
    agreed();
    goal.change(terms(), AgreementSide.MANAGER, "before the leave", by(MANAGER));
    goal.leaveBegan(TODAY);
    goal.leaveEnded(TODAY.plusDays(60), AT.plusSeconds(1));
    assertTrue(open().contains("GOAL_RENEWAL " + MANAGER));

    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
    assertTrue(open().contains("GOAL_RENEWAL " + MANAGER));
  }

  @Test
  void duringAnAbsenceNobodyLooksBackAndAfterItATargetIsOwedAnew() {
    agreed();
    goal.leaveBegan(TODAY);
    assertEquals(List.of(), open());

    goal.leaveEnded(TODAY.plusDays(60), AT);
    assertEquals(
        List.of("GOAL_REVISIT " + PERSON, "GOAL_REVISIT " + MANAGER, "GOAL_RENEWAL " + MANAGER),
        open());
    goal.change(terms(), AgreementSide.MANAGER, "for the time at work", by(MANAGER));
    assertTrue(open().stream().noneMatch(owed -> owed.startsWith("GOAL_RENEWAL")));
  }

  @Test
  void whereNobodyIsAboveThePersonTheHrLeadAnswers() {
    goal.reportTo(null);
    goal.propose(AgreementSide.EMPLOYEE, by(PERSON));

    assertEquals(
        List.of(Holder.role("hr-lead", null)),
        all().filter(owed -> !owed.met()).map(Owed::holder).toList());
  }

  @Test
  void whatHasEndedAsksNothing() {
    agreed();
    goal.close(
        new Closing(Outcome.ACHIEVED, null, PERSON, AgreementSide.EMPLOYEE, AT, null), TODAY);
    assertEquals(List.of(), open());
  }

  private void agreed() {
    goal.propose(AgreementSide.MANAGER, by(MANAGER));
    assertTrue(goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, REVISIT));
  }

  private Stream<Owed> all() {
    return new DutiesOfGoal(goal, Map.of(PERSON, "Utrecht")).owed();
  }

  private List<String> open() {
    return all()
        .filter(owed -> !owed.met())
        .map(owed -> owed.kind().name() + " " + owed.holder().person())
        .toList();
  }

  private static Signature by(UUID person) {
    return new Signature(person, AT, person.equals(NEXT) ? NEXT : MANAGER);
  }

  private static GoalTerms terms() {
    return new GoalTerms(
        "Answers in two days",
        null,
        null,
        new Measure.YesNo(),
        null,
        GoalVisibility.SELF_AND_LINE,
        LocalDate.parse("2027-06-30"),
        null);
  }

  private static Post post(UUID manager) {
    return new Post(
        PERSON,
        new UUID(0, 9),
        "A-1",
        "care",
        "Utrecht",
        "NL",
        "Linden",
        "EMPLOYEE",
        manager,
        TODAY.minusYears(1),
        0,
        true);
  }
}
