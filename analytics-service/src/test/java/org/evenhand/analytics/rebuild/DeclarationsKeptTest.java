package org.evenhand.analytics.rebuild;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.directory.DirectoryConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What persons declared, when the directory tells once more where they have worked before. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarationsKeptTest {

  private static final String DIMENSION = "language";
  private static final String CYCLE = "kept";

  private static final String GONE = "org.evenhand.employee.erased.v1";
  private static final String SOURCE = "/review-service";

  /** More states than a batch takes: one that ends abroad is certain. */
  private static final int LAST = 600;

  @Inject DirectoryConsumer directory;
  @Inject Batches batches;

  @BeforeAll
  void a_dimension_is_enabled_in_one_country() {
    Api.connect();
    Api.define(
            DIMENSION,
            Map.of(
                "label", "Language",
                "values", List.of("Cornish", "Scots"),
                "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))))
        .then()
        .statusCode(201);
  }

  @Test
  void a_rebuild_keeps_what_has_a_basis_where_a_person_works_now_and_withdraws_the_rest() {
    List<Sent> events = new ArrayList<>();
    for (String person : List.of("K-back", "K-gone")) {
      events.add(at(person, "GB", 1));
      for (int state = 2; state < LAST; state++) {
        events.add(at(person, "FR", state));
      }
      events.add(at(person, "GB", LAST));
    }
    events.add(at("K-abroad", "FR", 1));
    events.add(Company.recorded("K-back", CYCLE, 2, 3, 3));
    send(events);
    known("K-back", LAST);
    known("K-gone", LAST);
    known("K-abroad", 1);
    Api.declare(csv("K-back,Cornish", "K-gone,Scots")).then().body("created", equalTo(2));
    send(List.of(new Sent(Company.DIRECTORY, GONE, SOURCE, Company.id("K-gone"), LAST + 1, null)));
    forgotten("K-gone");
    Database.column(
        "insert into demographics.declaration values ('%s', '%s', 'Scots', now()) returning value"
            .formatted(Company.id("K-abroad"), DIMENSION));
    List<String> cells = Database.cells();

    rebuilt();

    assertEquals(1, held("K-back"));
    assertEquals(1, held("K-gone"));
    assertEquals(0, held("K-abroad"));
    assertEquals(cells, Database.cells());
    assertEquals(Database.recounted(), Database.cells());
  }

  @Test
  void of_several_states_in_one_batch_the_last_counts_and_one_that_comes_late_for_nothing() {
    batches.take(directory, List.of(at("K-short", "GB", 1)));
    Api.declare(csv("K-short,Scots")).then().body("created", equalTo(1));
    Sent abroad = at("K-short", "FR", 2);
    batches.take(directory, List.of(abroad, at("K-short", "GB", 3)));
    assertEquals(1, held("K-short"));
    batches.take(directory, List.of(abroad));
    assertEquals(1, held("K-short"));
    known("K-short", 3);
    batches.take(directory, List.of(at("K-short", "GB", 4), at("K-short", "FR", 5)));
    assertEquals(0, held("K-short"));
  }

  private static void rebuilt() {
    Response started = Api.as(Api.HR_LEAD).post("/v1/rebuilds");
    started.then().statusCode(202);
    Api.until(
        () -> Api.as(Api.HR_LEAD).get(started.header("Location")),
        view -> "DONE".equals(view.path("state")));
  }

  private static Sent at(String person, String country, int sequence) {
    return Company.employee(person, Map.of("country", country, "sequence", sequence));
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }

  private static void known(String person, long sequence) {
    awaitNumber(
        "select sequence from topic_state join person on subject = cast(employee_id as text)"
            + " where external_id = '"
            + person
            + "'",
        sequence);
  }

  private static void forgotten(String person) {
    awaitNumber("select count(*) from person where external_id = '" + person + "'", 0);
  }

  private static void awaitNumber(String sql, long expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> Database.column(sql).equals(List.of(Long.toString(expected))));
  }

  private static String csv(String... rows) {
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (String row : rows) {
      csv.append(row.replace(",", "," + DIMENSION + ",")).append('\n');
    }
    return csv.toString();
  }

  private static long held(String person) {
    return Database.number(
        "select count(*) from demographics.declaration where employee_id = '"
            + Company.id(person)
            + "'");
  }
}
