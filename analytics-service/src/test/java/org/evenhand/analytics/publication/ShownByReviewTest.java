package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, what is published is what is shown of the reviews, one by one. */
@QuarkusTest
class ShownByReviewTest {

  private static final String DIMENSION = "clan";
  private static final int PEOPLE = 48;
  private static final List<String> STATES =
      List.of("SUBMITTED", "SUBMITTED", "CALIBRATED", "CALIBRATED", "IN_CALIBRATION", "CANCELLED");

  private Random random = new Random();
  private String cycle = "";
  private int sequence;
  private final Set<Integer> withdrawn = new TreeSet<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void the_published_groups_add_up(long seed) {
    random = new Random(seed);
    cycle = "review by review " + seed;
    people();
    change(PEOPLE);
    declare(PEOPLE);
    for (int step = 0; step < 14; step++) {
      change(1 + random.nextInt(12));
      declare(random.nextInt(6));
      if (random.nextInt(3) == 0) {
        withdraw();
      }
      if (step == 6) {
        judge();
      }
      if (step == 9) {
        countAnew();
      }
      assertEquals(List.of(), Database.misshown());
      look();
      assertEquals(List.of(), Database.misshown());
    }
    assertEquals(Database.recounted(), Database.cells());
    assertTrue(
        Database.number(
                "select count(*) from published_group g join cycle c using (cycle_id)"
                    + " where open and phase = 'AFTER' and key = '"
                    + cycle
                    + "'")
            > 0);
  }

  private void people() {
    Api.define(
        DIMENSION,
        Map.of(
            "label", "Clan",
            "values", List.of("X", "Y", "Z"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    List<Sent> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      people.add(Company.employee(name(person), Map.of()));
    }
    send(people);
  }

  private String name(int person) {
    return cycle + " " + person;
  }

  private void change(int number) {
    TreeSet<Integer> persons = new TreeSet<>();
    for (int i = 0; i < number; i++) {
      persons.add(number == PEOPLE ? i : random.nextInt(PEOPLE));
    }
    sequence++;
    List<Sent> changes = new ArrayList<>();
    for (int person : persons) {
      String state = STATES.get(random.nextInt(STATES.size()));
      Map<String, Object> review = Company.review(name(person), cycle, state);
      review.put("orgUnit", "AAB".substring(random.nextInt(3)).substring(0, 1));
      review.put("jobLevel", random.nextBoolean() ? "HEO" : "SEO");
      review.put("calibration", state.equals("CALIBRATED") ? state : "PENDING");
      review.put("reviewerId", Company.id("reviewer " + person % 4));
      review.put("originalOrdinal", 1 + random.nextInt(5));
      review.put("ordinal", 1 + random.nextInt(5));
      changes.add(Company.event("org.evenhand.review.changed.v1", sequence, review));
    }
    send(changes);
    awaitCounted(persons);
  }

  private void awaitCounted(TreeSet<Integer> persons) {
    String reviews =
        String.join(
            "', '",
            persons.stream()
                .map(person -> Company.id("review of " + name(person) + " in " + cycle).toString())
                .toList());
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(*) from inbox where topic = 'evenhand.internal.ratings' and"
                        + " sequence = "
                        + sequence
                        + " and subject in ('"
                        + reviews
                        + "')")
                == persons.size());
  }

  private void declare(int number) {
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    TreeSet<Integer> persons = new TreeSet<>();
    for (int i = 0; i < number; i++) {
      persons.add(number == PEOPLE ? i : random.nextInt(PEOPLE));
    }
    persons.removeAll(withdrawn);
    for (int person : persons) {
      csv.append("%s,%s,%s\n".formatted(name(person), DIMENSION, "XXYZ".charAt(random.nextInt(4))));
    }
    if (!persons.isEmpty()) {
      Api.until(
          () -> Api.declare(csv.toString()),
          answer -> Integer.valueOf(0).equals(answer.path("refused")));
    }
  }

  /** A value that is taken back is linked to nobody any more. */
  private void withdraw() {
    int number = random.nextInt(PEOPLE);
    withdrawn.add(number);
    String person = name(number);
    Api.as(Tokens.forEmployee(person, "employee")).delete("/v1/demographics/me/" + DIMENSION);
    assertEquals(
        0,
        Database.number(
            "select count(*) from demographics.unseen_change where value is not null and dimension"
                + " = '"
                + DIMENSION
                + "' and review_id = '"
                + Company.id("review of " + person + " in " + cycle)
                + "' and not exists (select 1 from demographics.declaration where employee_id = '"
                + Company.id(person)
                + "' and dimension = '"
                + DIMENSION
                + "')"));
  }

  private void look() {
    Database.column(
        "update cycle set changed_at = now() - interval '1 hour' where key = '"
            + cycle
            + "' returning key");
    for (String by : List.of("none", "orgUnit")) {
      Api.distribution(Api.INSIGHT, cycle, by).then().statusCode(200);
    }
    Api.fairness(cycle, DIMENSION, "BEFORE").then().statusCode(200);
    Api.fairness(cycle, DIMENSION, "AFTER").then().statusCode(200);
  }

  private void judge() {
    send(
        List.of(
            new Sent(
                "evenhand.cycles",
                "org.evenhand.cycle.sharing-proposed.v1",
                "/review-service",
                Company.id("cycle " + cycle),
                1,
                Map.of(
                    "cycleId",
                    Company.id("cycle " + cycle),
                    "key",
                    cycle,
                    "state",
                    "CALIBRATING",
                    "awaitingSharing",
                    decided("true"),
                    "awaitingCalibrated",
                    decided("calibration = 'CALIBRATED'"),
                    "edition",
                    1))));
    // Nothing may be in a session.
    sequence++;
    List<Sent> settled = new ArrayList<>();
    TreeSet<Integer> persons = new TreeSet<>();
    for (int person = 0; person < PEOPLE; person++) {
      if (Database.number(
              "select count(*) from rating_fact where state = 'IN_CALIBRATION' and review_id = '"
                  + Company.id("review of " + name(person) + " in " + cycle)
                  + "'")
          > 0) {
        persons.add(person);
        Map<String, Object> review = Company.review(name(person), cycle, "CANCELLED");
        settled.add(Company.event("org.evenhand.review.changed.v1", sequence, review));
      }
    }
    send(settled);
    awaitCounted(persons);
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer ->
            Database.number("select count(*) from judgement where cycle_key = '" + cycle + "'")
                == 1);
  }

  private long decided(String which) {
    return Database.number(
        "select count(*) from rating_fact where state in ('SUBMITTED', 'CALIBRATED') and "
            + which
            + " and cycle_id = '"
            + Company.id("cycle " + cycle)
            + "'");
  }

  private void countAnew() {
    var started =
        Api.as(Api.HR_LEAD).header("Idempotency-Key", cycle.replace(' ', '-')).post("/v1/rebuilds");
    started.then().statusCode(202);
    change(6);
    declare(4);
    Api.until(
        () -> Api.as(Api.HR_LEAD).get(started.header("Location")),
        view -> "DONE".equals(view.path("state")));
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
