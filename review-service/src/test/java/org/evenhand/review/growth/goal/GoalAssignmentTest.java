package org.evenhand.review.growth.goal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/** The library, and files of goals from it. */
@QuarkusTest
class GoalAssignmentTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String REFUSED = "REFUSED";

  private static final String HEADER = "externalId,goal,weight,visibility,dueOn\n";

  @Test
  void hrKeepsTheLibraryAndEverybodyReadsIt() {
    Company company = Company.of(1);
    String key = key(company, 1);
    Response added = add(company.hr, key, "engineering");
    added.then().statusCode(201).body("state", equalTo("PUBLISHED")).body("actions", hasSize(2));
    add(company.hr, key, "engineering")
        .then()
        .statusCode(409)
        .body("code", equalTo("LIBRARY_KEY_TAKEN"));
    add(company.lead, key + "-2", "engineering").then().statusCode(403);
    String path = "/v1/goal-library/" + added.path("id");
    Person reader = company.staff.get(0);
    reader.ask().get(path).then().statusCode(200).body("actions", empty());
    listed(reader, "engineering").body("items.key", hasItem(key));
    listed(reader, "sales").body("items.key", not(hasItem(key)));

    Map<String, Object> other = new HashMap<>(entry(key + "-other", "engineering"));
    company
        .hr
        .ask()
        .header("If-Match", added.header("ETag"))
        .body(other)
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/key"));
    other.put("key", key);
    other.put("title", "put otherwise");
    Response changed =
        company.hr.ask().header("If-Match", added.header("ETag")).body(other).put(path);
    changed.then().statusCode(200).body("title", equalTo("put otherwise"));
    company
        .hrLead
        .ask()
        .header("If-Match", changed.header("ETag"))
        .post(path + "/retirement")
        .then()
        .statusCode(200)
        .body("state", equalTo("RETIRED"))
        .body("actions", empty());
    row(company.lead, reader, key).body("results[0].errors[0].column", equalTo("goal"));
  }

  private static ValidatableResponse listed(Person reader, String family) {
    return reader
        .ask()
        .get("/v1/goal-library?limit=200&state=PUBLISHED&jobFamily=" + family)
        .then()
        .statusCode(200);
  }

  @Test
  void aFileIsLookedAtFirstAndEachRowIsTakenOrRefusedByItself() {
    Company company = Company.of(3);
    String key = key(company, 1);
    String second = key(company, 2);
    add(company.hr, key, null).then().statusCode(201);
    add(company.hr, second, null).then().statusCode(201);
    Person person = company.staff.get(0);
    String file =
        HEADER
            + line(person, key, "60")
            + line(person, second, "40")
            + line(company.chief, key, "")
            + line(company.staff.get(1), "unheard-of", "")
            + line(company.staff.get(2), key, "")
            + line(company.staff.get(2), key, "");

    send(company.lead, file, "?dryRun=true")
        .body("created", equalTo(2))
        .body("refused", equalTo(4))
        .body(
            "results.outcome", contains("CREATED", "CREATED", REFUSED, REFUSED, REFUSED, REFUSED));
    person.ask().get("/v1/goals").then().body("items", empty());

    String id =
        send(company.lead, file, "")
            .body("created", equalTo(2))
            .body("results[2].errors[0].code", equalTo("NOT_ALLOWED"))
            .body("results[3].errors[0].column", equalTo("goal"))
            .body("results[4].errors[0].code", equalTo("DUPLICATE"))
            .extract()
            .path("id");
    company.lead.ask().get("/v1/goal-assignments/" + id).then().statusCode(200);
    company.chief.ask().get("/v1/goal-assignments/" + id).then().statusCode(404);
    company.chief.ask().get("/v1/goal-assignments/" + id + "/errors").then().statusCode(404);
    Hris.as(company.lead.token())
        .get("/v1/goal-assignments/" + id + "/errors")
        .then()
        .statusCode(200);

    send(company.lead, file, "").body("unchanged", equalTo(2));
    send(company.lead, HEADER + line(person, key, "50"), "?dryRun=true")
        .body("results[0].outcome", equalTo("CHANGED"))
        .body("results[0].changes.column", contains("weight"))
        .body("results[0].changes.from", contains("60"));
    List<String> goals =
        person.ask().get("/v1/goals?state=PROPOSED").then().extract().path("items.id");
    goals.forEach(goal -> new LiveGoal(goal).post(person, "agreement").then().statusCode(200));
    send(company.lead, HEADER + line(person, key, "50"), "")
        .body("results[0].errors[0].code", equalTo("NOT_ALLOWED"));
    send(company.lead, file, "").body("unchanged", equalTo(2));
  }

  @Test
  void aFileThatIsSentAgainTakesNoCounterProposalAway() {
    Company company = Company.of(1);
    String key = key(company, 1);
    add(company.hr, key, null).then().statusCode(201);
    Person person = company.staff.get(0);
    row(company.lead, person, key).body("created", equalTo(1));
    send(company.hr, HEADER + line(person, key, "70"), "")
        .body("results[0].errors[0].code", equalTo("NOT_ALLOWED"));
    send(company.lead, HEADER + line(person, key, "60"), "").body("changed", equalTo(1));

    String id = person.ask().get("/v1/goals").then().extract().path("items[0].id");
    LiveGoal goal = new LiveGoal(id);
    goal.put(person, "terms", Map.of("terms", LiveGoal.terms("another way", Map.of())))
        .then()
        .statusCode(200);
    send(company.lead, HEADER + line(person, key, "50"), "")
        .body("results[0].errors[0].code", equalTo("NOT_ALLOWED"))
        .body("results[0].errors[0].column", equalTo("goal"));
    goal.read(person)
        .then()
        .body("terms.title", equalTo("another way"))
        .body("proposal.signatures.side", contains("EMPLOYEE"));
  }

  @Test
  void hrWritesForItsUnitsAlsoAndBothSidesAgreeToThat() {
    Company company = Company.of(1);
    String key = key(company, 1);
    add(company.hr, key, null).then().statusCode(201);
    Person person = company.staff.get(0);
    row(company.hrElsewhere, person, key).body("refused", equalTo(1));
    row(company.hrInChain, person, key).body("refused", equalTo(1));
    row(company.hr, person, key).body("created", equalTo(1));

    String id = person.ask().get("/v1/goals").then().extract().path("items[0].id");
    LiveGoal goal = new LiveGoal(id);
    goal.read(person)
        .then()
        .body("proposal.signatures", empty())
        .body("libraryGoalId", notNullValue());
    goal.post(person, "agreement").then().statusCode(200).body("state", equalTo("PROPOSED"));
    goal.post(company.lead, "agreement").then().statusCode(200).body("state", equalTo("AGREED"));
  }

  /** More than a thousand rows are a job, which goes on in steps of their own. */
  @Test
  void thirtyGoalsForSeventyPeopleAreOneFileAndEachRowSaysWhatBecameOfIt() {
    Company company = Company.of(70);
    List<String> keys =
        IntStream.rangeClosed(1, 30).mapToObj(number -> key(company, number)).toList();
    keys.forEach(key -> add(company.hr, key, null).then().statusCode(201));
    StringBuilder file = new StringBuilder(HEADER);
    company.staff.forEach(
        person -> keys.forEach(key -> file.append(line(person, key, weight(keys.indexOf(key))))));
    file.append(line(company.chief, keys.get(0), ""));
    String looked = through(company.lead, file.toString(), "?dryRun=true");
    assertEquals(0, Tables.count(goalsOf(company)));
    String taken = through(company.lead, file.toString(), "");
    for (String location : List.of(looked, taken)) {
      List<JsonNode> rows = results(company.lead, location);
      assertEquals(2101, rows.size());
      for (int row = 0; row < 2100; row++) {
        assertEquals(row + 1, rows.get(row).path("row").asInt());
        assertEquals("CREATED", rows.get(row).path("outcome").asText());
      }
      assertEquals(REFUSED, rows.get(2100).path("outcome").asText());
      assertEquals("NOT_ALLOWED", rows.get(2100).at("/errors/0/code").asText());
    }
    assertEquals(404, company.chief.ask().get(taken + "/results").statusCode());
    String second = through(company.lead, file.toString(), "");
    assertEquals("UNCHANGED", results(company.lead, second).get(2099).path("outcome").asText());
    Person person = company.staff.get(69);
    person
        .ask()
        .get("/v1/goals?limit=200&employee=" + LiveGoal.idOf(person))
        .then()
        .body("items", hasSize(30))
        .body("items.state", everyItem(equalTo("PROPOSED")));
    person.ask().get("/v1/tasks?limit=200&kind=GOAL_AGREEMENT").then().body("items", hasSize(30));
    String first =
        person
            .ask()
            .get("/v1/goals?employee=" + LiveGoal.idOf(person))
            .then()
            .extract()
            .path("items[0].id");
    new LiveGoal(first)
        .post(person, "agreement")
        .then()
        .statusCode(200)
        .body("state", equalTo("AGREED"))
        .body("proposal", nullValue());
    assertEquals(2100, Tables.count(goalsOf(company)));
  }

  private static String goalsOf(Company company) {
    return "goal g join employee e on e.id = g.employee_id where e.external_id like '%s-STAFF%%'"
        .formatted(company.mark());
  }

  /** Where a long file is, once it is through. */
  private static String through(Person sender, String file, String query) {
    Response taken = post(sender, file, query);
    assertEquals(202, taken.statusCode());
    String location = taken.header("Location");
    JsonNode done =
        await()
            .atMost(SOON)
            .until(
                () -> Said.by(Hris.as(sender.token()).get(location)),
                view -> view.path("state").asText().equals("DONE"));
    assertEquals(2101, done.path("rows").asInt());
    assertEquals(1, done.path("refused").asInt());
    return location;
  }

  /** What became of each row, page by page. */
  private static List<JsonNode> results(Person sender, String location) {
    List<JsonNode> rows = new ArrayList<>();
    String page = location + "/results?limit=200";
    while (page != null) {
      JsonNode said = Said.by(sender.ask().get(page));
      said.path("items").forEach(rows::add);
      page =
          said.has("next")
              ? location + "/results?limit=200&cursor=" + said.path("next").asText()
              : null;
    }
    return rows;
  }

  /** Thirty that sum to 100. */
  private static String weight(int goal) {
    return goal < 10 ? "4" : "3";
  }

  private static Map<String, Object> entry(String key, String family) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("key", key);
    entry.put("title", "Answers within two days");
    entry.put("measure", Map.of("kind", "STEPS", "steps", List.of("measure", "halve it")));
    if (family != null) {
      entry.put("jobFamily", family);
    }
    return entry;
  }

  private static Response add(Person hr, String key, String family) {
    return hr.ask().body(entry(key, family)).post("/v1/goal-library");
  }

  private static String key(Company company, int number) {
    return company.mark().toLowerCase(Locale.ROOT) + "-goal-" + number;
  }

  private static String line(Person person, String key, String weight) {
    return "%s,%s,%s,,%s\n"
        .formatted(person.externalId(), key, weight, Company.today().plusMonths(6));
  }

  private static ValidatableResponse row(Person sender, Person person, String key) {
    return send(sender, HEADER + line(person, key, ""), "");
  }

  private static ValidatableResponse send(Person sender, String file, String query) {
    return post(sender, file, query).then().statusCode(207);
  }

  private static Response post(Person sender, String file, String query) {
    return Hris.as(sender.token())
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/v1/goal-assignments" + query);
  }
}
