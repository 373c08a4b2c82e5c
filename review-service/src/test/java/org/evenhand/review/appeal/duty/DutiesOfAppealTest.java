package org.evenhand.review.appeal.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealPhase;
import org.evenhand.review.appeal.BlindEvidence;
import org.evenhand.review.appeal.Filing;
import org.evenhand.review.appeal.Ground;
import org.evenhand.review.appeal.Panel.Hearing;
import org.evenhand.review.appeal.Response;
import org.evenhand.review.appeal.Screenings.Referral;
import org.evenhand.review.appeal.Screenings.Screening;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.StepDue;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.Vote.Choice;
import org.evenhand.review.appeal.Withdrawal;
import org.evenhand.review.review.DueDates;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.RatedPeriod;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewSeed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who owes what at each step of an appeal, and what is late. */
class DutiesOfAppealTest {

  private static final UUID APPELLANT = new UUID(0, 1);
  private static final UUID REVIEWER = new UUID(0, 2);
  private static final UUID HR = new UUID(0, 3);
  private static final List<UUID> MEMBERS =
      List.of(new UUID(0, 11), new UUID(0, 12), new UUID(0, 13));
  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-12-08");

  private final Appeal appeal =
      new Appeal(
          UUID.randomUUID(),
          review(),
          new Filing(List.of(Ground.EVIDENCE), "two are missing", null, null, null, APPELLANT, AT),
          due());

  @Test
  void hrOfTheUnitScreensAndWhereNobodyOfItCouldTheDutyIsVacant() {
    assertEquals(List.of("APPEAL_SCREENING " + Holder.role("hr", "care")), open("care"));
    assertEquals(List.of("APPEAL_SCREENING " + Holder.VACANT), open(null));
    assertEquals(
        List.of(Side.HR), new DutiesOfAppeal(appeal, "care").owed().map(Owed::side).toList());
  }

  @Test
  void afterAReferralTheHrLeadScreens() {
    appeal.refuse(screening(false), due());
    assertEquals(List.of(), open("care"));

    appeal.refer(new Referral("not read", APPELLANT, AT), due());
    assertEquals(List.of("APPEAL_SCREENING " + Holder.role("hr-lead", null)), open("care"));
  }

  @Test
  void whatIsReferredAndNotScreenedIsAdmittedAndTheDutyLapses() {
    appeal.refuse(screening(false), due());
    appeal.refer(Referral.ofLeaver(AT), due());

    appeal.admit(Screening.silent(due().at()), REVIEWER, due());

    assertEquals(AppealPhase.SCREENED, appeal.phase());
    assertTrue(appeal.isLate());
    assertEquals(
        List.of(""),
        all().filter(owed -> owed.kind() == AppealDuty.APPEAL_SCREENING).map(Owed::part).toList());
  }

  @Test
  void whoeverTakesASeatHasThePanelsWholeTimeAndHearsBeforeAnybodyVotes() {
    convened();
    MEMBERS.forEach(one -> appeal.score(one, new Seat.Score(4, "by the anchors", AT)));
    appeal.hear(new Hearing(DAY, "both were heard", MEMBERS.get(0), AT, 1));
    vote(0, Choice.CHANGE, 4);
    StepDue anew = new StepDue(DAY.plusDays(28), AT.plus(Duration.ofDays(35)), "Utrecht");
    UUID joining = new UUID(0, 14);

    appeal.replace(MEMBERS.get(2), Seat.of(joining, "Utrecht"), anew, due().at());
    assertEquals(anew, appeal.due().orElseThrow());
    assertTrue(appeal.isLate());
    assertEquals(List.of("APPEAL_SCORE " + Holder.of(joining)), open("care"));

    appeal.score(joining, new Seat.Score(3, "by the anchors", AT));
    assertTrue(appeal.allowed().contains(AppealAction.HEARING));
    assertFalse(appeal.allowed().contains(AppealAction.VOTE));
  }

