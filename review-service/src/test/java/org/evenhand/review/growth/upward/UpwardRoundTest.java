package org.evenhand.review.growth.upward;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveUpwardRound;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A round of upward feedback, from its opening to what is shown of it. One company has them all.
 */
@QuarkusTest
class UpwardRoundTest {

  private static final String TOPIC = "evenhand.development";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Company company;
  private static List<Person> staff;

  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(4);
      staff = company.staff;
    }
  }

  @Test
  void allDirectReportsAreAskedAndToldBeforeTheyWriteWhatIsNeverShown() {
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    for (Person one : staff) {
      round
          .form(one)
          .then()
          .statusCode(200)
          .body("asked", equalTo(4))
          .body("least", equalTo(3))
          .body("questions.text", equalTo(LiveUpwardRound.QUESTIONS))
          .body("answers", empty())
          .body("actions", contains("putUpwardAnswers", "withdrawUpwardAnswers"));
      assertEquals(List.of("putUpwardAnswers", "withdrawUpwardAnswers"), openInList(one, round));
      one.ask()
          .get("/v1/tasks?kind=UPWARD_VIEW")
          .then()
          .body("items.subject", contains(round.path()))
          .body("items[0].operations", contains("putUpwardAnswers"));
    }
    round
        .read(company.lead)
        .then()
        .body("relations", contains("ABOUT"))
        .body("asked", equalTo(4))
        .body("actions", empty());
    round.read(company.stranger).then().statusCode(404);
    LiveUpwardRound.open(company.chief, company.lead, Map.of())
        .then()
        .statusCode(409)
        .body("allowed", contains("cancelUpwardRound"));
    assertEquals(List.of("cancelUpwardRound"), openInList(company.chief, round));
    assertEquals(List.of(), openInList(company.lead, round));
    round.cancel(company.chief).then().statusCode(200);
    assertEquals(List.of(), openInList(company.chief, round));
  }

  /** What somebody may do with it now, as the list says. */
  private static List<String> openInList(Person who, LiveUpwardRound round) {
    List<String> open = new ArrayList<>();
    for (JsonNode each : Said.by(who.ask().get("/v1/upward-rounds?limit=200")).path("items")) {
      if (each.path("id").asText().equals(round.id())) {
        each.path("actions").forEach(action -> open.add(action.asText()));
      }
    }
    return open;
  }

  @Test
  void atTheEndOfItsDayTheAnswersAreShownByQuestionAndTheManagerReadsThemWithTheirResult() {
    LiveCycle cycle = LiveCycle.open(company, company.mark() + "-shared");
    LiveCycle.open(company, company.mark() + "-next");
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    write(round, "one", "two", "three");
    round.write(staff.get(3), "four", "four-b").then().statusCode(204);
    assertFalse(round.seen(company.chief).has("shown"));
    assertEquals(List.of(), round.answers(company.chief, 1));

    round.close();

    for (Person reader : List.of(company.chief, company.hr, company.hrLead)) {
      assertEquals(Set.of("one", "two", "three", "four"), Set.copyOf(round.answers(reader, 1)));
      assertEquals(List.of(), round.answers(reader, 2), "one answer would be one person's");
      assertTrue(round.seen(reader).path("shown").asBoolean());
    }
    assertEquals(round.answers(company.hr, 1), round.answers(company.chief, 1), "one fixed order");
    notYetShownTo(company.lead, round);
    String list = "/v1/upward-rounds?review=" + cycle.reviewOf(company.lead).id();
    company.chief.ask().get(list).then().body("items.id", contains(round.id()));
    for (Person writer : staff) {
      round.read(writer).then().statusCode(404);
      round.form(writer).then().statusCode(404);
    }

    cycle.reviewOf(company.lead).conclude(company.chief, 3);
    cycle.calibrate();
    notYetShownTo(company.lead, round);
    cycle.share();
    assertEquals(4, round.answers(company.lead, 1).size());
    told(round, "CLOSED");
  }

  @Test
  void withoutAResultOnItsWayTheManagerReadsTheAnswersWhenTheRoundCloses() {
    Person boss = company.person("BOSS", "Ola", "Nordmann", "employee", "manager");
    List<Person> team = team("ALONE", 3);
    takeIn(hired(boss, null), hired(team.get(0), boss), hired(team.get(1), boss));
    takeIn(hired(team.get(2), boss));
    LiveUpwardRound.open(company.hrElsewhere, boss, Map.of()).then().statusCode(403);
    LiveUpwardRound.open(company.chief, boss, Map.of()).then().statusCode(403);

    LiveUpwardRound round = LiveUpwardRound.opened(company.hr, boss);
    team.forEach(one -> round.write(one, "of " + one.externalId()).then().statusCode(204));
    round.close();
    assertEquals(3, round.answers(boss, 1).size());
    assertEquals(3, round.answers(company.hr, 1).size());
  }

  @Test
  void belowTheLeastNothingIsEverShown() {
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    write(round, "one", "two", "three");
    String taken = round.withdraw(staff.get(0)).then().statusCode(204).extract().asString();
    assertEquals("", taken, "a size would tell what was written");
    round.form(staff.get(0)).then().body("answers", empty());
    staff.get(0).ask().get("/v1/tasks?kind=UPWARD_VIEW").then().body("items", hasSize(1));

    round.close();

    JsonNode seen = round.seen(company.chief);
    assertFalse(seen.path("shown").asBoolean(true));
    assertEquals(List.of(), round.answers(company.chief, 1));
    assertEquals(0, Tables.count("upward_answer where round_id = '%s'".formatted(round.id())));
    assertEquals(0, Tables.count("upward_writer where round_id = '%s'".formatted(round.id())));
    told(round, "CLOSED");
  }

  @Test
  void fewerThanThreeAreNeverAsked() {
    LiveUpwardRound.open(company.lead, staff.get(0), Map.of())
        .then()
        .statusCode(422)
        .body("code", equalTo("TOO_FEW_REPORTS"))
        .body("errors.pointer", contains("/managerId"));
    for (Person other :
        List.of(company.lead, company.hr, company.hrLead, company.dotted, company.hrInChain)) {
      LiveUpwardRound.open(other, company.lead, Map.of()).then().statusCode(403);
    }
    for (Person below : List.of(company.hrLead, company.hrLeadInChain)) {
      LiveUpwardRound.open(below, company.chief, Map.of()).then().statusCode(403);
    }
  }

  @Test
  void whoWasADirectReportOnTheFirstDayMayWriteAndNobodyElse() {
    Person boss = company.person("MOVER", "Ines", "Prado", "employee", "manager");
    List<Person> team = team("MOVED", 5);
    takeIn(hired(boss, company.chief));
    team.subList(0, 4).forEach(one -> takeIn(hired(one, boss)));
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, boss);

    takeIn(hired(team.get(4), boss));
    takeIn(line(team.get(0), company.stranger), line(team.get(1), boss));
    round.write(team.get(3), "from one who leaves").then().statusCode(204);
    takeIn(row(team.get(3), "TERMINATE"));
    takeIn(line(boss, team.get(2)), line(team.get(2), company.chief));

    round.form(team.get(4)).then().statusCode(404);
    round.write(team.get(0), "from elsewhere").then().statusCode(204);
    round.write(team.get(1), "from here").then().statusCode(204);
    // Above the manager by now: they learn no more than those above do.
    round.write(team.get(2), "from above").then().statusCode(204);
    JsonNode seen = round.seen(team.get(2));
    assertEquals(4, seen.path("asked").asInt());
    assertFalse(seen.has("shown"));
    round.close();
    assertEquals(4, round.answers(company.chief, 1).size());
  }

  @Test
  void whoeverWouldReadTheAnswersIsNotAskedAndHidesNobody() {
    Person boss = company.person("READ", "Sanna", "Ek", "employee", "manager");
    List<Person> team = team("READER", 4);
    takeIn(hired(boss, company.chief));
    team.forEach(one -> takeIn(hired(one, boss)));
    Hris.assignHr(company.hrLead.externalId(), team.get(3).externalId(), company.care());
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, boss);
    round.read(company.chief).then().body("asked", equalTo(3));
    round.form(team.get(3)).then().statusCode(404);

    team.subList(0, 3).forEach(one -> round.write(one, "known").then().statusCode(204));
    takeIn(line(boss, team.get(2)), line(team.get(2), company.chief));
    round.close();

    assertFalse(round.seen(team.get(2)).path("shown").asBoolean(true));
    assertEquals(0, Tables.count("upward_answer where round_id = '%s'".formatted(round.id())));
  }

  @Test
  void whenTheManagerLeavesTheRoundEndsAndNothingOfItIsKept() {
    Person boss = company.person("LEAVER", "Timo", "Rask", "employee", "manager");
    List<Person> team = team("LEFT", 3);
    takeIn(hired(boss, company.chief));
    team.forEach(one -> takeIn(hired(one, boss)));
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, boss);
    team.forEach(one -> round.write(one, "gone with them").then().statusCode(204));
    takeIn(row(team.get(0), "TERMINATE"), line(team.get(1), company.chief));
    takeIn(line(team.get(2), company.chief), row(boss, "TERMINATE"));

    round.awaitEnd();

    round
        .read(company.chief)
        .then()
        .body("state", equalTo("CANCELLED"))
        .body("reason", nullValue())
        .body("actions", empty());
    team.get(1).ask().get("/v1/tasks?kind=UPWARD_VIEW").then().body("items", empty());
    nothingIsKept(round);
    told(round, "CANCELLED");
  }

  @Test
  void whoeverCouldOpenItCancelsItAndNothingOfItIsKept() {
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    write(round, "one", "two", "three");
    for (Person other : List.of(company.lead, company.hr, company.hrLead)) {
      round.cancel(other).then().statusCode(403);
    }
    round
        .cancel(company.chief)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("reason", equalTo("The team is divided anew"));
    round.form(staff.get(0)).then().statusCode(404);
    nothingIsKept(round);
    round.cancel(company.chief).then().statusCode(409);
    LiveUpwardRound again = LiveUpwardRound.opened(company.chief, company.lead);
    again.cancel(company.chief).then().statusCode(200);
  }

  @Test
  void itClosesWhenTheDayIsOverWhereTheManagerWorksByThen() {
    Person boss = company.person("NIUE", "Mele", "Tau", "employee", "manager");
    takeIn(hired(boss, company.chief));
    team("ALOFI", 3).forEach(one -> takeIn(hired(one, boss)));
    worksIn(boss, company.mark() + " Alofi");
    Hris.asHris()
        .contentType("application/json")
        .body(Map.of("zone", "Pacific/Niue", "weekend", List.of("SUNDAY"), "exceptions", List.of()))
        .put("/v1/site-calendars/{at}", company.mark() + " Alofi")
        .then()
        .statusCode(201);
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, boss);
    assertEquals(1, closings(round, "time '00:00'", "Pacific/Niue"));

    worksIn(boss, company.mark() + " nowhere known");

    // Over everywhere.
    await().atMost(SOON).until(() -> closings(round, "time '12:00'", "UTC") == 1);
    round.cancel(company.chief).then().statusCode(200);
    // The import may just be followed, which the round's own closing doesn't wait for.
    await()
        .atMost(SOON)
        .until(() -> Tables.count("due_work where subject = '%s'".formatted(round.id())) == 0);
  }

  /** On the day after the last one. */
  private static long closings(LiveUpwardRound round, String time, String zone) {
    return Tables.count(
        "due_work d join upward_round u on u.id = d.subject where u.id = '%s'".formatted(round.id())
            + " and d.due_at = (u.closes_on + 1 + %s) at time zone '%s'".formatted(time, zone));
  }

  private static void worksIn(Person one, String place) {
    takeIn(one.externalId() + ",".repeat(9) + place + ",".repeat(6) + Company.today() + ",CHANGE");
  }

  @Test
  void onceItsDayIsOverNobodyWritesOrTakesBackAnything() {
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    write(round, "one", "two", "three");
    round.pass();
    round.write(staff.get(3), "too late").then().statusCode(409);
    round.withdraw(staff.get(0)).then().statusCode(409);
    round.cancel(company.chief).then().statusCode(409);
    round.read(staff.get(0)).then().body("actions", empty());
    round.close();
    assertEquals(3, round.answers(company.chief, 1).size());
  }

  @Test
  void whatIsntPossibleIsToldAndWritesNothing() {
    for (int days : List.of(0, 4, 61)) {
      LiveUpwardRound.open(
              company.chief,
              company.lead,
              Map.of("closesOn", Company.begun().plusDays(days).toString()))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/closesOn"));
    }
    for (int many : List.of(1, 7)) {
      LiveUpwardRound.open(
              company.chief, company.lead, Map.of("questions", Collections.nCopies(many, "How?")))
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/questions"));
    }
    LiveUpwardRound.open(company.chief, company.lead, Map.of("assignmentId", "none"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/assignmentId"));
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    Person writer = staff.get(0);
    for (List<Integer> numbers : List.of(List.of(3), List.of(1, 1))) {
      round
          .put(
              writer,
              numbers.stream()
                  .map(n -> Map.<String, Object>of("question", n, "text", "x"))
                  .toList())
          .then()
          .statusCode(422)
          .body("code", equalTo("QUESTION_UNKNOWN"));
    }
    writer
        .ask()
        .body(Map.of("answers", List.of(Map.of("question", 1, "text", "x"))))
        .put(round.path() + "/answers")
        .then()
        .statusCode(428);
    round.write(writer, "first").then().statusCode(204);
    round.write(writer, "second", "and more").then().statusCode(204);
    round.form(writer).then().body("answers.text", hasItems("second"));
    writer
        .ask()
        .header("If-Match", "\"0\"")
        .delete(round.path() + "/answers")
        .then()
        .statusCode(412);
    round.cancel(company.chief).then().statusCode(200);
  }

  @Test
  void twoWhoOpenARoundAtTheSameTimeOpenOne() throws Exception {
    List<Response> answers =
        AtOnce.answers(
            () -> LiveUpwardRound.open(company.chief, company.lead, Map.of()),
            () -> LiveUpwardRound.open(company.chief, company.lead, Map.of()));
    assertEquals(List.of(201, 409), AtOnce.statuses(answers));
    for (Response opened : answers) {
      if (opened.statusCode() == 201) {
        new LiveUpwardRound(opened.path("id")).cancel(company.chief).then().statusCode(200);
      }
    }
  }

  @Test
  void whoNamesNoQuestionsAsksOurs() {
    Map<String, Object> body =
        Map.of(
            "managerId",
            LiveAppeal.idOf(company.lead),
            "closesOn",
            Company.begun().plusDays(9).toString());
    String id =
        company
            .chief
            .ask()
            .body(body)
            .post("/v1/upward-rounds")
            .then()
            .statusCode(201)
            .body("questions", hasSize(3))
            .body("questions.text", not(hasItems("How are you led?")))
            .extract()
            .path("id");
    new LiveUpwardRound(id).cancel(company.chief).then().statusCode(200);
  }

  @Test
  void aReportOnLeaveOrGoneIsHeardAndOneWhoComesBackChangesWhatTheyWrote() {
    Person boss = company.person("STAYS", "Una", "Lind", "employee", "manager");
    List<Person> team = team("COMING", 4);
    takeIn(hired(boss, company.chief));
    team.forEach(one -> takeIn(hired(one, boss)));
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, boss);
    String before = round.read(company.chief).asString();

    round.write(team.get(1), "before the exit").then().statusCode(204);
    round.write(team.get(2), "as ever").then().statusCode(204);
    takeIn(
        Company.stands(team.get(0), "ON_LEAVE", Company.today()),
        Company.leaves(team.get(1)),
        Company.leaves(team.get(3)),
        Company.stands(boss, "ON_LEAVE", Company.today()));
    Hris.followed();
    assertEquals(before, round.read(company.chief).asString(), "nobody learns of it by the round");
    round.write(team.get(0), "from home").then().statusCode(204);
    takeIn(company.rehire(team.get(1), company.chief, company.care()));
    round.form(team.get(1)).then().body("answers.text", contains("before the exit"));
    round.write(team.get(1), "after all").then().statusCode(204);
    round.close();

    assertEquals(
        Set.of("after all", "as ever", "from home"), Set.copyOf(round.answers(company.chief, 1)));
  }

  @Test
  void whoeverLeadsTheManagerNowHasTheRoundAndWhoeverOpenedItHasItNoMore() {
    Person opener = company.person("OPENS", "Vera", "Holm", "employee", "manager");
    Person next = company.person("NEXT", "Wout", "Berg", "employee", "manager");
    Person boss = company.person("PASSED", "Xenia", "Dahl", "employee", "manager");
    List<Person> team = team("PASSING", 3);
    takeIn(hired(opener, company.chief), hired(next, company.chief), hired(boss, opener));
    team.forEach(one -> takeIn(hired(one, boss)));
    LiveUpwardRound round = LiveUpwardRound.opened(opener, boss);
    team.forEach(one -> round.write(one, "kept").then().statusCode(204));

    takeIn(Company.reports(boss, next));
    Hris.followed();

    round.read(opener).then().statusCode(404);
    round
        .read(next)
        .then()
        .body("relations", contains("LINE", "OPENER"))
        .body("actions", contains("cancelUpwardRound"));
    round.close();
    assertEquals(3, round.answers(next, 1).size());
    round.read(opener).then().statusCode(404);
  }

  @Test
  void aRoundAboutAManagerWhoIsHiredAnewBeforeAnybodyLooksEndsAndNothingOfItIsKept() {
    Person boss = company.person("ANEW", "Yara", "Moen", "employee", "manager");
    List<Person> team = team("OLD", 3);
    takeIn(hired(boss, company.chief));
    team.forEach(one -> takeIn(hired(one, boss)));
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, boss);
    team.forEach(one -> round.write(one, "gone").then().statusCode(204));

    takeIn(Company.leaves(boss), company.rehire(boss, company.chief, company.care()));
    round.awaitEnd();

    round.read(company.chief).then().body("state", equalTo("CANCELLED"));
    nothingIsKept(round);
    LiveUpwardRound.opened(company.chief, boss).cancel(company.chief).then().statusCode(200);
  }

  private static void notYetShownTo(Person manager, LiveUpwardRound round) {
    JsonNode seen = round.seen(manager);
    assertEquals("CLOSED", seen.path("state").asText());
    assertFalse(seen.has("shown"), seen::toString);
    assertFalse(seen.path("questions").path(0).has("answers"), seen::toString);
  }

  private static void nothingIsKept(LiveUpwardRound round) {
    for (String table : List.of("upward_writer", "upward_answer")) {
      assertEquals(0, Tables.count(table + " where round_id = '%s'".formatted(round.id())), table);
    }
  }

  private static void told(LiveUpwardRound round, String outcome) {
    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await(TOPIC, 2, event -> round.id().equals(event.key()));
    told.forEach(EventSchemas::check);
    assertEquals(
        List.of("org.evenhand.upward-round.opened.v1", "org.evenhand.upward-round.closed.v1"),
        told.stream().map(event -> Events.header(event, "ce_type")).toList());
    assertTrue(told.get(1).value().contains(outcome), () -> told.get(1).value());
  }

  /** The first of the staff, one text each. */
  private static void write(LiveUpwardRound round, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      round.write(staff.get(i), texts[i]).then().statusCode(204);
    }
  }

  private static List<Person> team(String mark, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> company.person(mark + i, "Given" + i, "Family", "employee", "manager"))
        .toList();
  }

  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
  }

  private static String hired(Person one, Person manager) {
    return company.hire(one, manager, company.care());
  }

  private static String line(Person one, Person manager) {
    return one.externalId()
        + ",,,,"
        + manager.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  private static String row(Person one, String action) {
    return Hris.row(one.externalId(), action, Company.today().toString());
  }
}
