package org.evenhand.review.growth.checklist;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that HR begins by hand, and what their people do with them. */
@QuarkusTest
class ChecklistTest {

  private static Company company;

  private Person person;
  private Person buddy;

  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(2);
    }
    person = company.person("NEW" + UUID.randomUUID(), "Nour", "Haddad", "employee");
    buddy = company.staff.get(1);
    Hris.takeIn(company.hire(person, company.lead, company.care()));
  }

  @Test
  void whatIsOnAListIsOwedByWhoeverItSaysAndTheListEndsWithTheLastItem() {
    LiveChecklist list = begun("ROLE_CHANGE");
    list.accompanied(company.lead, buddy).then().statusCode(200);
    for (Person who : List.of(person, company.lead, buddy, company.hr)) {
      assertEquals(1, tasks(who, list), who.name());
    }
    list.done(company.lead, "EMPLOYEE").then().statusCode(403);
    list.done(person, "MANAGER").then().statusCode(403);
    list.done(person, "EMPLOYEE").then().statusCode(200);
    list.done(person, "EMPLOYEE").then().statusCode(409);
    list.close(company.lead, list.item("MANAGER"), "NOT_NEEDED", null)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    list.close(company.lead, list.item("MANAGER"), "NOT_NEEDED", "We have spoken")
        .then()
        .statusCode(200);
    list.done(buddy, "BUDDY").then().statusCode(200).body("state", equalTo("OPEN"));
    list.done(company.hr, "HR").then().statusCode(200).body("state", equalTo("DONE"));
    for (Person who : List.of(person, company.lead, buddy, company.hr)) {
      assertEquals(0, tasks(who, list), who.name());
    }
    list.cancel(company.hr).then().statusCode(409);
  }

  @Test
  void aBuddySeesWhatIsTheirsAndForWhomAndNotOnWhatOccasion() {
    LiveChecklist list = begun("RETURN");
    list.accompanied(company.lead, buddy).then().statusCode(200);
    JsonNode seen = list.seenBy(buddy);
    assertEquals(List.of("BUDDY"), seen.path("items").findValuesAsText("owner"));
    assertEquals(person.name(), seen.path("employee").path("name").asText());
    Set<String> fields = new TreeSet<>();
    seen.fieldNames().forEachRemaining(fields::add);
    assertEquals(Set.of("id", "state", "employee", "items", "relations", "actions"), fields);
    list.close(buddy, list.item("MANAGER"), "DONE", null).then().statusCode(404);
    list.accompanied(buddy, company.stranger).then().statusCode(403);

    assertTrue(found(buddy, "state=OPEN").contains(list.id()));
    assertFalse(found(buddy, "kind=RETURN").contains(list.id()));
    String etag = list.read(buddy).header("ETag");
    list.done(person, "EMPLOYEE").then().statusCode(200);
    assertEquals(etag, list.read(buddy).header("ETag"));
  }

  @Test
  void nobodyElseLearnsThatThereIsAList() {
    LiveChecklist list = begun("RETURN");
    for (Person other :
        List.of(
            company.chief,
            company.dotted,
            company.hrElsewhere,
            company.stranger,
            company.staff.get(0))) {
      list.read(other).then().statusCode(404);
      assertFalse(found(other, "state=OPEN").contains(list.id()));
    }
    begin(company.hrElsewhere, "LEAVING", Map.of()).then().statusCode(403);
    begin(company.lead, "LEAVING", Map.of()).then().statusCode(403);
  }

  @Test
  void aChangedTemplateChangesNoListThatRuns() {
    LiveChecklist list = begun("CROSS_BORDER");
    LiveChecklist.put(
        company, "CROSS_BORDER", List.of(LiveChecklist.item("HR", "Something else", 1)));
    try {
      assertEquals(4, list.seenBy(person).path("items").size());
      begin(company.hr, "CROSS_BORDER", Map.of()).then().statusCode(409);
    } finally {
      LiveChecklist.put(company, "CROSS_BORDER", List.of());
    }
  }

  @Test
  void whatCountsInOtherCountriesIsNotOnTheList() {
    Map<String, Object> abroad =
        Map.of("owner", "HR", "title", "Of France", "offset", 1, "countries", List.of("FR", "BE"));
    LiveChecklist.put(company, "ONBOARDING", List.of(abroad));
    begin(company.hr, "ONBOARDING", Map.of()).then().statusCode(409);
    LiveChecklist list =
        begun("ONBOARDING", List.of(abroad, LiveChecklist.item("HR", "Of all", 1)));
    assertEquals(List.of("Of all"), list.seenBy(person).path("items").findValuesAsText("title"));
  }

  @Test
  void theDaysOfALeaverAreCountedBackFromTheirLastDay() {
    LocalDate friday = Company.today().plusDays(60).with(DayOfWeek.FRIDAY);
    LiveChecklist.put(
        company,
        "LEAVING",
        List.of(
            LiveChecklist.item("HR", "Write the reference", -5),
            LiveChecklist.item("MANAGER", "Long ago", -60),
            LiveChecklist.item("EMPLOYEE", "Give back the laptop", 0)));
    Response begun = begin(company.hr, "LEAVING", Map.of("startsOn", friday.toString()));
    LiveChecklist.put(company, "LEAVING", List.of());
    begun.then().statusCode(201);
    List<String> days = LiveChecklist.parsed(begun).path("items").findValuesAsText("dueOn");
    assertEquals(friday.minusDays(7).toString(), days.get(0));
    assertFalse(LocalDate.parse(days.get(1)).isBefore(Company.today()), "is over: " + days);
    assertEquals(friday.toString(), days.get(2));
  }

  @Test
  void withNobodyAboveTheManagersPartIsVacantAndEscalates() {
    Person alone = company.person("ALONE" + UUID.randomUUID(), "Wim", "Aldring", "employee");
    Hris.takeIn(company.hire(alone, null, company.care()));
    LiveChecklist list =
        LiveChecklist.begun(
            company, alone, "ROLE_CHANGE", List.of(LiveChecklist.item("MANAGER", "Speak", 20)));
    await().atMost(Duration.ofSeconds(20)).until(() -> tasks(company.hr, list) == 1);
    list.done(company.hr, "MANAGER").then().statusCode(200).body("state", equalTo("DONE"));
  }

  @Test
  void whatNobodyHasDoneLapsesWhenItsLastDayIsLongOver() {
    LiveChecklist list = begun("CROSS_BORDER");
    Tables.execute(
        """
        update checklist set created_on = created_on - 200,
          items = (select jsonb_agg(jsonb_set(i, '{dueOn}', to_jsonb(cast(current_date - 100 as text))))
                   from jsonb_array_elements(items) i) where id = '%s'
        """
            .formatted(list.id()));
    Tables.execute(
        "update due_work set try_at = now() where kind = 'checklist-lapse' and subject = '%s'"
            .formatted(list.id()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> list.seenBy(person).path("state").asText().equals("LAPSED"));
    assertEquals("TIME", list.seenBy(person).path("ending").path("cause").asText());
    assertEquals(0, tasks(company.lead, list));
  }

  @Test
  void ofTwoWhoCloseAtOnceOneReadsAnew() throws Exception {
    LiveChecklist list = begun("ONBOARDING");
    String etag = list.read(person).header("ETag");
    assertEquals(
        List.of(200, 412),
        AtOnce.statuses(
            AtOnce.answers(
                () -> close(list, person, "EMPLOYEE", etag),
                () -> close(list, company.lead, "MANAGER", etag))));
  }

  private static Response close(LiveChecklist list, Person who, String owner, String etag) {
    return who.ask()
        .header("If-Match", etag)
        .body(Map.of("outcome", "DONE"))
        .post(list.path() + "/items/" + list.item(owner) + "/closing");
  }

  @Test
  void badInputIsRefusedAndNothingIsKept() {
    LiveChecklist.put(company, "ROLE_CHANGE", LiveChecklist.oneEach());
    try {
      begin(company.hr, "ROLE_CHANGE", Map.of("assignmentId", "nothing"))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/assignmentId"));
      begin(company.hr, "ROLE_CHANGE", Map.of("startsOn", "9999-12-31", "awaySince", "2020-01-01"))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/startsOn", "/awaySince"));
      begin(company.hr, "ROLE_CHANGE", Map.of()).then().statusCode(201);
      begin(company.hr, "ROLE_CHANGE", Map.of()).then().statusCode(409);
    } finally {
      LiveChecklist.put(company, "ROLE_CHANGE", List.of());
    }
    String path = "/v1/checklist-templates/RETURN";
    String etag = company.hr.ask().get(path).header("ETag");
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            LiveChecklist.item("HR", "too early", -61),
            LiveChecklist.item("HR", "too late", 251),
            LiveChecklist.item("HR", " ", 1),
            Map.of("owner", "HR", "title", "x", "offset", 1, "countries", List.of("XX")))) {
      company
          .hr
          .ask()
          .header("If-Match", etag)
          .body(Map.of("items", List.of(bad)))
          .put(path)
          .then()
          .statusCode(400);
    }
    company
        .hr
        .ask()
        .header("If-Match", etag)
        .body(Map.of("items", Collections.nCopies(61, LiveChecklist.item("HR", "many", 1))))
        .put(path)
        .then()
        .statusCode(400);
  }

  private LiveChecklist begun(String kind) {
    return begun(kind, LiveChecklist.oneEach());
  }

  private LiveChecklist begun(String kind, List<Map<String, Object>> items) {
    return LiveChecklist.begun(company, person, kind, items);
  }

  private Response begin(Person hr, String kind, Map<String, Object> more) {
    return LiveChecklist.begin(hr, person, kind, more);
  }

  private static List<String> found(Person reader, String query) {
    return LiveChecklist.parsed(reader.ask().get("/v1/checklists?limit=200&" + query))
        .path("items")
        .findValuesAsText("id");
  }

  private static long tasks(Person who, LiveChecklist list) {
    return LiveChecklist.parsed(who.ask().get("/v1/tasks?limit=200&kind=CHECKLIST_ITEM"))
        .path("items")
        .findValuesAsText("subject")
        .stream()
        .filter(list.path()::equals)
        .count();
  }
}
