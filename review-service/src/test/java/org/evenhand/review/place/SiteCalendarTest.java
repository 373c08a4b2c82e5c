package org.evenhand.review.place;

import static org.evenhand.review.Hris.as;
import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SiteCalendarTest {

  private static final String PLACES = "evenhand.internal.places";
  private static final String BAVARIA =
      """
      {"zone": "Europe/Berlin", "weekend": ["SUNDAY", "SATURDAY"], "country": "DE",
       "region": "BY", "exceptions": [{"date": "2026-12-24", "kind": "FREE"},
                                      {"date": "2026-12-12", "kind": "WORKING"}]}
      """;
  private static final String PLAIN =
      "{\"zone\": \"Asia/Dubai\", \"weekend\": [\"SATURDAY\", \"SUNDAY\"], \"exceptions\": []}";

  @Inject DataSource database;

  private final String place = "München " + UUID.randomUUID();

  @BeforeEach
  void somebodyWorksHere() {
    takeIn(hire("SC1", "", "places"));
  }

  @Test
  void aCalendarIsKeptReplacedByItsReaderAndRemoved() {
    Response made = put(place, BAVARIA);
    made.then()
        .statusCode(201)
        .header("Location", containsString("/v1/site-calendars/M%C3%BCnchen%20"))
        .body("workLocation", equalTo(place))
        .body("weekend", contains("SATURDAY", "SUNDAY"))
        .body("exceptions.date", contains("2026-12-12", "2026-12-24"))
        .body("actions", contains("putSiteCalendar", "removeSiteCalendar"));
    String first = made.header("ETag");

    put(place, PLAIN).then().statusCode(428);
    put(place, PLAIN, "\"0\"").then().statusCode(412);
    Response replaced = put(place, PLAIN, first);
    replaced.then().statusCode(200).body("region", nullValue()).body("zone", equalTo("Asia/Dubai"));
    String second = replaced.header("ETag");
    asEmployee("SC1", "employee")
        .get("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(second))
        .body("actions", empty());

    asHris().delete("/v1/site-calendars/{at}", place).then().statusCode(428);
    asHris()
        .header("If-Match", first)
        .delete("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(412);
    asHris()
        .header("If-Match", second)
        .delete("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(204);
    asHris().get("/v1/site-calendars/{at}", place).then().statusCode(404);
    asHris()
        .header("If-Match", second)
        .delete("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(404);
    put(place, PLAIN, second).then().statusCode(412);
  }

  @Test
  void othersAreToldEachChangeInAnOrderThatARemovalDoesNotBreak() throws Exception {
    String first = put(place, BAVARIA).header("ETag");
    String second = put(place, PLAIN, first).header("ETag");
    put(place, PLAIN, second).then().statusCode(200).header("ETag", equalTo(second));
    asHris().header("If-Match", second).delete("/v1/site-calendars/{at}", place);
    put(place, BAVARIA).then().statusCode(201);

    String key = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await(PLACES, 4, record -> key.equals(record.key()));

    told.forEach(EventSchemas::check);
    assertEquals(4, told.size(), "none for what changed nothing");
    assertNull(told.get(2).value());
    assertEquals(
        place, new ObjectMapper().readTree(told.get(3).value()).path("workLocation").asText());
    List<Long> sequences =
        told.stream().map(record -> Long.valueOf(Events.header(record, "ce_sequence"))).toList();
    assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
  }

  @Test
  void theAuditSaysWhoItWas() throws SQLException {
    String etag = put(place, BAVARIA).header("ETag");
    asLead()
        .header("If-Match", etag)
        .body(PLAIN)
        .put("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(200);

    String lead = asHris().get("/v1/employees?q=SC1").then().extract().path("items[0].id");
    assertEquals(List.of("recorded evenhand-hris", "recorded " + lead), audit());
  }

  @Test
  void whatIsUnknownIsRefusedByPointerWithWhatIsKnown() {
    put(place, BAVARIA.replace("Europe/Berlin", "Europe/Munich"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/zone"))
        .body("errors[0].code", equalTo("NOT_ONE_OF"))
        .body("errors[0].detail", containsString("Europe/Berlin, "));
    put(place, BAVARIA.replace("Europe/Berlin", "Bavaria/Munich"))
        .then()
        .statusCode(422)
        .body("errors[0].detail", allOf(containsString("Europe"), containsString("Pacific")));
    put(place, BAVARIA.replace("\"DE\"", "\"KI\""))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/country"))
        .body("errors[0].detail", containsString(" NL, "));
    put(place, BAVARIA.replace("\"DE\"", "\"UK\""))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/country"))
        .body("errors[0].detail", containsString("GB"));
    put(place, BAVARIA.replace("\"BY\"", "\"XX\""))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/region"))
        .body("errors[0].detail", allOf(containsString("BE, "), containsString("BY-AG")));
    put(place, BAVARIA.replace("\"country\": \"DE\",", ""))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/region"))
        .body("errors[0].code", equalTo("INCONSISTENT"));
  }

  @Test
  void aWeekendOfSevenDaysOrADayNamedTwiceIsRefused() {
    put(
            place,
            BAVARIA.replace(
                "\"SUNDAY\"",
                "\"SUNDAY\", \"MONDAY\", \"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\", \"FRIDAY\""))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/weekend"))
        .body("errors[0].code", equalTo("SIZE"));
    put(place, BAVARIA.replace("[\"SUNDAY\"", "[\"SATURDAY\"").replace("12-12", "12-24"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/weekend/1", "/exceptions/1/date"))
        .body("errors.code", contains("DUPLICATE", "DUPLICATE"));
    put(place, BAVARIA.replace("WORKING", "HALF"))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/exceptions/1/kind"));
  }

  @Test
  void aNameThatLooksLikeWherePeopleWorkIsRefusedAndTheirsIsNot() {
    String known = "Leipzig " + UUID.randomUUID();
    takeIn(hire("SC2", "SC1", "places").replace("Utrecht", known));

    put(known.toUpperCase(java.util.Locale.ROOT), PLAIN)
        .then()
        .statusCode(422)
        .body("errors[0].parameter", equalTo("workLocation"))
        .body("errors[0].detail", allOf(containsString("similar-key"), containsString(known)));
    put("Leip\u200bzig", PLAIN).then().statusCode(422).body("errors[0].code", equalTo("MALFORMED"));
    put(" ", PLAIN).then().statusCode(422).body("errors[0].parameter", equalTo("workLocation"));
    put(known, PLAIN).then().statusCode(201);
  }

  @Test
  void freeDaysAreShownWithWhy() {
    put(place, BAVARIA).then().statusCode(201);

    days(place, "2026-12-24", "2026-12-26")
        .then()
        .statusCode(200)
        .body("free.date", contains("2026-12-24", "2026-12-25", "2026-12-26"))
        .body("free.reason", contains("EXCEPTION", "HOLIDAY", "HOLIDAY"))
        .body("free.name", contains(null, "1st Christmas day", "2nd Christmas day"));
    days(place, "2026-12-11", "2026-12-13")
        .then()
        .body("free.date", contains("2026-12-13"))
        .body("free.reason", contains("WEEKEND"));
    days(place, "2027-01-06", "2027-01-06").then().body("free.name", contains("Epiphany"));
  }

  @Test
  void aSpanHasBothEndsInOrderAndAtMost400Days() {
    put(place, BAVARIA).then().statusCode(201);

    days(place, "2026-01-01", "2027-02-04").then().statusCode(200);
    refused(days(place, "2026-01-01", "2027-02-05"), "to", "RANGE");
    refused(days(place, "2026-01-02", "2026-01-01"), "to", "RANGE");
    refused(days(place, "1899-12-31", "1900-01-01"), "from", "RANGE");
    refused(days(place, "2100-12-31", "2101-01-01"), "to", "RANGE");
    refused(asHris().get("/v1/site-calendars/{at}/days?from=2026-01-01", place), "to", "REQUIRED");
    days("Nowhere", "2026-01-01", "2026-01-31").then().statusCode(404);
  }

  @Test
  void theListIsByNameInPages() {
    String mark = "~" + UUID.randomUUID();
    List.of(mark + "c", mark + "a", mark + "b")
        .forEach(each -> put(each, PLAIN).then().statusCode(201));

    List<String> names = new ArrayList<>();
    String next = null;
    do {
      RequestSpecification request = asEmployee("SC1", "employee").queryParam("limit", 2);
      if (next != null) {
        request.queryParam("cursor", next);
      }
      Response page = request.get("/v1/site-calendars");
      page.then().statusCode(200);
      names.addAll(page.path("items.workLocation"));
      next = page.path("next");
    } while (next != null);

    assertEquals(names.stream().distinct().toList(), names);
    assertEquals(
        List.of(mark + "a", mark + "b", mark + "c"),
        names.stream().filter(name -> name.startsWith(mark)).toList());
  }

  @Test
  void onlyHrLeadAndTheHrisWriteAndWhoDoesNotWorkHereReadsNothing() {
    asEmployee("SC1", "employee", "manager", "hr")
        .contentType("application/json")
        .body(PLAIN)
        .put("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(403);
    asEmployee("nobody-knows-me", "employee").get("/v1/site-calendars").then().statusCode(403);
    asLead().body(PLAIN).put("/v1/site-calendars/{at}", place).then().statusCode(201);
    as(Tokens.forEmployee("SC1", "auditor"))
        .get("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(200);
  }

  private static void refused(Response answer, String parameter, String code) {
    answer
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo(parameter))
        .body("errors[0].code", equalTo(code));
  }

  private static Response days(String place, String from, String to) {
    return asEmployee("SC1", "employee")
        .get("/v1/site-calendars/{at}/days?from={from}&to={to}", place, from, to);
  }

  private static RequestSpecification asLead() {
    return asEmployee("SC1", "employee", "hr-lead").contentType("application/json");
  }

  private static Response put(String place, String body) {
    return asHris()
        .contentType("application/json")
        .body(body)
        .put("/v1/site-calendars/{at}", place);
  }

  private static Response put(String place, String body, String etag) {
    return asHris()
        .contentType("application/json")
        .header("If-Match", etag)
        .body(body)
        .put("/v1/site-calendars/{at}", place);
  }

  private List<String> audit() throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select action || ' ' || actor from audit where aggregate_type = 'site-calendar'"
                    + " and aggregate_id = ? order by sequence")) {
      statement.setObject(1, UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
      List<String> entries = new ArrayList<>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          entries.add(result.getString(1));
        }
      }
      return entries;
    }
  }
}
