package org.evenhand.review.calendarfeed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret address: who has it, who reads by it, and when it is gone. */
@QuarkusTest
class FeedTest {

  private static final String FEEDS = "/v1/calendar-feeds";

  @Inject TestClock clock;
  @Inject FeedPurge purge;

  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(1);
    person = company.staff.get(0);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void anAddressIsToldOnceAndKeptByNobody() {
    Response made = make(person, "once");
    String secret = secret(made);
    made.then()
        .header("Cache-Control", equalTo("no-store"))
        .header("Location", equalTo(FEEDS + "/" + made.path("id")));

    make(person, "once").then().body("id", equalTo(made.path("id"))).body("url", nullValue());
    feeds(person)
        .body("items.id", contains(made.<String>path("id")))
        .body("items[0].url", nullValue())
        .body("items[0].lastUsedOn", nullValue());
    for (String table : new String[] {"calendar_feed", "idempotency", "audit", "outbox"}) {
      assertEquals(0, Tables.count(table + " t where cast(t as text) like '%" + secret + "%'"));
    }
  }

  @Test
  void theGatewayLearnsWhoseItIsAndNobodyElseDoes() {
    String secret = secret(make(person, null));

    read("evenhand-gateway", secret)
        .statusCode(200)
        .body("personId", equalTo(person.ask().get("/v1/me").path("employeeId")));
    feeds(person).body("items[0].lastUsedOn", equalTo(today().toString()));
    read("evenhand-policy", secret).statusCode(403).body("type", endsWith("/client-not-meant"));
    read("evenhand-gateway", "A".repeat(43)).statusCode(404);
  }

  @Test
  void whatIsRevokedOpensNothingAndOthersCannotRevokeIt() {
    Response made = make(person, null);
    String path = FEEDS + "/" + made.path("id");
    feeds(company.lead).body("items", empty());
    company.lead.ask().delete(path).then().statusCode(404);
    company.hrLead.ask().delete(path).then().statusCode(404);
    read("evenhand-gateway", secret(made)).statusCode(200);

    person.ask().delete(path).then().statusCode(204);
    read("evenhand-gateway", secret(made)).statusCode(404);
    feeds(person).body("items", empty());
    person.ask().delete(path).then().statusCode(404);
  }

  @Test
  void whatNobodyUsesFor180DaysIsGone() {
    String used = secret(make(person, null));
    String unused = secret(make(person, null));
    clock.advance(Duration.ofDays(179));
    read("evenhand-gateway", used).statusCode(200);
    clock.advance(Duration.ofDays(1));

    read("evenhand-gateway", unused).statusCode(404);
    read("evenhand-gateway", used).statusCode(200);
    feeds(person).body("items", hasSize(1));
    purge();
    assertEquals(1, kept());
  }

  @Test
  void whoeverLeavesLeavesNoFeedBehind() {
    String secret = secret(make(person, null));
    Hris.takeIn(Hris.row(person.externalId(), "TERMINATE", today().toString()));

    read("evenhand-gateway", secret).statusCode(404);
    purge();
    assertEquals(0, kept());
  }

  @Test
  void nobodyHasMoreThanTen() {
    for (int i = 0; i < Feeds.MOST; i++) {
      make(person, null).then().statusCode(201);
    }

    make(person, null).then().statusCode(409).body("type", endsWith("/too-many-feeds"));
    feeds(person).body("items", hasSize(Feeds.MOST));
  }

  private static Response make(Person who, String key) {
    var request = who.ask();
    return (key == null ? request : request.header("Idempotency-Key", key)).post(FEEDS);
  }

  private static String secret(Response made) {
    String url = made.then().statusCode(201).extract().path("url");
    made.then().body("url", matchesPattern("https?://[^/]+/calendar/[A-Za-z0-9_-]{43}\\.ics"));
    return url.substring(url.lastIndexOf('/') + 1, url.length() - ".ics".length());
  }

  private static ValidatableResponse feeds(Person who) {
    return who.ask().get(FEEDS).then().statusCode(200).body("items.id", not(nullValue()));
  }

  private static ValidatableResponse read(String client, String secret) {
    return Hris.as(Tokens.forClient(client, "service"))
        .contentType("application/json")
        .body(Map.of("secretHash", new FeedSecret(secret).digest()))
        .post("/internal/v1/calendar-feeds/reading")
        .then();
  }

  private long kept() {
    return Tables.count(
        "calendar_feed f join employee e on e.id = f.person_id where e.external_id = '%s'"
            .formatted(person.externalId()));
  }

  private void purge() {
    try {
      VertxContextSupport.subscribeAndAwait(purge::purge);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