  @Test
  void theCompanionCanBeTakenAwayAfterTheEndTooAndIsRemembered() {
    UUID companion = new UUID(0, 31);
    assertFalse(appeal.allowed().contains(AppealAction.COMPANION_REMOVAL));
    appeal.accompany(companion);
    appeal.withdraw(new Withdrawal(null, APPELLANT, AT));
    assertEquals(EnumSet.of(AppealAction.COMPANION_REMOVAL), appeal.allowed());

    appeal.goAlone();
    assertEquals(Optional.empty(), appeal.companionId());
    assertEquals(Set.of(companion), appeal.formerParties().companions());
  }

  @Test
  void theReviewersSilenceLeavesTheirDutyOutAndAnAnswerMeetsIt() {
    appeal.admit(screening(true), REVIEWER, due());
    assertEquals(List.of("APPEAL_RESPONSE " + Holder.of(REVIEWER)), open("care"));

    appeal.respond(Response.silent(AT), due());
    assertEquals(List.of("APPEAL_PANEL " + Holder.role("hr", "care")), open("care"));
    assertFalse(all().anyMatch(owed -> owed.kind() == AppealDuty.APPEAL_RESPONSE));
  }

  @Test
  void whereNobodyCanAnswerThePanelComesAtOnce() {
    appeal.admit(screening(true), null, due());

    assertEquals(AppealPhase.MANAGER_RESPONSE, appeal.phase());
    assertEquals(List.of("APPEAL_PANEL " + Holder.role("hr", "care")), open("care"));
  }

  @Test
  void thePanelOwesScoresThenADecisionAndOwesItAnewWhereNoTwoAgree() {
    convened();
    assertEquals(
        MEMBERS.stream().map(one -> "APPEAL_SCORE " + Holder.of(one)).toList(), open("care"));

    MEMBERS.forEach(one -> appeal.score(one, new Seat.Score(4, "by the anchors", AT)));
    appeal.hear(new Hearing(DAY, "both were heard", MEMBERS.get(0), AT, 1));
    List<String> decisions =
        MEMBERS.stream().map(one -> "APPEAL_DECISION " + Holder.of(one)).toList();
    assertEquals(decisions, open("care"));

    vote(0, Choice.CHANGE, 4);
    vote(1, Choice.CHANGE, 5);
    assertEquals(decisions.subList(2, 3), open("care"));
    vote(2, Choice.CONFIRM, null);
    assertEquals(decisions, open("care"));

    vote(1, Choice.CHANGE, 4);
    assertEquals(AppealPhase.RATING_CHANGED, appeal.phase());
    assertEquals(List.of(), open("care"));
    assertEquals(3, all().filter(owed -> owed.kind() == AppealDuty.APPEAL_DECISION).count());
  }

  @Test
  void hrChecksTheEvidenceBeforeThePanelOwesAnythingAndItsLatenessIsItsOwn() {
    convenedUnchecked();
    assertEquals(List.of("APPEAL_EVIDENCE_CHECK " + Holder.role("hr", "care")), open("care"));
    assertFalse(appeal.allowed().contains(AppealAction.SCORE));

    Instant dayAfter = due().at();
    StepDue anew = new StepDue(DAY.plusDays(28), AT.plus(Duration.ofDays(35)), "Utrecht");
    appeal.checkEvidence(List.of(), new BlindEvidence.Check(HR, dayAfter), anew);
    assertTrue(appeal.isLate());
    assertEquals(anew, appeal.due().orElseThrow(), "the panel has its whole time");
    assertTrue(appeal.allowed().contains(AppealAction.EVIDENCE_CHECK));

    appeal.checkEvidence(List.of(), new BlindEvidence.Check(HR, dayAfter), due());
    assertEquals(anew, appeal.due().orElseThrow(), "a second look takes none of it");
    appeal.score(MEMBERS.get(0), new Seat.Score(4, "by the anchors", AT));
    assertFalse(appeal.allowed().contains(AppealAction.EVIDENCE_CHECK), "all score the same");
  }

