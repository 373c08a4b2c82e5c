package org.evenhand.review.growth.mentoring;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveMentoring;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A mentoring from the question to its end, and as people come, go and move. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MentoringTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Company company;
  private Person first;
  private Person second;

  /** One for all tests: each has a mentor of its own. */
  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(2);
      first = company.staff.get(0);
      second = company.staff.get(1);
    }
  }

  private Person mentor(String id, int capacity) {
    Person mentor = company.person(id, "Mentor", id, "employee");
    Hris.takeIn(company.hire(mentor, company.chief, company.mark() + "-board"));
    LiveMentoring.offer(mentor, capacity);
    return mentor;
  }

  @Test
  void oneAsksTheOtherAgreesAndNobodyElseReadsWhatTheySpeakAbout() {
    Person mentor = mentor("GUIDE", 1);
    first
        .ask()
        .get("/v1/mentors?skill=planning&language=nl&limit=200")
        .then()
        .body("items.id", hasItem(LiveAppeal.idOf(mentor)));
    assertEquals(List.of("askForMentoring"), openTo(first, mentor));
    LiveMentoring mentoring = LiveMentoring.asked(first, mentor);
    assertEquals(409, LiveMentoring.ask(first, mentor).statusCode());
    assertEquals(List.of(), openTo(first, mentor), "they are asked already");
    assertEquals(List.of("askForMentoring"), openTo(second, mentor));
    mentor
        .ask()
        .get("/v1/mentors/me")
        .then()
        .body("actions", equalTo(List.of("putMentorProfile", "removeMentorProfile")));
    mentor
        .ask()
        .get("/v1/tasks?kind=MENTORING_ANSWER")
        .then()
        .body("items.subject", hasItem(mentoring.path()));
    String ofHr = mentoring.read(company.hr).asString();
    assertFalse(ofHr.contains("indigo") || ofHr.contains("mentor\"") || ofHr.contains("mentee\""));
    company.hr.ask().get("/v1/mentorings?part=MENTEE").then().body("items", hasSize(0));
    first.ask().get("/v1/mentorings?part=MENTEE").then().body("items.id", hasItem(mentoring.id()));
    first.ask().get("/v1/mentorings?part=HR").then().body("items", hasSize(0));
    assertEquals(404, mentoring.read(company.lead).statusCode());
    assertEquals(404, mentoring.read(second).statusCode());
    mentoring.moved(mentor, "agreement").moved(first, "beginning").stands(mentor, "ACTIVE");
    mentor.ask().get("/v1/tasks?kind=MENTORING_ANSWER").then().body("items", hasSize(0));
    second
        .ask()
        .get("/v1/mentors?skill=planning&limit=200")
        .then()
        .body("items.id", not(hasItem(LiveAppeal.idOf(mentor))));
    mentoring.moved(first, "ending").stands(company.hr, "ENDED");
    for (Person each : List.of(first, mentor)) {
      mentoring.read(each).then().body("topic", equalTo(null));
    }
  }

  /** What somebody may do with what another offers, as the list says. */
  private static List<String> openTo(Person who, Person mentor) {
    List<String> open = new ArrayList<>();
    for (JsonNode each : Said.by(who.ask().get("/v1/mentors?limit=200")).path("items")) {
      if (each.path("id").asText().equals(LiveAppeal.idOf(mentor))) {
        each.path("actions").forEach(action -> open.add(action.asText()));
      }
    }
    return open;
  }

  @Test
  void nobodyAsksSomebodyAboveOrBelowThemOrWhoOffersNothing() {
    LiveMentoring.offer(company.lead, 3);
    LiveMentoring.offer(company.dotted, 3);
    LiveMentoring.offer(first, 3);
    for (Person above : List.of(company.lead, company.dotted, first, company.hrElsewhere)) {
      LiveMentoring.ask(first, above)
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/mentorId"));
    }
    assertEquals(422, LiveMentoring.ask(company.chief, first).statusCode());
    first
        .ask()
        .get("/v1/mentors?limit=200")
        .then()
        .body("items.id", not(hasItem(LiveAppeal.idOf(company.lead))));
  }

  @Test
  void ofTwoToWhomAMentorAgreesAtOnceOneGetsTheLastPlace() throws Exception {
    Person mentor = mentor("FULL", 1);
    LiveMentoring one = LiveMentoring.asked(first, mentor);
    LiveMentoring other = LiveMentoring.asked(second, mentor);
    assertEquals(
        List.of(200, 409),
        AtOnce.statuses(
            AtOnce.answers(
                () -> one.post(mentor, "agreement"), () -> other.post(mentor, "agreement"))));
    LiveMentoring left = one.read(first).path("state").equals("ASKED") ? one : other;
    assertEquals(422, LiveMentoring.ask(company.hrElsewhere, mentor).statusCode(), "no place");
    left.moved(mentor, "refusal").stands(company.hr, "DECLINED");
    LiveMentoring.offer(mentor, 2);
    Person refused = left == one ? first : second;
    assertEquals(409, LiveMentoring.ask(refused, mentor).statusCode(), "declined already");
    String etag = mentor.ask().get("/v1/mentors/me").header("ETag");
    mentor.ask().header("If-Match", etag).delete("/v1/mentors/me").then().statusCode(204);
    assertEquals(404, mentor.ask().get("/v1/mentors/me").statusCode());
    assertEquals(422, LiveMentoring.ask(company.hrElsewhere, mentor).statusCode());
  }

  @Test
  void aLeavePausesAnExitEndsAndSoDoesALineThatComesBetweenTheTwo() {
    Person away = mentor("AWAY", 1);
    Person leaver = mentor("LEAVER", 1);
    Person boss = mentor("BOSS", 1);
    LiveMentoring paused = begun(second, away);
    LiveMentoring left = begun(second, leaver);
    LiveMentoring led = begun(second, boss);
    String today = Company.today().toString();
    Hris.takeIn(
        away.externalId() + ",".repeat(13) + "ON_LEAVE,," + today + ",CHANGE",
        Hris.row(leaver.externalId(), "TERMINATE", today),
        second.externalId()
            + ",,,,"
            + boss.externalId()
            + ",LINE"
            + ",".repeat(10)
            + today
            + ",CHANGE");
    await().atMost(SOON).untilAsserted(() -> paused.stands(second, "PAUSED"));
    await().atMost(SOON).untilAsserted(() -> left.stands(second, "ENDED"));
    await().atMost(SOON).untilAsserted(() -> led.stands(second, "ENDED"));
    led.read(boss).then().body("topic", equalTo(null));
    assertEquals(422, LiveMentoring.ask(first, away).statusCode(), "who is away");
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "mentor_profile where employee_id = '%s'"
                            .formatted(LiveAppeal.idOf(leaver)))
                    == 0);
    Hris.takeIn(away.externalId() + ",".repeat(13) + "ACTIVE,," + today + ",CHANGE");
    await().atMost(SOON).untilAsserted(() -> paused.stands(second, "ACTIVE"));
  }

  @Test
  void whoeverLeavesIsNobodysMentorAndOffersNothingAlsoWhereTheyAreHiredAnew() {
    Person mentor = mentor("BACK", 2);
    LiveMentoring mentoring = begun(first, mentor);
    LiveMentoring asked = LiveMentoring.asked(company.hrElsewhere, mentor);
    Hris.takeIn(
        Company.leaves(mentor), company.rehire(mentor, company.chief, company.mark() + "-board"));
    Hris.followed();
    mentoring.stands(mentor, "ENDED");
    asked.stands(company.hrElsewhere, "ENDED");
    assertEquals(404, mentor.ask().get("/v1/mentors/me").statusCode());
    assertEquals(422, LiveMentoring.ask(first, mentor).statusCode());
    tasksOfMentor(mentor).body("items", hasSize(0));

    LiveMentoring.offer(mentor, 1);
    LiveMentoring anew = begun(first, mentor);
    Hris.takeIn(Company.stands(mentor, "ON_LEAVE", Company.today()));
    Hris.followed();
    anew.stands(first, "PAUSED");
    assertEquals(200, mentor.ask().get("/v1/mentors/me").statusCode());
  }

  @Test
  void aLeaveOfTheMenteePausesTheirExitEndsAndSoDoesAMentorWhoComesBelowThem() {
    Person mentee = company.person("MENTEE", "Pien", "Yordanov", "employee");
    Person boss = company.person("RISING", "Quint", "Xenakis", "employee", "manager");
    Person between = company.person("BETWEEN", "Roos", "Wolniak", "employee", "manager");
    Hris.takeIn(
        company.hire(mentee, company.lead, company.care()),
        company.hire(boss, company.chief, company.care()),
        company.hire(between, company.chief, company.care()));
    Person one = mentor("ONE", 2);
    Person below = mentor("BELOW", 2);
    Hris.takeIn(Company.reports(below, between));
    Hris.followed();
    LiveMentoring paused = begun(mentee, one);
    LiveMentoring asked = LiveMentoring.asked(mentee, below);
    LiveMentoring led = begun(boss, below);

    // Whoever leads the mentor comes below the mentee.
    Hris.takeIn(
        Company.stands(mentee, "ON_LEAVE", Company.today()), Company.reports(between, boss));
    Hris.followed();
    paused.stands(one, "PAUSED");
    asked.stands(below, "ASKED");
    led.stands(below, "ENDED");

    Hris.takeIn(Company.stands(mentee, "ACTIVE", Company.today()));
    Hris.followed();
    paused.stands(one, "ACTIVE");
    tasksOfMentor(below).body("items", hasSize(1));

    Hris.takeIn(Company.leaves(mentee), company.rehire(mentee, company.lead, company.care()));
    Hris.followed();
    for (LiveMentoring each : List.of(paused, asked)) {
      each.stands(mentee, "ENDED");
      each.read(mentee).then().body("topic", equalTo(null));
    }
    tasksOfMentor(below).body("items", hasSize(0));
  }

  private static ValidatableResponse tasksOfMentor(Person mentor) {
    return mentor.ask().get("/v1/tasks?kind=MENTORING_ANSWER").then().statusCode(200);
  }

  private static LiveMentoring begun(Person mentee, Person mentor) {
    return LiveMentoring.asked(mentee, mentor)
        .moved(mentor, "agreement")
        .moved(mentee, "beginning");
  }
}
