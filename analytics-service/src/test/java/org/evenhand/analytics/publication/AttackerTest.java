package org.evenhand.analytics.publication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A cycle of 64 people from the beginning of calibration until it is closed, in which a session
 * changes the rating of two who declared to be of one faith, and an appeal that of one of another;
 * ten appeals, five of each, aren't admitted. The attacker reads whatever any role may read, at
 * each edition, and knows from the public stream who was given what, before and after: it is enough
 * to subtract.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackerTest {

  private static final String CYCLE = "attacked";
  private static final String DIMENSION = "creed";
  private static final int PEOPLE = 64;
  private static final Set<Integer> CALIBRATED = Set.of(0, 1);
  private static final int APPEALED = 3;
  private static final Set<Integer> NOT_ADMITTED = Set.of(8, 9, 16, 17, 24, 11, 12, 19, 20, 27);

  /** Of one creed, and alone in having so many. */
  private static final int OBSERVED = 0;

  private static final int OBSERVATIONS = 85;

  private static final Map<String, Tokens> ROLES =
      Map.of(
          "hr-lead", Api.HR_LEAD,
          "insight", Api.INSIGHT,
          "auditor", Tokens.forEmployee("AT-A", "employee", "auditor"),
          "hr", Tokens.forEmployee("AT-HR", "employee", "hr"),
          "manager", Tokens.forEmployee("AT-M", "employee", "manager"),
          "employee", Tokens.forEmployee("AT0", "employee"));

  /** A figure as somebody saw it: the people at each level, from the lowest on. */
  private record Seen(String role, String moment, String phase, List<Long> levels) {}

  private final SortedMap<String, List<Seen>> seen = new TreeMap<>();
  private final Set<String> evidence = new HashSet<>();
  private final StringBuilder read = new StringBuilder();

  @BeforeAll
  void a_cycle_is_lived_through_and_looked_at_after_each_moment() {
    Api.connect();
    Api.define(
        DIMENSION,
        Map.of(
            "label", "Creed",
            "values", List.of("Sun", "Moon"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    List<Sent> people = new ArrayList<>();
    people.add(Company.employee("AT-M", Map.of()));
    people.add(
        Company.employee(
            "AT-HR", Map.of("hrUnits", List.of(Map.of("orgUnit", "AT", "from", "2020-01-01")))));
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int person = 0; person < PEOPLE; person++) {
      people.add(Company.employee("AT" + person, Map.of()));
      if (creed(person) != null) {
        csv.append("AT%d,%s,%s\n".formatted(person, DIMENSION, creed(person)));
      }
    }
    send(people);
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));

    reviews("SUBMITTED", "PENDING", 1, Set.of(), Set.of());
    Releases.publish(CYCLE);
    look();
    reviews("CALIBRATED", "CALIBRATED", 2, CALIBRATED, Set.of());
    Releases.send(proposal());
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            Database.number("select count(*) from judgement where cycle_key = '" + CYCLE + "'")
                == 1);
    look();
    reviews("SHARED", "CALIBRATED", 3, CALIBRATED, Set.of());
    Releases.send(Releases.sharingStarted(CYCLE));
    Api.until(
        () -> Api.distribution(Api.INSIGHT, CYCLE, "orgUnit"),
        answer -> Integer.valueOf(0).equals(answer.path("leastGroup")));
    look();
    appeals();
    reviews("FINAL", "CALIBRATED", 4, CALIBRATED, Set.of(APPEALED));
    Releases.close(CYCLE);
    Api.until(
        () -> appealed(Api.INSIGHT),
        answer -> answer.statusCode() == 200 && answer.path("until") != null);
    look();
  }

  /** Two of 24 changed: before less after would be these two, whom the stream names. */
  @Test
  void no_two_figures_of_a_group_differ_by_the_few_who_changed() {
    seen.forEach(
        (group, figures) -> {
          Set<List<Long>> different = new HashSet<>();
          figures.forEach(figure -> different.add(figure.levels()));
          assertEquals(1, different.size(), group + ": " + figures);
        });
    assertTrue(seen.containsKey("Sun"), "else nothing was there to attack");
  }

  /** Whoever is at a level where all are of one creed would be told of. */
  @Test
  void at_no_level_is_everybody_of_one_group() {
    for (int level = 1; level <= 5; level++) {
      long before = atLevel(level, Set.of(), Set.of());
      long after = atLevel(level, CALIBRATED, Set.of());
      for (List<Seen> figures : seen.values()) {
        for (Seen figure : figures) {
          long people = figure.levels().get(level - 1);
          assertTrue(people < before && people < after, figure::toString);
        }
      }
    }
  }

  @Test
  void the_roles_that_may_not_ask_learn_nothing() {
    for (String role : List.of("hr", "manager", "employee")) {
      assertEquals(403, fairness(ROLES.get(role), "AFTER").statusCode(), role);
      assertEquals(403, evidence(ROLES.get(role)).statusCode(), role);
      assertTrue(
          Set.of(403, 404).contains(drift(ROLES.get(role), "Sun", "AFTER", 1).statusCode()), role);
    }
  }

  /** The stream says who is the one whose rating was raised: a group with one such is theirs. */
  @Test
  void no_group_tells_that_it_is_of_the_one_who_was_right_to_appeal() {
    for (String role : List.of("hr-lead", "insight", "auditor")) {
      appealed(ROLES.get(role))
          .then()
          .statusCode(200)
          .body("groups.value", contains("Moon", "Sun", "undeclared"))
          .body("groups.suppressed", everyItem(equalTo(true)))
          .body("groups.figures", everyItem(nullValue()));
    }
    for (String role : List.of("hr", "manager", "employee")) {
      assertEquals(403, appealed(ROLES.get(role)).statusCode(), role);
    }
  }

  @Test
  void no_public_event_names_a_group_or_a_figure_of_one() {
    Events.ofTest().all("evenhand.findings").stream()
        .filter(event -> event.value().contains(Company.id("cycle " + CYCLE).toString()))
        .forEach(
            event -> {
              for (String word : List.of("Sun", "Moon", DIMENSION)) {
                assertFalse(event.value().contains(word), event.value());
              }
            });
  }

  /** A mean, or a sum, would name the group of the one who has very many. */
  @Test
  void who_alone_has_very_many_observations_is_found_in_no_group() {
    assertEquals(1, evidence.size(), "of a cycle it is told once: " + evidence);
    JsonPath told = JsonPath.from(evidence.iterator().next());
    for (String creed : List.of("Sun", "Moon")) {
      String group = "find { it.value == '%s' }".formatted(creed);
      long people = told.getLong(group + ".reviews");
      List<Float> shares = told.getList(group + ".observations.share", Float.class);
      for (int band = 0; band < shares.size(); band++) {
        long inBand = Math.round(shares.get(band) * people);
        assertEquals(observed(creed, band), inBand, "nothing but how many are in a band");
        assertTrue(inBand < observed(null, band), creed + " in " + band);
      }
    }
  }

  /** Who declared what is in no answer: only groups are named. */
  @Test
  void no_answer_names_a_person() {
    for (int person = 0; person < PEOPLE; person++) {
      assertFalse(read.toString().contains(Company.id("AT" + person).toString()));
    }
  }

  private void look() {
    for (Map.Entry<String, Tokens> role : ROLES.entrySet()) {
      for (String phase : List.of("BEFORE", "AFTER")) {
        Response fairness = fairness(role.getValue(), phase);
        read.append(fairness.asString());
        if (fairness.statusCode() == 200) {
          for (String group : List.of("Sun", "Moon")) {
            remember(role.getKey(), fairness, phase, group);
          }
        }
      }
      Response rests = evidence(role.getValue());
      read.append(rests.asString());
      if (rests.statusCode() == 200) {
        evidence.add(Json.write(rests.jsonPath().getList("groups")));
      }
      read.append(appealed(role.getValue()).asString());
      read.append(Api.distribution(role.getValue(), CYCLE, "orgUnit").asString());
      read.append(
          Api.as(role.getValue()).queryParam("cycle", CYCLE).get("/v1/findings").asString());
    }
  }

  private static Response appealed(Tokens token) {
    return Api.as(token)
        .queryParams(Map.of("cycle", CYCLE, "dimension", DIMENSION))
        .get("/v1/appeal-figures/by-group");
  }

  private static void appeals() {
    List<Sent> events = new ArrayList<>();
    events.add(Company.appeal("AT" + APPEALED, CYCLE, "AT", "RATING_CHANGED", 1));
    NOT_ADMITTED.forEach(
        person -> events.add(Company.appeal("AT" + person, CYCLE, "AT", "NOT_ADMITTED", 1)));
    send(events);
  }

  /** The share from each level on gives the people at each level. */
  private void remember(String role, Response fairness, String phase, String group) {
    String moment = fairness.path("release.edition.moment");
    JsonPath answer = fairness.jsonPath();
    Integer people = answer.get("groups.find { it.value == '%s' }.n".formatted(group));
    List<Long> from = new ArrayList<>();
    for (int level = 1; level <= 5; level++) {
      Response drift = drift(ROLES.get(role), group, phase, level);
      read.append(drift.asString());
      Number share = drift.statusCode() == 200 ? drift.path("points[0].share") : null;
      if (share == null) {
        return;
      }
      Integer drifted = drift.path("points[0].people");
      assertEquals(people, drifted, "fairness and drift tell the same");
      from.add(Math.round(share.doubleValue() * drifted));
    }
    from.add(0L);
    List<Long> levels = new ArrayList<>();
    for (int level = 1; level <= 5; level++) {
      levels.add(from.get(level - 1) - from.get(level));
    }
    seen.computeIfAbsent(group, none -> new ArrayList<>())
        .add(new Seen(role, moment, phase, levels));
  }

  private static Response fairness(Tokens token, String phase) {
    return Api.as(token)
        .queryParams(Map.of("cycle", CYCLE, "dimension", DIMENSION, "phase", phase))
        .get("/v1/fairness");
  }

  private static Response evidence(Tokens token) {
    return Api.as(token)
        .queryParams(Map.of("cycle", CYCLE, "dimension", DIMENSION))
        .get("/v1/evidence");
  }

  private static Response drift(Tokens token, String group, String phase, int level) {
    return Api.as(token)
        .queryParams(
            Map.of(
                "from",
                CYCLE,
                "to",
                CYCLE,
                "dimension",
                DIMENSION,
                "value",
                group,
                "phase",
                phase,
                "level",
                level))
        .get("/v1/drift");
  }

  /** Of eight, three are of each creed and two have declared nothing. */
  private static String creed(int person) {
    return person % 8 < 3 ? "Sun" : person % 8 < 6 ? "Moon" : null;
  }

  private static int observations(int person) {
    return person == OBSERVED ? OBSERVATIONS : person / 8 % 5;
  }

  /** How many of a creed, or of all, have no, one or two, three and more observations. */
  private static long observed(String creed, int band) {
    long people = 0;
    for (int person = 0; person < PEOPLE; person++) {
      int in = observations(person) == 0 ? 0 : observations(person) < 3 ? 1 : 2;
      people += in == band && (creed == null || creed.equals(creed(person))) ? 1 : 0;
    }
    return people;
  }

  private static Map<String, Object> rests(int person) {
    int observations = observations(person);
    Map<String, Object> rests = new HashMap<>();
    rests.put("observations", observations);
    rests.put("withImpact", observations / 2);
    rests.put("criteriaWithout", person / 8 % 4);
    if (observations > 0) {
      rests.put("daysSince", 20 * (person / 8));
    }
    return rests;
  }

  private static int given(int person) {
    return 1 + person / 8 % 5;
  }

  private static int stands(int person, Set<Integer> calibrated, Set<Integer> appealed) {
    int level = given(person);
    level = calibrated.contains(person) ? level % 5 + 1 : level;
    return appealed.contains(person) ? level % 5 + 1 : level;
  }

  private static long atLevel(int level, Set<Integer> calibrated, Set<Integer> appealed) {
    long people = 0;
    for (int person = 0; person < PEOPLE; person++) {
      people += stands(person, calibrated, appealed) == level ? 1 : 0;
    }
    return people;
  }

  private static void reviews(
      String state,
      String calibration,
      int sequence,
      Set<Integer> calibrated,
      Set<Integer> appealed) {
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      Map<String, Object> review = new HashMap<>(Company.review("AT" + person, CYCLE, state));
      review.put("orgUnit", person % 2 == 0 ? "AT" : "Other");
      review.put("calibration", calibration);
      review.put("originalOrdinal", given(person));
      review.put("ordinal", stands(person, calibrated, appealed));
      review.put("reviewerId", Company.id("AT-M"));
      review.put("evidence", rests(person));
      events.add(Company.event("org.evenhand.review.changed.v1", sequence, review));
    }
    send(events);
  }

  private static Sent proposal() {
    Sent told = Releases.calibrationStarted(CYCLE);
    Map<String, Object> data = new HashMap<>(told.data());
    data.putAll(Map.of("awaitingSharing", PEOPLE, "awaitingCalibrated", PEOPLE, "edition", 1));
    return new Sent(
        told.topic(),
        "org.evenhand.cycle.sharing-proposed.v1",
        told.source(),
        told.subject(),
        100,
        data);
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
