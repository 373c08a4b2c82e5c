package org.evenhand.review.growth.catalogue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.kit.data.json.Digest;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Entries of the catalogue, their seats, and how they are found. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Company company;
  private Person first;
  private Person second;

  /** One for all tests: each has entries of its own. */
  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(2);
      first = company.staff.get(0);
      second = company.staff.get(1);
      Policy.inEffect();
      await()
          .atMost(SOON)
          .until(() -> Tables.count("policy_version where state = 'EFFECTIVE'") > 0);
    }
  }

  private static Map<String, Object> entry(Map<String, Object> otherwise) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("kind", "COURSE");
    entry.put("title", "Planning with others");
    entry.put("description", "Two days, in a group");
    entry.put("languages", List.of("nl-NL"));
    entry.putAll(otherwise);
    return entry;
  }

  private Response draft(Map<String, Object> otherwise) {
    return company.hr.ask().body(entry(otherwise)).post("/v1/catalogue");
  }

  private String published(Map<String, Object> otherwise) {
    Response drafted = draft(otherwise);
    drafted.then().statusCode(201);
    String path = "/v1/catalogue/" + drafted.path("id");
    step(path, "publication").then().statusCode(200).body("state", equalTo("PUBLISHED"));
    return path;
  }

  private Response step(String path, String step) {
    return company.hr.ask().header("If-Match", etag(path)).post(path + "/" + step);
  }

  private String etag(String path) {
    return company.hr.ask().get(path).header("ETag");
  }

  @Test
  void aDraftIsHrsAndWhatIsRetiredStaysWithWhoeverHasASeat() {
    Response drafted = draft(Map.of("seats", 1));
    String path = "/v1/catalogue/" + drafted.path("id");
    assertEquals(404, first.ask().get(path).statusCode());
    assertEquals(409, company.hr.ask().put(path + "/seat").statusCode());
    step(path, "publication");
    first
        .ask()
        .put(path + "/seat")
        .then()
        .statusCode(200)
        .body("seat", equalTo(true))
        .body("seatsLeft", equalTo(0));
    first.ask().put(path + "/seat").then().statusCode(200).body("seatsLeft", equalTo(0));
    assertEquals(409, second.ask().put(path + "/seat").statusCode());
    company
        .hr
        .ask()
        .header("If-Match", etag(path))
        .body(entry(Map.of("seats", 2, "cost", Map.of("amount", "10", "currency", "QQQ"))))
        .put(path)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/cost/currency"));
    step(path, "retirement").then().statusCode(200);
    assertEquals(404, second.ask().get(path).statusCode());
    first
        .ask()
        .get(path)
        .then()
        .statusCode(200)
        .body("actions", equalTo(List.of("leaveCatalogueSeat")));
    first.ask().delete(path + "/seat").then().statusCode(200).body("seat", equalTo(false));
    assertEquals(404, first.ask().get(path).statusCode());
  }

  @Test
  void ofTwoWhoTakeTheLastSeatAtOnceOneGetsItAndALeaverGivesItBack() throws Exception {
    Person leaver = company.person("SITTER", "Ties", "Wolniak", "employee");
    Hris.takeIn(company.hire(leaver, company.lead, company.care()));
    String path = published(Map.of("seats", 2));
    String ofHr = etag(path);
    leaver.ask().put(path + "/seat").then().statusCode(200);
    assertEquals(ofHr, etag(path), "no change of the entry");
    assertEquals(
        List.of(200, 409),
        AtOnce.statuses(
            AtOnce.answers(
                () -> first.ask().put(path + "/seat"), () -> second.ask().put(path + "/seat"))));
    Hris.takeIn(Hris.row(leaver.externalId(), "TERMINATE", Company.today().toString()));
    await()
        .atMost(SOON)
        .until(() -> Integer.valueOf(1).equals(first.ask().get(path).path("seatsLeft")));
  }

  @Test
  void aMatchSaysWhyItWasFoundAndAnybodyCanComputeTheOrderAnew() {
    String mark = "m" + company.mark().toLowerCase(Locale.ROOT);
    String starts = Company.today().plusDays(20).toString();
    Map<String, Object> base =
        Map.of(
            "tags",
            List.of(mark),
            "criteria",
            List.of("delivery"),
            "places",
            List.of("Utrecht"),
            "accessibility",
            List.of("CAPTIONS", "STEP_FREE"),
            "startsOn",
            starts,
            "seats",
            3);
    List<String> sameDay = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sameDay.add(id(published(base)));
    }
    published(with(base, "languages", List.of("de")));
    published(with(base, "places", List.of("Porto")));
    published(with(base, "accessibility", List.of("STEP_FREE")));
    String remote =
        id(
            published(
                with(
                    with(
                        with(base, "places", List.of("Porto")),
                        "accessibility",
                        List.of("CAPTIONS", "REMOTE")),
                    "startsOn",
                    Company.today().plusDays(1).toString())));
    String full = published(with(base, "seats", 1));
    second.ask().put(full + "/seat").then().statusCode(200);
    LivePlan plan =
        LivePlan.begun(
            first,
            first,
            LivePlan.terms(
                "a gap",
                Map.of(
                    "kind", "SKILL",
                    "title", "Deliver",
                    "measure", "Delivered",
                    "dueOn", Company.today().plusDays(60).toString(),
                    "gap", Map.of("criterion", "delivery", "ordinal", 2))));
    String query =
        ("/v1/catalogue-matches?tag=%s&plan=%s&language=nl&place=Utrecht"
                + "&accessibility=CAPTIONS&seed=abc")
            .formatted(mark, plan.id());

    JsonNode found = read(first.ask().get(query));

    assertEquals("abc", found.get("seed").textValue());
    List<String> expected = new ArrayList<>(List.of(remote));
    sameDay.stream().sorted((a, b) -> tie(a).compareTo(tie(b))).forEach(expected::add);
    assertEquals(expected, ids(found));
    List<String> codes = found.get("items").get(1).get("why").findValuesAsText("code");
    assertEquals(
        List.of("CLOSES_GAP", "HAS_TAG", "IN_LANGUAGE", "AT_PLACE", "ACCESSIBLE", "SEATS_LEFT"),
        codes);
    assertTrue(found.get("items").get(0).get("why").findValuesAsText("code").contains("ANYWHERE"));

    List<String> paged = new ArrayList<>();
    JsonNode page = read(first.ask().get(query + "&limit=2"));
    paged.addAll(ids(page));
    while (page.hasNonNull("next")) {
      page = read(first.ask().get(query + "&limit=2&cursor=" + page.get("next").textValue()));
      paged.addAll(ids(page));
    }
    assertEquals(expected, paged);
    assertEquals(404, second.ask().get("/v1/catalogue-matches?plan=" + plan.id()).statusCode());
    first
        .ask()
        .get("/v1/catalogue-matches?seed=a%20b")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("seed"));
    first
        .ask()
        .get("/v1/catalogue?kind=COURSE&state=PUBLISHED&limit=1")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void aPlanNamesTheEntryInWhichItPromisesASeat() {
    String entry = id(published(Map.of("seats", 1)));
    LivePlan plan =
        LivePlan.begun(first, first, LivePlan.terms("a seat", promising("SEAT", entry)));
    plan.read(first).then().body("terms.actions[0].means[0].catalogueEntryId", equalTo(entry));
    LivePlan.begin(first, first, LivePlan.terms("no seat", promising("MENTOR", entry)))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/terms/actions/0/means/0/catalogueEntryId"));
    String draft = draft(Map.of()).path("id");
    LivePlan.begin(first, first, LivePlan.terms("a draft", promising("SEAT", draft)))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/terms/actions/0/means/0/catalogueEntryId"));
  }

  @Test
  void aSeatThatAPlanPromisesIsTakenForThePersonWhenItIsGivenOrIsNotGiven() {
    String path = published(Map.of("seats", 1));
    LivePlan one = promised(first, path);
    LivePlan other = promised(second, path);
    Said.expect(one.deliver(company.lead, "SEAT"), 200, "ACTIVE");
    JsonNode seat = read(first.ask().get(path));
    assertTrue(seat.path("seat").asBoolean());
    assertEquals(0, seat.path("seatsLeft").asInt());

    Response full = other.deliver(company.lead, "SEAT");
    assertEquals(409, full.statusCode());
    assertEquals(List.of("changeDevelopmentPlan"), full.path("allowed"), "of whoever may");
    assertNull(other.read(second).<String>path("means[0].deliveredOn"), "nothing half-given");

    first.ask().delete(path + "/seat").then().statusCode(200);
    second.ask().put(path + "/seat").then().statusCode(200);
    Said.expect(other.deliver(company.lead, "SEAT"), 200, "ACTIVE");
    assertEquals(0, read(second.ask().get(path)).path("seatsLeft").asInt(), "their own");
  }

  @Test
  void oneSeatKeepsOnePromiseAndNotThatOfANextPlanToo() {
    String path = published(Map.of("seats", 5));
    first.ask().put(path + "/seat").then().statusCode(200);
    Said.expect(promised(first, path).deliver(company.lead, "SEAT"), 200, "ACTIVE");
    LivePlan next = promised(first, path);

    assertEquals(409, next.deliver(company.lead, "SEAT").statusCode());

    assertNull(next.read(first).<String>path("means[0].deliveredOn"));
    assertEquals(4, read(first.ask().get(path)).path("seatsLeft").asInt());
    Map<String, Object> twice =
        LivePlan.terms("twice", promising("SEAT", id(path)), promising("SEAT", id(path)));
    LivePlan.begin(first, first, twice)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("DUPLICATE"))
        .body("errors[0].pointer", equalTo("/terms/actions/1/means/0/catalogueEntryId"));
    LivePlan.begin(first, first, LivePlan.terms("three", several(id(path))))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/terms/actions/0/means/0/amount"));
  }

  private static Map<String, Object> several(String entry) {
    Map<String, Object> three = promising("SEAT", entry);
    three.put(
        "means",
        List.of(
            Map.of(
                "kind",
                "SEAT",
                "amount",
                "3",
                "dueOn",
                three.get("dueOn"),
                "catalogueEntryId",
                entry)));
    return three;
  }

  @Test
  void whoeverGivesASeatIsAnsweredTheSameWhoeverTookItAndTheAuditSaysForWhom() {
    String path = published(Map.of("seats", 2));
    first.ask().put(path + "/seat").then().statusCode(200);
    for (Person person : List.of(first, second)) {
      Said.expect(promised(person, path).deliver(company.lead, "SEAT"), 200, "ACTIVE");
      assertEquals(
          1,
          Tables.count(
              "audit where action = 'seat-given' and aggregate_id = '%s' and content like '%%%s%%'"
                  .formatted(id(path), LiveAppeal.idOf(person))));
    }
  }

  @Test
  void aSeatOfWhatIsRetiredSinceIsStillGivenWhereItWasPromised() {
    String path = published(Map.of("seats", 1));
    LivePlan plan = promised(first, path);
    LivePlan other = promised(second, path);
    step(path, "retirement").then().statusCode(200);

    Said.expect(plan.deliver(company.lead, "SEAT"), 200, "ACTIVE");

    assertTrue(read(first.ask().get(path)).path("seat").asBoolean());
    assertEquals(409, other.deliver(company.lead, "SEAT").statusCode(), "none is left");
  }

  @Test
  void whoeverGivesASeatButCanNotAgreeOnOthersIsNotToldToDoSo() {
    String path = published(Map.of("seats", 1));
    second.ask().put(path + "/seat").then().statusCode(200);
    Map<String, Object> byHr = promising("SEAT", id(path));
    byHr.put(
        "means",
        List.of(
            Map.of(
                "kind",
                "SEAT",
                "dueOn",
                byHr.get("dueOn"),
                "deliverer",
                "HR",
                "catalogueEntryId",
                id(path))));
    LivePlan plan = LivePlan.agreed(company.lead, first, LivePlan.terms("a seat of HR", byHr));

    Response refused = plan.deliver(company.hr, "SEAT");

    assertEquals(409, refused.statusCode());
    assertNull(refused.<List<String>>path("allowed"));
  }

  @Test
  void nobodyIsGivenASeatBetweenTheirExitAndTheLookAtTheirPlan() {
    Person leaver = company.person("SOON-GONE", "Ida", "Roth", "employee");
    Hris.takeIn(company.hire(leaver, company.lead, company.care()));
    String path = published(Map.of("seats", 1));
    LivePlan plan = promised(leaver, path);
    Hris.followed();
    String delivery = "means/" + plan.means() + "/delivery";
    Tables.execute(
        "update employee set status = 'TERMINATED', terminated_on = current_date where external_id = '%s'"
            .formatted(leaver.externalId()));

    assertEquals(409, plan.post(company.lead, delivery).statusCode());

    assertEquals(1, read(first.ask().get(path)).path("seatsLeft").asInt());
  }

  private LivePlan promised(Person whose, String path) {
    return LivePlan.agreed(
        company.lead, whose, LivePlan.terms("a seat", promising("SEAT", id(path))));
  }

  @Test
  void aSeatStaysWithWhoeverMovesOrIsAwayAndIsFreeOnceTheyLeaveAlsoWhereTheyAreHiredAnew() {
    Person mover = company.person("MOVER", "Sanne", "Udeze", "employee");
    Hris.takeIn(company.hire(mover, company.lead, company.care()));
    String path = published(Map.of("seats", 1, "places", List.of("Utrecht")));
    mover.ask().put(path + "/seat").then().statusCode(200);
    Hris.takeIn(Company.reports(mover, company.chief));
    Hris.takeIn(
        "%s,,,,,,%s-far,,,Porto,PT,,,,,%s,CHANGE"
            .formatted(mover.externalId(), company.mark(), Company.today()));
    Hris.takeIn(Company.stands(mover, "ON_LEAVE", Company.today()));
    Hris.followed();
    assertSeat(mover, path, true, 0);

    Hris.takeIn(Company.leaves(mover), company.rehire(mover, company.lead, company.care()));
    Hris.followed();
    assertSeat(mover, path, false, 1);

    mover.ask().put(path + "/seat").then().statusCode(200);
    Hris.takeIn(Company.stands(mover, "ON_LEAVE", Company.today()));
    Hris.followed();
    assertSeat(mover, path, true, 0);
  }

  private static void assertSeat(Person person, String path, boolean seat, int left) {
    JsonNode seen = read(person.ask().get(path));
    assertEquals(seat, seen.get("seat").booleanValue());
    assertEquals(left, seen.get("seatsLeft").intValue());
  }

  private static Map<String, Object> promising(String kind, String entry) {
    String day = Company.today().plusDays(60).toString();
    return new HashMap<>(
        Map.of(
            "kind", "SKILL",
            "title", "Plan",
            "measure", "Planned",
            "dueOn", day,
            "means", List.of(Map.of("kind", kind, "dueOn", day, "catalogueEntryId", entry))));
  }

  private static String tie(String id) {
    return HexFormat.of().formatHex(Digest.sha256(("abc " + id)));
  }

  private static Map<String, Object> with(Map<String, Object> base, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(base);
    changed.put(key, value);
    return changed;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<String> ids(JsonNode matches) {
    List<String> ids = new ArrayList<>();
    matches.get("items").forEach(each -> ids.add(each.get("entry").get("id").textValue()));
    return ids;
  }

  private static JsonNode read(Response answer) {
    try {
      return Json.mapper().readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
