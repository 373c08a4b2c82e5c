package org.evenhand.review.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.stream.Stream;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What nobody can read, or what breaks a rule: told with its place, and nothing half-written. */
@QuarkusTest
class BadInputTest {

  private static final String LONG = "x".repeat(8_001);

  private Company company;
  private LiveCycle cycle;
  private LiveReview review;

  @TestFactory
  Stream<DynamicTest> isToldWhatAndWhereAndLeavesNoTrace() {
    company = Company.of(1);
    cycle = LiveCycle.open(company);
    review = cycle.reviewOf(company.staff.get(0));
    String before = traces();
    return Stream.of(
            observations(), ratings(), texts(), decisions(), cycles(), samples(), addresses())
        .flatMap(tests -> tests)
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.getDisplayName(),
                    () -> {
                      test.getExecutable().execute();
                      assertEquals(before, traces());
                    }));
  }

  private Stream<DynamicTest> observations() {
    String good =
        """
        {"criterion": "delivery", "situation": "s", "behaviour": "b", "impact": "i",
         "observedOn": "2026-05-12"}
        """;
    String to = "observations";
    return Stream.of(
        bad(400, "", to, "{\"criterion\": \"delivery\""),
        bad(400, "", to, "[]"),
        bad(400, "", to, ""),
        bad(400, "/colour", to, good.replace("{", "{\"colour\": 1,")),
        bad(400, "/criterion", to, good.replace("\"delivery\"", "7")),
        bad(400, "/impact", to, good.replace("\"i\"", "null")),
        bad(400, "/impact", to, good.replace("\"i\"", "\"\\u0000\"")),
        bad(400, "/impact", to, good.replace("\"i\"", "\" \"")),
        bad(400, "/situation", to, good.replace("\"s\"", '"' + LONG + '"')),
        bad(400, "/observedOn", to, good.replace("2026-05-12", "2026-13-12")),
        bad(422, "/observedOn", to, good.replace("2026-05-12", "2099-05-12")),
        bad(422, "/criterion", to, good.replace("delivery", "speed")));
  }

  private Stream<DynamicTest> ratings() {
    String good = "{\"ordinal\": 4, \"rationale\": \"r\"}";
    return Stream.of(
        badPut(400, "/ordinal", "ratings/delivery", good.replace("4", "\"4\"")),
        badPut(400, "/ordinal", "ratings/delivery", good.replace("4", "4.5")),
        badPut(400, "/ordinal", "ratings/delivery", good.replace("4", "0")),
        badPut(422, "/ordinal", "ratings/delivery", good.replace("4", "6")),
        badPut(400, "/rationale", "ratings/delivery", "{\"ordinal\": 4}"),
        badCriterion(good));
  }

  private Stream<DynamicTest> texts() {
    return Stream.of(
        badPut(400, "/text", "context-note", "{\"text\": \"" + LONG + "\"}"),
        badPut(400, "/answers", "contributions/MANAGER", "{\"answers\": []}"),
        badPut(400, "/answers/0", "contributions/MANAGER", "{\"answers\": [null]}"),
        badPut(
            422,
            "/answers/0/question",
            "contributions/MANAGER",
            "{\"answers\": [{\"question\": \"proud\", \"text\": \"t\"}]}"),
        badPut(
            422,
            "/answers/1/question",
            "contributions/MANAGER",
            "{\"answers\": [{\"question\": \"seen\", \"text\": \"t\"},"
                + " {\"question\": \"seen\", \"text\": \"t\"}]}"));
  }

  private Stream<DynamicTest> decisions() {
    return Stream.of(
        bad(400, "/confirmedBy", "submission", "{}"),
        bad(company.hr, 400, "/reason", review.path() + "/not-rated", "{\"reason\": \"TIRED\"}"),
        bad(company.hr, 400, "/reason", review.path() + "/reopening", "{\"reason\": \"\"}"),
        bad(
            company.hr,
            422,
            "/reviewerExternalId",
            review.path() + "/reassignment",
            "{\"reviewerExternalId\": \"%s\", \"reason\": \"r\"}"
                .formatted(company.staff.get(0).externalId())));
  }

  private Stream<DynamicTest> cycles() {
    String good =
        """
        {"key": "BAD", "name": "n", "policyId": "01939b4e-7c3a-7000-8000-000000000001",
         "policyVersion": 1, "orgUnits": ["%s"], "periodStart": "2026-01-01",
         "periodEnd": "2026-12-31", "cutOffDate": "2026-12-01",
         "milestones": {"selfReview": "2026-12-15", "managerReview": "2027-01-15",
           "calibration": "2027-01-31", "share": "2027-02-10", "appealWindow": "2027-03-10"}}
        """
            .formatted(company.care());
    return Stream.of(
        badCycle(422, "/policyVersion", good),
        badCycle(422, "/key", good.replace("BAD", "a key")),
        badCycle(422, "/cutOffDate", good.replace("2026-12-01", "2025-12-01")),
        badCycle(422, "/periodEnd", good.replace("2026-12-31", "2025-12-31")),
        badCycle(422, "/milestones/share", good.replace("2027-02-10", "2027-01-01")),
        badCycle(400, "/milestones/share", good.replace("\"2027-02-10\"", "null")),
        badCycle(400, "/policyId", good.replace("01939b4e-7c3a", "no")),
        badCycle(400, "/orgUnits/0", good.replace('"' + company.care() + '"', "\"\"")),
        badCycle(422, "/orgUnits/1", good.replace(care(), care() + ", " + care())),
        badCycle(422, "/orgUnits/1", good.replace(care(), care() + ", \"nowhere\"")),
        badCycle(
            422,
            "/milestones/overrides/1",
            overriding(good, "{\"country\": \"NL\"}, {\"country\": \"NL\"}")),
        badCycle(
            422, "/milestones/overrides/0/orgUnit", overriding(good, "{\"orgUnit\": \"nowhere\"}")),
        badCycle(400, "/name", good.replace("\"n\"", '"' + "n".repeat(201) + '"')),
        bad(company.hr, 400, "/reason", cycle.path() + "/cancellation", "{}"),
        bad(company.hr, 400, "/employeeExternalId", cycle.path() + "/joiners", "{}"));
  }

  private String care() {
    return '"' + company.care() + '"';
  }

  private static String overriding(String good, String overrides) {
    return good.replace("\"2027-03-10\"", "\"2027-03-10\", \"overrides\": [" + overrides + "]");
  }

  private Stream<DynamicTest> samples() {
    String good =
        """
        {"sessionId": "01939b4e-7c3a-7000-8000-000000000001", "cycleId": "%s", "reviewIds": ["%s"]}
        """
            .formatted(cycle.id(), review.id());
    RequestSpecification service =
        Hris.as(Tokens.forClient("evenhand-calibration", "service"))
            .contentType("application/json");
    return Stream.of(
            new String[] {"/reviewIds/0", good.replace(review.id(), "x")},
            new String[] {"/reviewIds", good.replace('"' + review.id() + '"', "")},
            new String[] {"/session", good.replace("sessionId", "session")})
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    "claims with bad " + bad[0],
                    () -> refuses(400, bad[0], service.body(bad[1]).post("/internal/v1/samples"))));
  }

  /** Cursors of other lists, and of nobody, and words where an id belongs. */
  private Stream<DynamicTest> addresses() {
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString("word".getBytes(UTF_8));
    String exceptions = cycle.path() + "/exceptions";
    return Stream.concat(
        Stream.of("/v1/reviews", "/v1/cycles", exceptions)
            .flatMap(list -> Stream.of("!!", word).map(cursor -> list + "?cursor=" + cursor))
            .map(path -> badParameter(path, "cursor")),
        Stream.concat(
            Stream.of(
                badParameter("/v1/reviews?role=boss", "role"),
                badParameter("/v1/reviews?limit=201", "limit")),
            Stream.of(
                    "/v1/reviews/no-id",
                    "/v1/reviews/no-id/trail",
                    "/v1/cycles/no-id",
                    "/v1/cycles/01939b4e-7c3a-7000-8000-00000000ffff")
                .map(
                    path ->
                        DynamicTest.dynamicTest(
                            path, () -> company.lead.ask().get(path).then().statusCode(404)))));
  }

  private DynamicTest badParameter(String path, String parameter) {
    return DynamicTest.dynamicTest(
        path,
        () ->
            company
                .lead
                .ask()
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter)));
  }

  private DynamicTest bad(int status, String pointer, String step, String body) {
    return bad(company.lead, status, pointer, review.path() + "/" + step, body);
  }

  private DynamicTest bad(Person who, int status, String pointer, String path, String body) {
    return DynamicTest.dynamicTest(
        path.replaceAll(".*/", "") + " with bad " + pointer + shown(body),
        () -> refuses(status, pointer, current(who, path).body(body).post(path)));
  }

  private DynamicTest badPut(int status, String pointer, String part, String body) {
    String path = review.path() + "/" + part;
    return DynamicTest.dynamicTest(
        part + " with bad " + pointer + shown(body),
        () -> refuses(status, pointer, current(company.lead, path).body(body).put(path)));
  }

  /** The criterion of a rating is in its path, where no pointer into the body leads. */
  private DynamicTest badCriterion(String body) {
    String path = review.path() + "/ratings/speed";
    return DynamicTest.dynamicTest(
        "a rating of a criterion that isn't one",
        () ->
            current(company.lead, path)
                .body(body)
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.parameter", hasItem("criterion")));
  }

  private DynamicTest badCycle(int status, String pointer, String body) {
    return DynamicTest.dynamicTest(
        "a cycle with bad " + pointer,
        () -> refuses(status, pointer, company.hr.ask().body(body).post("/v1/cycles")));
  }

  private RequestSpecification current(Person who, String path) {
    String object = path.startsWith(cycle.path()) ? cycle.path() : review.path();
    return who.ask().header("If-Match", who.ask().get(object).header("ETag"));
  }

  private static void refuses(int status, String pointer, Response answer) {
    answer.then().statusCode(status).contentType("application/problem+json");
    if (!pointer.isEmpty()) {
      answer.then().body("errors.pointer", hasItem(equalTo(pointer)));
    }
  }

  private static String shown(String body) {
    return ": " + body.strip().substring(0, Math.min(60, body.strip().length()));
  }

  /** Whatever a change would leave: a version, an entry of the audit, an event, a cycle. */
  private String traces() {
    return review.etag(company.lead)
        + cycle.read(company.hr).header("ETag")
        + Tables.count(
            "audit where aggregate_id in ('%s', '%s')".formatted(review.id(), cycle.id()))
        + Tables.count("cycle where key like 'BAD%'")
        + Tables.count("review where session_id is not null and id = '" + review.id() + "'");
  }
}
