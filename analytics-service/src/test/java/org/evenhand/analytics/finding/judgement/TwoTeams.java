package org.evenhand.analytics.finding.judgement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;

/**
 * Two groups of thirty people each, "North" and "South", who were declared so; under one manager,
 * who serves nobody as HR, and served by an HR partner.
 */
final class TwoTeams {

  static final String DIMENSION = "region";
  static final Tokens MANAGER = Tokens.forEmployee("TT-M", "employee", "manager");
  static final Tokens HR = Tokens.forEmployee("TT-HR", "employee", "hr");
  static final Tokens LEAD = Tokens.forEmployee("TT-L", "employee", "manager", "hr-lead");
  static final Tokens OTHER_MANAGER = Tokens.forEmployee("TT-O", "employee", "manager");
  static final Tokens OTHER_HR = Tokens.forEmployee("TT-P", "employee", "hr");
  static final int PEOPLE = 60;

  private TwoTeams() {}

  static void exist() {
    Api.connect();
    List<Sent> people = new ArrayList<>();
    List.of("TT-M", "TT-L", "TT-O").forEach(who -> people.add(Company.employee(who, Map.of())));
    people.add(Company.employee("TT-HR", serving("teams")));
    people.add(Company.employee("TT-P", serving("elsewhere")));
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int person = 0; person < PEOPLE; person++) {
      people.add(Company.employee("TT" + person, Map.of()));
      csv.append("TT%d,%s,%s\n".formatted(person, DIMENSION, isNorth(person) ? "North" : "South"));
    }
    send(people);
    Api.define(
        DIMENSION,
        Map.of(
            "label", "Region",
            "values", List.of("North", "South"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  static boolean isNorth(int person) {
    return person % 2 == 0;
  }

  /** A review in that state; the level that stands differs from the first one once calibrated. */
  static Sent review(String cycle, int person, String state, int original, int ordinal, int seq) {
    Map<String, Object> review = new HashMap<>(Company.review("TT" + person, cycle, state));
    review.put("orgUnit", "teams");
    review.put("calibration", state.equals("CALIBRATED") ? "CALIBRATED" : "PENDING");
    review.put("effectiveAt", effectiveAt(cycle));
    review.put("jobLevel", person / 2 % 2 == 0 ? "HEO" : "SEO");
    review.put("lineAbove", List.of(Company.id("TT-M")));
    review.put("originalOrdinal", original);
    review.put("ordinal", ordinal);
    return Company.event("org.evenhand.review.changed.v1", seq, review);
  }

  /** An imported rating on a scale of three levels. */
  static Sent recorded(String cycle, int person, int ordinal, int seq) {
    Sent first = Company.recorded("TT" + person, cycle, ordinal, 3, 3);
    first.data().put("effectiveAt", effectiveAt(cycle));
    return new Sent(
        first.topic(), first.type(), first.source(), first.subject(), seq, first.data());
  }

  /** An imported rating of a year of its own, on a scale whose top level alone is favourable. */
  static Sent recorded(String cycle, int year, int scale, int person, int ordinal, int seq) {
    Sent first = Company.recorded("TT" + person, cycle, ordinal, scale, scale);
    first.data().put("effectiveAt", year + "-03-31T00:00:00Z");
    return new Sent(
        first.topic(), first.type(), first.source(), first.subject(), seq, first.data());
  }

  /** Imported years lie after all others, so that the two follow each other. */
  private static String effectiveAt(String cycle) {
    int year = (cycle.startsWith("imported") ? 2098 : 2026) + (cycle.endsWith("later") ? 1 : 0);
    return year + "-03-31T00:00:00Z";
  }

  static Sent sharingProposed(String cycle, int awaiting, int calibrated, int sequence) {
    return sharingProposed(cycle, awaiting, calibrated, 1, sequence);
  }

  /**
   * @param edition the same for the same results
   */
  static Sent sharingProposed(
      String cycle, int awaiting, int calibrated, int edition, int sequence) {
    UUID id = Company.id("cycle " + cycle);
    return new Sent(
        "evenhand.cycles",
        "org.evenhand.cycle.sharing-proposed.v1",
        "/review-service",
        id,
        sequence,
        Map.of(
            "cycleId",
            id,
            "key",
            cycle,
            "state",
            "CALIBRATING",
            "awaitingSharing",
            awaiting,
            "awaitingCalibrated",
            calibrated,
            "edition",
            edition));
  }

  /**
   * @param results the fingerprint of what is proposed
   */
  static Sent sharingProposed(
      String cycle, int awaiting, int calibrated, int edition, String results, int sequence) {
    Sent told = sharingProposed(cycle, awaiting, calibrated, edition, sequence);
    Map<String, Object> data = new HashMap<>(told.data());
    data.put("resultsFingerprint", results);
    return new Sent(told.topic(), told.type(), told.source(), told.subject(), sequence, data);
  }

  static Sent sharingWithdrawn(String cycle, int sequence) {
    UUID id = Company.id("cycle " + cycle);
    return new Sent(
        "evenhand.cycles",
        "org.evenhand.cycle.sharing-withdrawn.v1",
        "/review-service",
        id,
        sequence,
        Map.of("cycleId", id, "key", cycle, "state", "CALIBRATING"));
  }

  /** The paths of the findings that somebody has such a task about. */
  static List<String> tasks(Tokens token, String kind) {
    return Api.as(token)
        .queryParams(Map.of("kind", kind, "limit", 200))
        .get("/v1/tasks")
        .then()
        .statusCode(200)
        .extract()
        .path("items.subject");
  }

  static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }

  private static Map<String, Object> serving(String unit) {
    return Map.of("hrUnits", List.of(Map.of("orgUnit", unit, "from", "2020-01-01")));
  }
}
