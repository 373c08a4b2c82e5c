package org.evenhand.analytics.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.demographics.Vocabularies;
import org.evenhand.kit.test.Tokens;

/**
 * Forty people each are Oaks and Elms, three are Figs, and twelve said nothing. A manager leads all
 * of them, and an HR partner serves their unit.
 */
public final class Trees {

  public static final String KEY = "tree";
  static final Dimension DIMENSION = Vocabularies.dimension(KEY, "Tree", "Elm", "Fig", "Oak");
  static final Tokens MANAGER = Tokens.forEmployee("TR-M", "employee", "manager");
  static final Tokens OTHER_MANAGER = Tokens.forEmployee("TR-O", "employee", "manager");
  static final Tokens HR = Tokens.forEmployee("TR-HR", "employee", "hr");

  /** How many of each came to a stage and no further. */
  private static final int[] OAK = {16, 8, 8, 8};

  private static final int[] ELM = {30, 4, 3, 3};
  private static final int[] FIG = {1, 1, 1, 0};
  private static final int[] SILENT = {8, 2, 1, 1};

  private Trees() {}

  public static void exist() {
    Api.connect();
    if (Database.number("select count(*) from demographics.dimension where key = 'tree'") == 0) {
      grow();
    }
  }

  private static void grow() {
    Api.define(
        KEY,
        Map.of(
            "label", "Tree",
            "values", List.of("Elm", "Fig", "Oak"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    List<Sent> people = new ArrayList<>();
    people.add(Company.employee("TR-M", Map.of()));
    people.add(Company.employee("TR-O", Map.of()));
    people.add(
        Company.employee(
            "TR-HR", Map.of("hrUnits", List.of(Map.of("orgUnit", "wood", "from", "2020-01-01")))));
    send(people);
    plant(all().keySet().toArray(String[]::new));
  }

  /** People whose name says what they declare. */
  static void plant(String... names) {
    List<Sent> people = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (String name : names) {
      people.add(
          Company.employee(name, Map.of("orgUnit", "wood", "managerId", Company.id("TR-M"))));
      if (!name.startsWith("Silent")) {
        csv.append("%s,%s,%s\n".formatted(name, KEY, name.substring(0, 3)));
      }
    }
    send(people);
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  /** Everybody by externalId, with the stage that they reach. */
  public static Map<String, Stage> all() {
    Map<String, Stage> all = new HashMap<>();
    add(all, "Oak", OAK);
    add(all, "Elm", ELM);
    add(all, "Fig", FIG);
    add(all, "Silent", SILENT);
    return all;
  }

  /** The same where Elms come as far as Oaks. */
  static Map<String, Stage> alike() {
    Map<String, Stage> all = all();
    add(all, "Elm", OAK);
    return all;
  }

  private static void add(Map<String, Stage> all, String group, int[] furthest) {
    int person = 0;
    for (Stage stage : Stage.values()) {
      for (int i = 0; i < furthest[stage.number() - 1]; i++) {
        all.put(group + person++, stage);
      }
    }
  }

  /** As on the day of the year. */
  static void fallDue(int year) {
    Database.change(
        "update due_work set due_at = now(), try_at = now() where subject ="
            + " (select id from figure_year where room = 'ACCESS' and year = "
            + year
            + ")");
  }

  /** A part of what is told of an opportunity. */
  public static Sent part(
      String opportunity,
      OpportunityKind kind,
      String decidedOn,
      int part,
      int parts,
      Map<String, Stage> people) {
    return part(opportunity, kind, decidedOn, part, parts, false, people);
  }

  /** As a file tells of an opportunity that was decided elsewhere. */
  static Sent past(String opportunity, String decidedOn, Map<String, Stage> people) {
    return part(opportunity, OpportunityKind.MOVE, decidedOn, 1, 1, true, people);
  }

  private static Sent part(
      String opportunity,
      OpportunityKind kind,
      String decidedOn,
      int part,
      int parts,
      boolean past,
      Map<String, Stage> people) {
    UUID id = Company.id("opportunity " + opportunity);
    return new Sent(
        OpportunityConsumer.TOPIC,
        "org.evenhand.opportunity.reached.v1",
        "/review-service",
        id,
        part,
        Map.of(
            "opportunityId",
            id,
            "kind",
            kind,
            "decidedOn",
            decidedOn,
            "part",
            part,
            "parts",
            parts,
            "past",
            past,
            "people",
            people.entrySet().stream()
                .map(
                    each ->
                        Map.of("employeeId", Company.id(each.getKey()), "stage", each.getValue()))
                .toList()));
  }

  public static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
