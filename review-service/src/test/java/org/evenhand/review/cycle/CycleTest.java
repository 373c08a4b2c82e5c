package org.evenhand.review.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CycleTest {

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
  private static final Signature HR = new Signature(new UUID(0, 1), Side.HR, AT);
  private static final Signature OTHER_HR = new Signature(new UUID(0, 2), Side.HR, AT);
  private static final Signature MANAGER = new Signature(new UUID(0, 3), Side.MANAGER, AT);
  private static final Signature SAME_AS_MANAGER = new Signature(new UUID(0, 1), Side.MANAGER, AT);

  private final Cycle cycle = new Cycle(UUID.randomUUID(), plan("2026-01-01", "2026-12-31"));

  private static CyclePlan plan(String from, String to) {
    return new CyclePlan(
        "2026",
        "The year",
        UUID.randomUUID(),
        1,
        List.of("build"),
        LocalDate.parse(from),
        LocalDate.parse(to),
        LocalDate.parse("2026-12-01"),
        milestones());
  }

  private static Milestones milestones(MilestoneOverride... overrides) {
    return new Milestones(
        null,
        LocalDate.parse("2026-12-10"),
        LocalDate.parse("2026-12-20"),
        LocalDate.parse("2027-01-10"),
        LocalDate.parse("2027-01-20"),
        LocalDate.parse("2027-02-20"),
        null,
        List.of(overrides));
  }

  private static MilestoneOverride selfReview(String unit, String country, String date) {
    return new MilestoneOverride(
        unit, country, null, LocalDate.parse(date), null, null, null, null, null);
  }

  private Cycle open() {
    cycle.schedule();
    cycle.proposeOpening(HR);
    cycle.countersignOpening(MANAGER);
    cycle.openIfReady(true);
    return cycle;
  }

  private static List<String> allowedAfter(Problem refused) {
    assertEquals(409, refused.status());
    return refused.allowed();
  }

  @Test
  void opens_when_both_sides_agreed_and_the_policy_is_in_effect() {
    cycle.schedule();
    cycle.proposeOpening(HR);
    assertEquals(Optional.empty(), cycle.openIfReady(true));
    cycle.countersignOpening(MANAGER);
    assertEquals(Optional.empty(), cycle.openIfReady(false));
    assertEquals(CycleState.SCHEDULED, cycle.state());
    assertEquals(Optional.of(CycleEventType.OPENED), cycle.openIfReady(true));
    assertEquals(Optional.empty(), cycle.openIfReady(true), "once only");
  }

  @Test
  void is_never_countersigned_by_the_same_side_or_person() {
    cycle.schedule();
    cycle.proposeOpening(HR);
    assertThrows(Problem.class, () -> cycle.countersignOpening(OTHER_HR));
    assertThrows(Problem.class, () -> cycle.countersignOpening(SAME_AS_MANAGER));
    assertEquals(CycleState.SCHEDULED, cycle.state());
  }

  @Test
  void names_what_is_allowed_when_a_step_is_not() {
    assertEquals(
        List.of("scheduleCycle", "cancelCycle"),
        allowedAfter(assertThrows(Problem.class, () -> cycle.startCalibration())));
    open();
    assertEquals(
        List.of("addJoiner", "startCalibration", "cancelCycle"),
        allowedAfter(assertThrows(Problem.class, () -> cycle.proposeSharing(HR, "all"))));
  }

  @Test
  void moves_on_by_the_first_round_of_sharing_alone() {
    open().startCalibration();
    cycle.proposeSharing(MANAGER, "all");
    assertEquals(Optional.of(CycleEventType.SHARING_STARTED), cycle.countersignSharing(HR, "all"));
    cycle.openAppeals();
    cycle.proposeSharing(HR, "all");
    assertEquals(Optional.empty(), cycle.countersignSharing(MANAGER, "all"));
    assertEquals(CycleState.APPEALS, cycle.state());
    assertEquals(2, cycle.sharing().rounds().size());
  }

  @Test
  void replaces_a_proposal_that_nobody_countersigned() {
    open().startCalibration();
    cycle.proposeSharing(HR, "all");
    cycle.proposeSharing(MANAGER, "all");
    assertEquals(1, cycle.sharing().rounds().size());
    assertThrows(Problem.class, () -> cycle.countersignSharing(MANAGER, "all"));
  }

  @Test
  void shares_first_only_what_was_proposed() {
    open().startCalibration();
    cycle.proposeSharing(HR, "submitted");
    assertEquals(1, cycle.sharing().edition());
    cycle.proposeSharing(HR, "submitted");
    assertEquals(1, cycle.sharing().edition(), "nothing has changed");

    assertThrows(Problem.class, () -> cycle.countersignSharing(MANAGER, "calibrated"));
    assertEquals(CycleState.CALIBRATING, cycle.state());
    cycle.proposeSharing(HR, "calibrated");
    assertEquals(2, cycle.sharing().edition());
    cycle.countersignSharing(MANAGER, "calibrated");

    cycle.proposeSharing(HR, "what came late");
    assertEquals(2, cycle.sharing().edition());
    assertEquals(Optional.empty(), cycle.countersignSharing(MANAGER, "and later still"));
  }

  @Test
  void keeps_sessions_from_drawing_until_the_proposal_is_taken_back() {
    open().startCalibration();
    cycle.proposeSharing(HR, "all");
    assertThrows(Problem.class, cycle::requireNoSharingProposed);

    assertEquals(CycleEventType.SHARING_WITHDRAWN, cycle.withdrawSharing());
    cycle.requireNoSharingProposed();
    assertEquals(List.of(), cycle.sharing().rounds());
    assertThrows(Problem.class, () -> cycle.countersignSharing(MANAGER, "all"));
    assertThrows(Problem.class, cycle::withdrawSharing);
    cycle.proposeSharing(HR, "all");
    assertEquals(1, cycle.sharing().edition());
  }

  @Test
  void is_cancelled_before_sharing_only() {
    open().startCalibration();
    cycle.proposeSharing(HR, "all");
    cycle.countersignSharing(MANAGER, "all");
    assertThrows(Problem.class, () -> cycle.cancel("too late", HR));
  }

  @Test
  void takes_the_most_specific_dates_one_by_one() {
    Milestones milestones =
        milestones(
            selfReview(null, "NL", "2026-12-11"),
            selfReview("build", null, "2026-12-12"),
            selfReview("build", "NL", "2026-12-13"));
    assertEquals(LocalDate.parse("2026-12-13"), milestones.in("build", "NL").selfReview());
    assertEquals(LocalDate.parse("2026-12-12"), milestones.in("build", "GB").selfReview());
    assertEquals(LocalDate.parse("2026-12-11"), milestones.in("sell", "NL").selfReview());
    assertEquals(LocalDate.parse("2026-12-10"), milestones.in("sell", "GB").selfReview());
    assertEquals(LocalDate.parse("2026-12-20"), milestones.in("build", "NL").managerReview());
  }

  @Test
  void says_all_that_contradicts_itself_at_once() {
    CyclePlan plan =
        new CyclePlan(
            "a key!",
            "x",
            UUID.randomUUID(),
            1,
            List.of("a", "a"),
            LocalDate.parse("2026-02-01"),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2027-01-01"),
            milestones(selfReview(null, null, "2026-12-11"), selfReview("a", null, "2027-03-01")));
    assertEquals(
        List.of("/key", "/orgUnits/1", "/periodEnd", "/cutOffDate", "/milestones/overrides/0"),
        plan.violations().stream().map(Violation::pointer).toList());
  }

  @Test
  void keeps_the_order_of_the_dates_in_every_unit() {
    Milestones milestones = milestones(selfReview("a", null, "2027-03-01"));
    assertEquals(
        List.of(
            "/milestones/overrides/0/managerReview",
            "/milestones/overrides/0/calibration",
            "/milestones/overrides/0/share",
            "/milestones/overrides/0/appealWindow"),
        milestones.violations().stream().map(Violation::pointer).toList());
  }

  /** What the document draws is what the aggregate allows, in every state that it comes to. */
  @Test
  void allows_in_each_state_what_its_lifecycle_shows() {
    var seen = new EnumMap<CycleState, Set<String>>(CycleState.class);
    List<Runnable> steps =
        List.of(
            cycle::schedule,
            () -> cycle.proposeOpening(HR),
            () -> cycle.countersignOpening(MANAGER),
            () -> cycle.cancel("not now", HR),
            cycle::withdrawCancellation,
            () -> cycle.openIfReady(true),
            () -> cycle.cancel("not now", HR),
            cycle::withdrawCancellation,
            cycle::startCalibration,
            () -> cycle.proposeSharing(HR, "all"),
            () -> cycle.cancel("not now", HR),
            cycle::withdrawCancellation,
            () -> cycle.countersignSharing(MANAGER, "all"),
            () -> cycle.proposeSharing(HR, "all"),
            cycle::withdrawSharing,
            cycle::openAppeals,
            () -> cycle.proposeSharing(HR, "all"),
            cycle::withdrawSharing,
            cycle::close,
            () -> cycle.proposeSharing(HR, "all"));
    note(seen);
    for (Runnable step : steps) {
      step.run();
      note(seen);
    }

    seen.forEach(
        (state, operations) ->
            assertEquals(
                Set.copyOf(CycleLifecycle.OF_CYCLES.operations(state)), operations, state::name));
    assertEquals(EnumSet.complementOf(EnumSet.of(CycleState.CANCELLED)), seen.keySet());
  }

  private void note(Map<CycleState, Set<String>> seen) {
    Set<String> operations = seen.computeIfAbsent(cycle.state(), none -> new TreeSet<>());
    cycle.allowed().forEach(action -> operations.add(action.operation()));
  }
}
