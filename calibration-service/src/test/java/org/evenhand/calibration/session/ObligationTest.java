package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** How many checks who owes of a quarter, and who knows of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class ObligationTest extends CheckScene {

  @Test
  void a_manager_owes_two_checks_of_a_quarter_until_its_last_day_and_is_read_by_hr_of_the_unit() {
    var id = obligation(co);
    var only = owedBy(co).get(0);
    assertEquals("DUE", only.path("state").asText());
    assertEquals(2, only.path("owed").asInt());
    assertEquals(1, only.path("ownAtMost").asInt());
    assertEquals(name(), only.path("quarter").asText());
    assertFalse(
        LocalDate.parse(only.path("dueOn").asText()).isBefore(quarter.plusMonths(3).minusDays(1)));
    assertEquals(1, checksToDo(co, "manager").size());
    assertEquals(0, items(see(co, "manager", OBLIGATIONS + "?quarter=2020-Q1")).size());
    assertEquals(400, see(co, "manager", OBLIGATIONS + "?quarter=2020-Q5").statusCode());
    assertEquals(List.of(), owedBy(raters.get(0)));

    var path = OBLIGATIONS + "/" + id;
    Said.expect(see(hr, "hr", path), 200, "DUE");
    assertEquals(0, Said.by(see(hr, "hr", path)).path("actions").size());
    company.employs("HR2" + mark, "CHIEF" + mark).serves("HR3" + mark, co, "unit");
    awaitStatus("HR2" + mark, "ACTIVE");
    awaitServed("HR3" + mark, "unit");
    assertEquals(404, see("HR2" + mark, "hr", path).statusCode());
    assertEquals(404, see("HR3" + mark, "hr", path).statusCode());
    assertEquals(404, see("CHIEF" + mark, "manager", path).statusCode());
    assertEquals(404, see("CHIEF" + mark, "hr-lead", path).statusCode());
    assertEquals(404, see(raters.get(0), "manager", path).statusCode());
    Said.expect(see(raters.get(0), "hr-lead", path), 200, "DUE");
    assertEquals(
        List.of(),
        checksToDo("CHIEF" + mark, "manager").stream()
            .filter(task -> task.path("subject").asText().equals(path))
            .toList());
  }

  @Test
  void lists_hold_whom_somebody_may_see_and_nobody_else() {
    var id = obligation(co);
    company.employs("HR2" + mark, "CHIEF" + mark).serves("HR3" + mark, co, "unit");
    awaitStatus("HR2" + mark, "ACTIVE");
    awaitServed("HR3" + mark, "unit");

    assertEquals(List.of(id), listed(co, "manager"));
    assertEquals(List.of(id), listed(co, "hr"));
    assertTrue(listed(hr, "hr").contains(id));
    assertTrue(listed(raters.get(0), "hr-lead").contains(id));
    assertFalse(listed("HR2" + mark, "hr").contains(id));
    assertFalse(listed("HR3" + mark, "hr").contains(id));
    assertFalse(listed("CHIEF" + mark, "hr-lead").contains(id));
  }

  private List<String> listed(String who, String role) {
    return items(see(who, role, OBLIGATIONS + "?limit=200&quarter=" + name())).stream()
        .map(each -> each.path("id").asText())
        .toList();
  }

  @Test
  void it_is_owed_in_proportion_to_the_days_at_work_with_a_report() {
    var late = "LATE" + mark;
    onDay(40);
    company.employs(late, "CHIEF" + mark).employs("T" + mark, late);
    stands(late, "DUE", 1);

    onDay(50);
    company.employs("LATER" + mark, "CHIEF" + mark).employs("T2" + mark, "LATER" + mark);
    company.turns(co, "CHIEF" + mark, "ON_LEAVE");
    stands(co, "DUE", 1);
    company.employs("T" + mark, "CHIEF" + mark);
    stands(late, "LAPSED", 0);
    assertEquals(List.of(), checksToDo(late, "manager"));
    assertEquals(List.of(), owedBy("LATER" + mark));

    onDay(55);
    company.employs(co, "CHIEF" + mark);
    stands(co, "DUE", 2);
    company.turns(co, "CHIEF" + mark, "TERMINATED");
    awaitStatus(co, "TERMINATED");
    soon(() -> assertEquals("LAPSED", PoolProbe.duty(company.id(co))));
  }

  @Test
  void the_policy_says_how_many_and_a_change_of_it_holds_from_the_next_quarter_on() {
    var first = "FIRST" + mark;
    var later = "LATER" + mark;
    before_the_quarter();
    company.workingFor("entity" + mark).policyAsksFor(1, "entity" + mark, 3);
    soon(() -> assertEquals("1", PoolProbe.version(company.policy)));
    company.employs(first, "CHIEF" + mark).employs("T1" + mark, first);
    stands(first, "DUE", 3);
    stands(co, "DUE", 2);

    company.at(clock.instant()).policyAsksFor(2, "entity" + mark, 1);
    soon(() -> assertEquals("2", PoolProbe.version(company.policy)));
    before_the_quarter();
    company.employs(later, "CHIEF" + mark).employs("T2" + mark, later);
    company.employs("T1" + mark, first);
    stands(later, "DUE", 3);
    stands(first, "DUE", 3);

    onDay(100);
    run();
    soon(
        () ->
            assertEquals(
                List.of("1", "3"),
                items(see(first, "manager", OBLIGATIONS)).stream()
                    .map(each -> each.path("owed").asText())
                    .toList()));
  }

  private void before_the_quarter() {
    company.at(quarter.minusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void a_new_manager_owes_it_after_the_training_that_is_required_of_them() {
    var panel = UUID.randomUUID();
    var first = "FIRST" + mark;
    offered(panel, "\"PANEL\"", clock.instant().minus(Duration.ofDays(70)), "");
    before_the_quarter();
    company.employs(first, "CHIEF" + mark).employs("T1" + mark, first);
    stands(first, "DUE", 2);

    var module = UUID.randomUUID();
    var fresh = "NEW" + mark;
    // Between the day since when the others lead and that of those who are new.
    offered(module, "\"RATING\"", clock.instant().minus(Duration.ofDays(35)), "");
    var other = "OTHER" + mark;
    company.employs(fresh, "CHIEF" + mark).employs("T" + mark, fresh);
    company.employs(other, "CHIEF" + mark).employs("T2" + mark, other);
    awaitStatus("T2" + mark, "ACTIVE");
    stands(co, "DUE", 2);
    awaitStatus("T" + mark, "ACTIVE");
    run();
    assertEquals(List.of(), owedBy(fresh));

    assertEquals(List.of(), owedBy(other));

    holds(module, fresh);
    stands(fresh, "DUE", 2);
    for (var each : List.of(module, panel)) {
      offered(each, "\"RATING\"", clock.instant().minus(Duration.ofDays(60)), retired());
      await().until(() -> PoolProbe.modules(each, true) == 1);
    }
    stands(other, "DUE", 2);
  }

  @Test
  void a_long_standing_manager_is_not_new_when_the_first_of_their_people_is_erased() {
    var module = UUID.randomUUID();
    var lead = "LEAD" + mark;
    before_the_quarter();
    company.employs(lead, "CHIEF" + mark).employs("T" + mark, lead);
    onDay(5);
    company.employs("T2" + mark, lead);
    stands(lead, "DUE", 2);
    offered(module, "\"RATING\"", clock.instant().minus(Duration.ofDays(1)), "");
    erased("T" + mark);
    awaitStatus("T" + mark, "");
    onDay(11);
    company.employs("T2" + mark, lead);
    awaitStatus("T2" + mark, "ACTIVE");
    run();
    stands(lead, "DUE", 2);
    offered(module, "\"RATING\"", clock.instant().minus(Duration.ofDays(60)), retired());
    await().until(() -> PoolProbe.modules(module, true) == 1);
  }

  @Test
  void absence_is_kept_of_those_alone_who_lead_somebody_and_for_two_quarters_at_most() {
    var single = "SINGLE" + mark;
    company.employs(single, co).turns(single, co, "ON_LEAVE").turns(co, "CHIEF" + mark, "ON_LEAVE");
    awaitStatus(single, "ON_LEAVE");
    awaitStatus(co, "ON_LEAVE");
    assertEquals("", PoolProbe.presence(company.id(single)));
    assertEquals("gone", PoolProbe.presence(company.id(co)));

    onDay(200);
    run();
    onDay(300);
    run();
    soon(() -> assertEquals("", PoolProbe.presence(company.id(co))));
  }

  @Test
  void what_nobody_has_done_by_the_last_day_goes_to_hr_of_the_unit_and_can_be_waived_by_two() {
    var id = obligation(co);
    clock.set(quarter.plusMonths(3).plusDays(5).atStartOfDay().toInstant(ZoneOffset.UTC));
    stands(co, "OVERDUE", 2);
    clock.advance(Duration.ofHours(156));
    stands(co, "ESCALATED", 2);
    var task =
        checksToDo(hr, "hr").stream()
            .filter(each -> each.path("subject").asText().endsWith(id))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    var waiver = "/v1/tasks/calibration/" + task + "/waiver";
    assertEquals(404, see("CHIEF" + mark, "manager", waiver).statusCode());
    assertEquals(
        201,
        as(hr, "hr")
            .body("{\"code\": \"ASKED_IN_ERROR\", \"reason\": \"The team was dissolved.\"}")
            .post(waiver)
            .statusCode());
    assertEquals(
        403, as(hr, "hr").header("If-Match", "*").post(waiver + "/countersignature").statusCode());
    assertEquals(
        200,
        as(raters.get(0), "hr-lead")
            .header("If-Match", "*")
            .post(waiver + "/countersignature")
            .statusCode());
    stands(co, "WAIVED", 2);
  }

  @Test
  void of_who_is_erased_nothing_is_left_of_what_they_owed() {
    var path = OBLIGATIONS + "/" + obligation(co);
    Said.expect(see(hr, "hr", path), 200, "DUE");
    erased(co);

    soon(() -> assertEquals(0, PoolProbe.obligations(company.id(co))));
    assertEquals(404, see(hr, "hr", path).statusCode());
  }

  @Test
  void what_is_told_later_of_their_people_brings_nothing_of_whoever_is_erased_back() {
    var lead = "LEAD" + mark;
    before_the_quarter();
    company.employs(lead, "CHIEF" + mark).employs("T" + mark, lead);
    stands(lead, "DUE", 2);
    assertTrue(PoolProbe.leads(company.id(lead)));
    erased(lead);
    awaitStatus(lead, "");
    company.at(clock.instant()).employs("T" + mark, co).employs("T2" + mark, co);
    awaitStatus("T2" + mark, "ACTIVE");
    assertFalse(PoolProbe.leads(company.id(lead)));
  }

  @Test
  void whoever_comes_back_owes_nothing_of_a_quarter_that_is_over() {
    obligation(co);
    company.turns(co, "CHIEF" + mark, "TERMINATED");
    soon(() -> assertEquals("LAPSED", PoolProbe.duty(company.id(co))));

    onDay(100);
    company.employs(co, "CHIEF" + mark);
    awaitStatus(co, "ACTIVE");
    run();
    stands(co, "LAPSED", 2);
  }

  @Test
  void who_leads_nobody_any_more_still_comes_to_what_they_owe() {
    var path = OBLIGATIONS + "/" + obligation(co);
    onDay(60);
    company.employs("REPORT" + mark, "CHIEF" + mark);
    stands(co, "DUE", 1);
    assertEquals(200, see(co, "employee", path).statusCode());
    assertEquals(1, items(see(co, "employee", OBLIGATIONS)).size());
    assertEquals(404, see("REPORT" + mark, "employee", path).statusCode());
    assertEquals(List.of(), items(see("REPORT" + mark, "employee", OBLIGATIONS)));
  }

  private void erased(String person) {
    Events.ofTest()
        .publish(
            "evenhand.internal.directory",
            "org.evenhand.person.erased.v1",
            "/review-service",
            company.id(person).toString(),
            1_000_000,
            null);
  }

  private static String retired() {
    return ", \"retiredAt\": \"" + Instant.now() + "\"";
  }

  private static void offered(UUID module, String required, Instant since, String more) {
    tell(
        "training-module.changed",
        module,
        """
        {"moduleId": "%s", "key": "alike", "title": "Meaning the same", "requiredFor": [%s],
         "topics": ["CALIBRATION"], "offeredAt": "%s"%s}
        """
            .formatted(module, required, since, more));
    if (more.isEmpty()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> PoolProbe.modules(module, false) == 1);
    }
  }

  private void holds(UUID module, String person) {
    var completion = UUID.randomUUID();
    tell(
        "training.changed",
        completion,
        """
        {"completionId": "%s", "moduleId": "%s", "personId": "%s", "held": true, "at": "%s"}
        """
            .formatted(completion, module, company.id(person), clock.instant()));
  }

  private static void tell(String what, UUID subject, String json) {
    Events.ofTest()
        .publish(
            "evenhand.internal.training",
            "org.evenhand." + what + ".v1",
            "/policy-service",
            subject.toString(),
            System.nanoTime(),
            json);
  }
}
