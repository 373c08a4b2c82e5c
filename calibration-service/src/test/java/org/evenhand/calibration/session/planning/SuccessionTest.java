package org.evenhand.calibration.session.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People.Person;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionKind;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  private static final UUID HR = new UUID(0, 1);
  private static final UUID CO = new UUID(0, 2);
  private static final UUID RATER = new UUID(0, 3);
  private static final UUID LEAD = new UUID(0, 4);
  private static final UUID JOINING = new UUID(0, 5);
  private static final List<UUID> REVIEWS = List.of(new UUID(1, 1), new UUID(1, 2));
  private static final Set<UUID> NONE = Set.of();

  private final Session session =
      Session.plan(
          new UUID(2, 0),
          new Session.Plan(
              SessionKind.CALIBRATION,
              new UUID(3, 0),
              "Spring",
              HR,
              CO,
              List.of(RATER),
              REVIEWS,
              2),
          Instant.EPOCH);

  @Test
  void a_seat_passes_to_somebody_who_fits_it() {
    assertEquals(JOINING, successor(by(HR), RATER, true, NONE, NONE));
    assertEquals(JOINING, successor(by(HR), HR, true, NONE, NONE));
    assertEquals(JOINING, successor(by(CO), CO, true, NONE, Set.copyOf(REVIEWS)));
  }

  @Test
  void only_who_has_a_seat_leaves_one_and_who_has_one_takes_no_other() {
    assertEquals(CalibrationProblem.SEAT_TAKEN, refused(by(HR), LEAD, true, NONE, NONE));
    assertEquals(
        CalibrationProblem.SEAT_TAKEN,
        assertThrows(
                Problem.class,
                () -> succession(by(HR), RATER, true, person(CO, true), NONE, NONE).successor())
            .type());
  }

  @Test
  void neither_side_fills_the_others_seat_while_they_are_at_work_but_hr_lead_does() {
    assertEquals(CalibrationProblem.SECOND_PERSON_REQUIRED, refused(by(HR), CO, true, NONE, NONE));
    assertEquals(CalibrationProblem.SECOND_PERSON_REQUIRED, refused(by(CO), HR, true, NONE, NONE));
    assertEquals(JOINING, successor(by(CO), HR, false, NONE, NONE));
    assertEquals(JOINING, successor(lead(), CO, true, NONE, NONE));
  }

  @Test
  void a_rater_may_be_close_to_some_of_what_is_scored_and_not_to_all() {
    assertEquals(JOINING, successor(by(HR), RATER, true, Set.of(REVIEWS.get(0)), NONE));
    assertEquals(
        CalibrationProblem.CONFLICT_OF_INTEREST,
        refused(by(HR), RATER, true, Set.copyOf(REVIEWS), NONE));
  }

  @Test
  void a_facilitator_is_close_to_no_review_and_serves_all_units() {
    assertEquals(
        CalibrationProblem.CONFLICT_OF_INTEREST,
        refused(by(CO), CO, true, Set.of(REVIEWS.get(0)), NONE));
    assertEquals(
        CalibrationProblem.SEAT_TAKEN, refused(by(HR), HR, true, NONE, Set.of(REVIEWS.get(0))));
  }

  @Test
  void hr_lead_takes_the_seat_of_hr_wherever_they_serve() {
    assertEquals(
        LEAD,
        succession(lead(), HR, true, person(LEAD, false), NONE, Set.copyOf(REVIEWS)).successor());
  }

  @Test
  void a_co_facilitator_leads_people() {
    assertEquals(
        CalibrationProblem.SECOND_PERSON_REQUIRED,
        assertThrows(
                Problem.class,
                () -> succession(by(CO), CO, true, person(JOINING, false), NONE, NONE).successor())
            .type());
  }

  private UUID successor(
      Actor by, UUID leaving, boolean leavingAtWork, Set<UUID> tooClose, Set<UUID> unserved) {
    return succession(by, leaving, leavingAtWork, person(JOINING, true), tooClose, unserved)
        .successor();
  }

  private ProblemType refused(
      Actor by, UUID leaving, boolean leavingAtWork, Set<UUID> tooClose, Set<UUID> unserved) {
    return assertThrows(
            Problem.class, () -> successor(by, leaving, leavingAtWork, tooClose, unserved))
        .type();
  }

  private Succession succession(
      Actor by,
      UUID leaving,
      boolean leavingAtWork,
      Person joining,
      Set<UUID> tooClose,
      Set<UUID> unserved) {
    return new Succession(
        session,
        by,
        leaving,
        leavingAtWork,
        joining,
        new Succession.Candidacy(REVIEWS, tooClose, unserved));
  }

  private static Person person(UUID id, boolean leads) {
    return new Person(id, "L011", true, leads);
  }

  private static Actor by(UUID person) {
    return new Actor(person, Set.of("hr", "manager"));
  }

  private static Actor lead() {
    return new Actor(LEAD, Set.of("hr-lead"));
  }
}