  @Test
  void anotherReviewerOwesTheirViewAndThenThePanelAnew() {
    convened();
    MEMBERS.forEach(one -> appeal.score(one, new Seat.Score(4, "by the anchors", AT)));
    appeal.hear(new Hearing(DAY, "both were heard", MEMBERS.get(0), AT, 1));
    for (int i = 0; i < 3; i++) {
      vote(i, Choice.REMAND, null);
    }
    assertEquals(List.of("APPEAL_REASSESSOR " + Holder.role("hr", "care")), open("care"));
    assertFalse(appeal.canBeRemanded());
    assertEquals(
        EnumSet.of(
            AppealAction.COMPANION,
            AppealAction.WITHDRAWAL,
            AppealAction.SEAT,
            AppealAction.REASSESSOR),
        appeal.allowed());

    UUID other = new UUID(0, 21);
    appeal.giveTo(other, HR, due(), AT);
    assertEquals(List.of("APPEAL_REASSESSMENT " + Holder.of(other)), open("care"));
    assertTrue(appeal.allowed().contains(AppealAction.REASSESSMENT));
  }

  @Test
  void whoeverIsLateMakesItLateForGoodAndWithdrawingIsNeverLate() {
    appeal.withdraw(new Withdrawal(null, APPELLANT, AT.plus(Duration.ofDays(30))));
    assertFalse(appeal.isLate());
    assertEquals(List.of(), all().toList());

    Appeal other =
        new Appeal(
            UUID.randomUUID(),
            review(),
            new Filing(
                List.of(Ground.EVIDENCE), "two are missing", null, null, null, APPELLANT, AT),
            due());
    other.admit(
        new Screening(true, "it names them", HR, AT.plus(Duration.ofDays(30))), REVIEWER, due());
    assertTrue(other.isLate());
  }

  @Test
  void whatTheStateDoesNotAllowIsRefusedWithWhatItDoes() {
    Problem refused = assertThrows(Problem.class, () -> appeal.require(AppealAction.VOTE));

    assertEquals(409, refused.status());
    assertEquals(List.of("nameCompanion", "withdrawAppeal", "screenAppeal"), refused.allowed());
  }

  private void convened() {
    convenedUnchecked();
    appeal.checkEvidence(List.of(), new BlindEvidence.Check(HR, AT), due());
  }

  private void convenedUnchecked() {
    appeal.admit(screening(true), REVIEWER, due());
    appeal.respond(new Response("see the dates", REVIEWER, AT), due());
    appeal.convene(
        MEMBERS.stream().map(one -> Seat.of(one, "Utrecht")).toList(),
        BlindEvidence.redacted(List.of()),
        due(),
        AT);
  }

  private void vote(int member, Choice choice, @Nullable Integer ordinal) {
    var unused =
        appeal.vote(
            new Vote(
                MEMBERS.get(member),
                appeal.panel().orElseThrow().round(),
                choice,
                ordinal,
                null,
                null,
                "as it was seen",
                AT),
            due());
  }

  private Stream<Owed> all() {
    return new DutiesOfAppeal(appeal, "care").owed();
  }

  private List<String> open(@Nullable String unit) {
    return new DutiesOfAppeal(appeal, unit)
        .owed()
        .filter(owed -> !owed.met())
        .map(owed -> owed.kind().name() + " " + owed.holder())
        .toList();
  }

  private static Screening screening(boolean admitted) {
    return new Screening(admitted, "it was looked at", HR, AT);
  }

  private static StepDue due() {
    return new StepDue(DAY, AT.plus(Duration.ofDays(7)), "Utrecht");
  }

  private static Review review() {
    return new Review(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new ReviewSeed(
            APPELLANT,
            UUID.randomUUID(),
            REVIEWER,
            REVIEWER,
            List.of(REVIEWER),
            new Placement("care", "L4", "engineering", "Utrecht", "NL"),
            new RatedPeriod(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-10-31")),
            new DueDates(DAY, DAY, DAY, DAY, DAY)));
  }
}
