package org.evenhand.review.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where two of the days ahead are free, and Fridays and Saturdays are the weekend. */
@QuarkusTest
class TenWorkingDaysTest {

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

  private Company company;
  private List<LocalDate> free;

  @BeforeEach
  void found() {
    company = Company.of(1);
    // What is observed is of a criterion of a policy.
    LiveCycle.open(company);
    String place = "Manama " + company.mark();
    free = List.of(workingDay(3, List.of()), workingDay(6, List.of()));
    Hris.asHris()
        .contentType("application/json")
        .body(
            Map.of(
                "zone",
                "Etc/UTC",
                "weekend",
                WEEKEND,
                "exceptions",
                free.stream().map(day -> Map.of("date", day.toString(), "kind", "FREE")).toList()))
        .put("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(201);
    moved(company.lead, place);
    moved(company.staff.get(0), place);
    Hris.followed();
  }

  @Test
  void thePersonIsToldOfAnObservationWithinTenWorkingDaysOfItsAuthor() {
    LiveObservation kept = LiveObservation.kept(company.lead, company.staff.get(0));
    assertEquals(workingDay(10, free), dueOn(kept.path(), "OBSERVATION_TELLING"));
  }

  @Test
  void aPlanIsProposedWithinTenWorkingDays() {
    Person person = company.staff.get(0);
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("longer"));
    plan.post(company.lead, "carry-over", Map.of("until", Company.today().plusMonths(9).toString()))
        .then()
        .statusCode(200);
    String next = Said.text(person.ask().get("/v1/development-plans?state=DRAFT"), "/items/0/id");
    assertEquals(workingDay(10, free), dueOn("/v1/development-plans/" + next, "PLAN_PROPOSAL"));
  }

  private LocalDate dueOn(String subject, String kind) {
    for (JsonNode task :
        Said.by(company.lead.ask().get("/v1/tasks?limit=200&kind=" + kind)).path("items")) {
      if (task.path("subject").asText().equals(subject)) {
        return LocalDate.parse(task.path("dueOn").asText());
      }
    }
    throw new AssertionError("nothing is owed for " + subject);
  }

  /** Counted by hand: the so many-th day after today on which one works there. */
  private static LocalDate workingDay(int number, List<LocalDate> free) {
    LocalDate day = Company.today();
    for (int worked = 0; worked < number; ) {
      day = day.plusDays(1);
      if (!WEEKEND.contains(day.getDayOfWeek()) && !free.contains(day)) {
        worked++;
      }
    }
    return day;
  }

  private static void moved(Person who, String place) {
    Hris.takeIn(
        who.externalId() + ",".repeat(9) + place + ",".repeat(6) + Company.today() + ",CHANGE");
  }
}
