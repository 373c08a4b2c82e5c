package org.evenhand.calibration.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.directory.People.Workplace;
import org.evenhand.calibration.duty.Standing.Checks;
import org.evenhand.calibration.session.Agreement;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionKind;
import org.evenhand.calibration.session.scoring.OwedByRater;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.junit.jupiter.api.Test;

class DutiesOfSessionTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-12-11");
  private static final UUID HR = new UUID(0, 1);
  private static final UUID CO = new UUID(0, 2);
  private static final UUID ANN = new UUID(0, 3);
  private static final UUID BEN = new UUID(0, 4);
  private static final UUID OTHER = new UUID(0, 5);

  private final Session session =
      Session.plan(
          new UUID(0, 9),
          new Session.Plan(
              SessionKind.CALIBRATION,
              new UUID(0, 8),
              "Spring",
              HR,
              CO,
              List.of(ANN, BEN),
              List.of(new UUID(1, 1), new UUID(1, 2)),
              2),
          NOW);

  private List<Owed> owed(Checks checks, OwedByRater... raters) {
    Map<UUID, Workplace> members =
        Map.of(CO, new Workplace(CO, "Leeds"), ANN, new Workplace(ANN, null));
    return new DutiesOfSession(new Standing(session, DAY, members, checks, List.of(raters)))
        .owed()
        .toList();
  }

  /** What is open, and what is met. */
  private static List<String> words(List<Owed> owed) {
    return owed.stream().map(each -> each.kind() + (each.met() ? " met" : "")).sorted().toList();
  }

  private List<String> waits(Checks checks, OwedByRater... raters) {
    return words(owed(checks, raters).stream().filter(each -> !each.met()).toList());
  }

  private void sampled() {
    session.agreeToFacilitate(NOW);
    session.takeSamples(session.reviewIds(), NOW);
  }

  @Test
  void before_it_is_agreed_to_nothing_else_waits() {
    assertEquals(List.of("CO_FACILITATION"), words(owed(Checks.NONE)));

    session.agreeToFacilitate(NOW);
    assertEquals(List.of("CO_FACILITATION met", "SAMPLING"), words(owed(Checks.NONE)));
  }

  @Test
  void samples_wait_for_their_check_or_for_the_facilitator_and_the_scoring_for_both() {
    sampled();

    assertEquals(List.of("SAMPLE_CHECK"), waits(new Checks(1, 0)));
    assertEquals(List.of("SAMPLE_REDACTION"), waits(new Checks(0, 1)));
    assertEquals(List.of("SAMPLE_CHECK", "SAMPLE_REDACTION"), waits(new Checks(1, 1)));
    assertEquals(List.of("SCORING_OPENING"), waits(Checks.NONE));
  }

  @Test
  void a_new_co_facilitator_agrees_before_they_check() {
    sampled();
    session.replace(CO, OTHER, NOW);

    assertEquals(List.of("CO_FACILITATION"), waits(new Checks(1, 0)));
    assertEquals(
        OTHER.toString(),
        owed(Checks.NONE).stream()
            .filter(each -> each.kind() == SessionDuty.CO_FACILITATION)
            .findFirst()
            .orElseThrow()
            .part());
  }

  @Test
  void whoever_may_score_nothing_owes_nothing_and_the_reveal_waits_for_all_others() {
    sampled();
    session.openBlindScoring(NOW);

    assertEquals(
        List.of("SCORE"),
        waits(Checks.NONE, new OwedByRater(ANN, 1, 1), new OwedByRater(BEN, 0, 0)));
    List<Owed> scored = owed(Checks.NONE, new OwedByRater(ANN, 0, 2), new OwedByRater(BEN, 0, 0));
    assertEquals(
        List.of(ANN.toString()),
        scored.stream().filter(each -> each.kind() == SessionDuty.SCORE).map(Owed::part).toList());
    assertEquals(
        List.of("REVEAL"),
        waits(Checks.NONE, new OwedByRater(ANN, 0, 2), new OwedByRater(BEN, 0, 0)));
  }

  @Test
  void what_is_decided_waits_for_the_countersignature_and_again_when_it_is_refused() {
    sampled();
    session.openBlindScoring(NOW);
    session.reveal(new Agreement(2, 2, true, null, null, null, null), NOW);
    assertEquals(List.of("DELIBERATION"), waits(Checks.NONE));
    session.openDiscussion(NOW);
    assertEquals(List.of("DELIBERATION"), waits(Checks.NONE));
    session.declareReady(NOW);
    assertEquals(List.of("SESSION_COUNTERSIGNATURE"), waits(Checks.NONE));
    session.lock(NOW);
    assertEquals(List.of(), waits(Checks.NONE));
    session.reopen("A review was reopened.", NOW);
    assertEquals(List.of("SESSION_COUNTERSIGNATURE"), waits(Checks.NONE));
  }

  @Test
  void a_duty_is_of_its_seat_at_its_place_until_the_last_day_and_about_nobody() {
    Owed agreement = owed(Checks.NONE).get(0);
    assertEquals(Holder.of(CO), agreement.holder());
    assertEquals("Leeds", agreement.place());
    assertEquals(DAY, agreement.dueOn());

    session.agreeToFacilitate(NOW);
    Stream<Owed> all = owed(Checks.NONE).stream();
    all.forEach(each -> assertNull(each.about()));
    assertEquals(
        Holder.VACANT, owed(Checks.NONE).get(1).holder(), "the facilitator is none of those here");
  }
}
