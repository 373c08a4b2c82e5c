package org.evenhand.calibration.session.planning;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People.Person;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.session.Session;
import org.evenhand.kit.web.problem.Problem;

/**
 * Who is to sit in a session.
 *
 * @param raters by the pointers at which the request names them
 */
record Lineup(UUID facilitator, UUID coFacilitator, Map<String, UUID> raters) {

  static final String CO_FACILITATOR = "/coFacilitatorExternalId";

  /**
   * @param named by pointer, all but the facilitator
   * @throws Problem 422 when two seats are one person's, or the co-facilitator leads nobody
   */
  static Lineup of(UUID facilitator, Map<String, Person> named) {
    var co = named.get(CO_FACILITATOR);
    if (co == null) {
      throw new IllegalArgumentException("a session has a co-facilitator");
    }
    mustLead(CO_FACILITATOR, co);
    if (facilitator.equals(co.id())) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED,
              "The co-facilitator is somebody else than the facilitator.")
          .with(DUPLICATE.at(CO_FACILITATOR, "is the facilitator"));
    }
    var raters = new LinkedHashMap<String, UUID>();
    named.forEach(
        (pointer, person) -> {
          if (!pointer.equals(CO_FACILITATOR)) {
            if (facilitator.equals(person.id()) || co.id().equals(person.id())) {
              throw Problem.of(
                      CalibrationProblem.SECOND_PERSON_REQUIRED, "No rater is a facilitator.")
                  .with(DUPLICATE.at(pointer, "is a facilitator"));
            }
            if (raters.containsValue(person.id())) {
              throw Problem.of(CalibrationProblem.SEAT_TAKEN, "Each rater is somebody else.")
                  .with(DUPLICATE.at(pointer, "is named twice"));
            }
            raters.put(pointer, person.id());
          }
        });
    return new Lineup(facilitator, co.id(), raters);
  }

  static void mustLead(String pointer, Person co) {
    if (!co.leads()) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED,
              "The co-facilitator is a manager; nobody reports to this person.")
          .with(NOT_ALLOWED.at(pointer, "leads nobody"));
    }
  }

  /** Both, by the pointers at which the request names them; the facilitator calls. */
  Map<String, UUID> facilitators() {
    return new TreeMap<>(Map.of("", facilitator, CO_FACILITATOR, coFacilitator));
  }

  /**
   * @param lead whether the facilitator is of hr-lead, who serves all units
   */
  Pool.Panel panel(boolean lead) {
    return new Pool.Panel(facilitator, lead, coFacilitator, raters.values());
  }

  Session.Plan plan(NewSession wanted, List<UUID> reviews) {
    return new Session.Plan(
        wanted.purpose(),
        wanted.cycleId(),
        wanted.name(),
        facilitator,
        coFacilitator,
        raters.values().stream().sorted().toList(),
        reviews,
        Math.min(
            Optional.ofNullable(wanted.blindSamples()).orElse(reviews.size()), reviews.size()));
  }
}
