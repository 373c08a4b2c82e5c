package org.evenhand.review.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

/** Whatever takes two sides to bring about takes two sides to undo. */
class TwoSidesTest {

  /**
   * What each step is: BOTH sides take it, or ONE does; a PROPOSAL and taking it back move nothing.
   */
  private static final String TABLE =
      """
      SCHEDULE                      ONE
      OPENING                       PROPOSAL
      OPENING_COUNTERSIGNATURE      BOTH
      JOINERS                       ONE
      CALIBRATION                   ONE
      SHARING                       PROPOSAL
      SHARING_COUNTERSIGNATURE      BOTH
      SHARING_WITHDRAWAL            PROPOSAL
      APPEALS                       ONE
      CLOSURE                       ONE
      CANCELLATION                  PROPOSAL
      CANCELLATION_COUNTERSIGNATURE BOTH
      CANCELLATION_WITHDRAWAL       PROPOSAL
      """;

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final Signature HR = new Signature(new UUID(0, 8), Side.HR, AT);
  private static final Signature MANAGER = new Signature(new UUID(0, 9), Side.MANAGER, AT);
  private static final int LONGEST_ATTEMPT = 4;

  @Test
  void everyStepIsListedWithItsSides() {
    assertEquals(
        Stream.of(CycleAction.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(kinds().keySet()));
  }

  @Test
  void aStepOfBothSidesIsRefusedToOnePersonAndToOneSide() {
    Signature colleague = new Signature(new UUID(0, 2), Side.HR, AT);
    Cycle cycle = opened();
    assertEquals(java.util.Optional.empty(), cycle.cancel("merged", by(Side.HR)));
    refused(() -> cycle.countersignCancellation(by(Side.MANAGER)));
    refused(() -> cycle.countersignCancellation(colleague));
    assertEquals(CycleState.OPEN, cycle.state());
    assertEquals(CycleEventType.CANCELLED, cycle.countersignCancellation(MANAGER));
  }

  @Test
  void whatHrAlonePlannedHrAloneGivesUp() {
    Cycle cycle = new Cycle(UUID.randomUUID(), plan());
    cycle.schedule();
    assertEquals(
        java.util.Optional.of(CycleEventType.CANCELLED), cycle.cancel("merged", by(Side.HR)));
  }

  @Test
  void aProposalToGiveUpLapsesWhenResultsAreShared() {
    Cycle cycle = opened();
    cycle.startCalibration();
    cycle.cancel("merged", by(Side.HR));
    cycle.proposeSharing(HR, "all");
    cycle.countersignSharing(MANAGER, "all");
    assertEquals(java.util.Optional.empty(), cycle.cancellation());
  }

  /** Tries every row of steps with one pair of hands, signing for either side. */
  @Test
  void nobodyAloneUndoesWhatBothSidesOpenedOrSharesWhatBothHaveToShare() {
    attempt(List.of());
  }

  private static void attempt(List<CycleAction> steps) {
    Cycle cycle = opened();
    for (CycleAction step : steps) {
      take(cycle, step);
    }
    assertFalse(
        EnumSet.of(CycleState.CANCELLED, CycleState.SHARING).contains(cycle.state()),
        () -> "alone by " + steps);
    if (steps.size() < LONGEST_ATTEMPT) {
      for (CycleAction next : CycleAction.values()) {
        attempt(Stream.concat(steps.stream(), Stream.of(next)).toList());
      }
    }
  }

  private static void take(Cycle cycle, CycleAction step) {
    for (Side side : Side.values()) {
      try {
        switch (step) {
          case SCHEDULE -> cycle.schedule();
          case OPENING -> cycle.proposeOpening(by(side));
          case OPENING_COUNTERSIGNATURE -> cycle.countersignOpening(by(side));
          case JOINERS -> cycle.require(CycleAction.JOINERS);
          case CALIBRATION -> cycle.startCalibration();
          case SHARING -> cycle.proposeSharing(by(side), "all");
          case SHARING_COUNTERSIGNATURE -> cycle.countersignSharing(by(side), "all");
          case SHARING_WITHDRAWAL -> cycle.withdrawSharing();
          case APPEALS -> cycle.openAppeals();
          case CLOSURE -> cycle.close();
          case CANCELLATION -> cycle.cancel("alone", by(side));
          case CANCELLATION_COUNTERSIGNATURE -> cycle.countersignCancellation(by(side));
          case CANCELLATION_WITHDRAWAL -> cycle.withdrawCancellation();
        }
      } catch (Problem refused) {
        continue;
      }
      return;
    }
  }

  private static void refused(Runnable step) {
    org.junit.jupiter.api.Assertions.assertThrows(Problem.class, step::run);
  }

  private static Signature by(Side side) {
    return new Signature(ONE, side, AT);
  }

  private static Map<String, String> kinds() {
    Set<String> known = Set.of("ONE", "BOTH", "PROPOSAL");
    Map<String, String> kinds =
        TABLE
            .lines()
            .map(line -> line.split("\\s+"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    assertEquals(List.of(), kinds.values().stream().filter(kind -> !known.contains(kind)).toList());
    return kinds;
  }

  private static Cycle opened() {
    Cycle cycle = new Cycle(UUID.randomUUID(), plan());
    cycle.schedule();
    cycle.proposeOpening(HR);
    cycle.countersignOpening(MANAGER);
    cycle.openIfReady(true);
    return cycle;
  }

  private static CyclePlan plan() {
    LocalDate due = LocalDate.parse("2026-12-01");
    return new CyclePlan(
        "2026",
        "The year",
        UUID.randomUUID(),
        1,
        List.of("build"),
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-12-31"),
        LocalDate.parse("2026-12-01"),
        new Milestones(null, due, due, due, due, due, null, List.of()));
  }
}
