package org.evenhand.analytics.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;

/**
 * Forty people each are Left and Right, three are Both, and twelve said nothing. Fifty of them work
 * in the mill, forty in the forge and five in the shed.
 */
public final class Growing {

  static final String KEY = "hand";

  private Growing() {}

  static void exist() {
    Api.connect();
    Api.define(
        KEY,
        Map.of(
            "label", "Hand",
            "values", List.of("Both", "Left", "Right"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    hire(people());
    send(
        List.of(
            Company.employee(
                "GR-HR",
                Map.of("hrUnits", List.of(Map.of("orgUnit", "mill", "from", "2020-01-01"))))));
  }

  /** People whose name says what they declare. */
  static void hire(List<String> names) {
    List<Sent> people = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int i = 0; i < names.size(); i++) {
      String unit = i < 50 ? "mill" : i < 90 ? "forge" : "shed";
      people.add(Company.employee(names.get(i), Map.of("orgUnit", unit)));
      if (!names.get(i).startsWith("Mute")) {
        csv.append("%s,%s,%s\n".formatted(names.get(i), KEY, names.get(i).split("-")[0]));
      }
    }
    send(people);
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  static List<String> people() {
    return Stream.of(some("Left", 40), some("Right", 40), some("Both", 3), some("Mute", 12))
        .flatMap(List::stream)
        .toList();
  }

  static List<String> some(String group, int number) {
    return IntStream.range(0, number).mapToObj(i -> group + "-" + i).toList();
  }

  /** As on the last day of a year: whoever else works here belongs to other tests. */
  static void work(int year, List<String> people) {
    people.forEach(
        person ->
            Database.change(
                ("insert into growth_member select %d, employee_id, org_unit, true from person"
                        + " where employee_id = '%s'")
                    .formatted(year, Company.id(person))));
  }

  /** As on the day of publication; waits until the year is published. */
  static void publish(String room, int year) {
    Api.until(
        () -> {
          // What came in after it was due has put it off.
          fallDue(room, year);
          return Api.as(Api.INSIGHT).get("/v1/demographic-dimensions");
        },
        answer -> Database.number("select count(published_at) from" + which(room, year)) == 1);
  }

  private static String which(String room, int year) {
    return " figure_year where room = '%s' and year = %d".formatted(room, year);
  }

  /** Once something of the year is told. */
  static void fallDue(String room, int year) {
    String which = which(room, year);
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number("select count(*) from" + which) == 1);
    Database.change(
        "update due_work set due_at = now(), try_at = now() where kind like '%-year-ended' and"
            + " subject = (select id from"
            + which
            + ")");
  }

  /** A plan that was agreed on New Year's Eve at the latest, or has ended in July. */
  public static Sent plan(
      String happened, String plan, String person, int year, Map<String, ?> more) {
    Map<String, Object> data = new HashMap<>();
    data.put("planId", Company.id("plan " + plan));
    data.put("employeeId", Company.id(person));
    data.put("number", 1);
    data.put("means", List.of());
    data.put("at", year + "-07-01T10:00:00Z");
    data.putAll(more);
    return told("plan." + happened, (UUID) data.get("planId"), 1, data);
  }

  /** A plan that a result has begun, in June. */
  public static Sent begun(String plan, String person, int year) {
    return owed("begun", plan, person, year + "-06-01T10:00:00Z");
  }

  /** That a plan is begun, or has ended before it was agreed. */
  static Sent owed(String happened, String plan, String person, String at) {
    UUID id = Company.id("plan " + plan);
    return told(
        "plan." + happened,
        id,
        happened.equals("begun") ? 0 : 1,
        Map.of(
            "planId",
            id,
            "employeeId",
            Company.id(person),
            "reviewId",
            Company.id("review of " + person),
            "at",
            at));
  }

  static List<Map<String, Object>> means(int owed, int given) {
    return List.of(Map.of("kind", "SEAT", "owed", owed, "given", given, "late", 0));
  }

  public static Sent given(String feedback, String kind, String author, List<String> to, int year) {
    UUID id = Company.id("feedback " + feedback);
    return told(
        "feedback.given",
        id,
        1,
        Map.of(
            "feedbackId",
            id,
            "authorId",
            Company.id(author),
            "recipientIds",
            to.stream().map(Company::id).toList(),
            "kind",
            kind,
            "at",
            year + "-03-03T10:00:00Z"));
  }

  public static Sent removed(String feedback, int year) {
    UUID id = Company.id("feedback " + feedback);
    return told(
        "feedback.removed",
        id,
        2,
        Map.of("feedbackId", id, "state", "HIDDEN", "at", year + "-03-04T10:00:00Z"));
  }

  private static Sent told(String what, UUID subject, int sequence, Map<String, Object> data) {
    return new Sent(
        DevelopmentConsumer.TOPIC,
        "org.evenhand." + what + ".v1",
        "/review-service",
        subject,
        sequence,
        data);
  }

  /** A result that was shared in June. */
  public static Sent shared(String person, int year) {
    Map<String, Object> review = Company.review(person, "growth " + year, "SHARED");
    review.put("recordedAt", year + "-06-01T10:00:00Z");
    return Company.event("org.evenhand.review.shared.v1", 1, review);
  }

  public static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
