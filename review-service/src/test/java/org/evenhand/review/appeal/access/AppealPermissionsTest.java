package org.evenhand.review.appeal.access;

import static org.evenhand.review.appeal.access.TrailDoor.Opening.AS_REVIEWEE;
import static org.evenhand.review.appeal.access.TrailDoor.Opening.CLOSED;
import static org.evenhand.review.appeal.access.TrailDoor.Opening.WHOLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.BlindEvidence;
import org.evenhand.review.appeal.Filing;
import org.evenhand.review.appeal.Ground;
import org.evenhand.review.appeal.Response;
import org.evenhand.review.appeal.Screenings.Screening;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.StepDue;
import org.evenhand.review.appeal.Withdrawal;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.review.DueDates;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.RatedPeriod;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewSeed;
import org.junit.jupiter.api.Test;

/** What HR may do for a leaver, and how long an appeal opens the trail. */
class AppealPermissionsTest {

  private static final UUID APPELLANT = new UUID(0, 1);
  private static final UUID REVIEWER = new UUID(0, 2);
  private static final UUID HR = new UUID(0, 3);
  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-12-08");
  private static final StepDue DUE = new StepDue(DAY, AT.plusSeconds(600_000), "Utrecht");

  @Test
  void hrWithdrawsWhatItHasFiledAndNothingElse() {
    Set<AppealRelation> hr = Set.of(AppealRelation.HR, AppealRelation.ON_BEHALF);

    assertTrue(permits(filedBy(HR), hr));
    assertFalse(permits(filedBy(APPELLANT), hr));
    assertTrue(permits(filedBy(APPELLANT), Set.of(AppealRelation.APPELLANT)));
  }

  @Test
  void theTrailClosesToThePanelAndTheCompanionWithTheAppeal() {
    Appeal appeal = revealed();
    Set<AppealRelation> panel = Set.of(AppealRelation.PANEL);
    Set<AppealRelation> companion = Set.of(AppealRelation.COMPANION);
    assertEquals(WHOLE, TrailDoor.opening(appeal, panel));
    assertEquals(AS_REVIEWEE, TrailDoor.opening(appeal, companion));

    appeal.withdraw(new Withdrawal(null, APPELLANT, AT));
    assertEquals(CLOSED, TrailDoor.opening(appeal, panel));
    assertEquals(CLOSED, TrailDoor.opening(appeal, companion));
  }

  private static boolean permits(Appeal appeal, Set<AppealRelation> relations) {
    Viewer viewer = new Viewer(HR, "HR", Set.of("hr"), Set.of("care"), DAY);
    return AppealPermissions.permits(AppealAction.WITHDRAWAL, appeal, relations, viewer);
  }

  private static Appeal revealed() {
    List<UUID> members = Stream.of(11, 12, 13).map(id -> new UUID(0, id)).toList();
    Appeal appeal = filedBy(APPELLANT);
    appeal.admit(new Screening(true, "it was looked at", HR, AT), REVIEWER, DUE);
    appeal.respond(Response.silent(AT), DUE);
    appeal.convene(
        members.stream().map(member -> Seat.of(member, "Utrecht")).toList(),
        BlindEvidence.redacted(List.of()),
        DUE,
        AT);
    members.forEach(member -> appeal.score(member, new Seat.Score(4, "by the anchors", AT)));
    return appeal;
  }

  private static Appeal filedBy(UUID person) {
    return new Appeal(
        UUID.randomUUID(),
        review(),
        new Filing(List.of(Ground.EVIDENCE), "two are missing", null, null, null, person, AT),
        DUE);
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
