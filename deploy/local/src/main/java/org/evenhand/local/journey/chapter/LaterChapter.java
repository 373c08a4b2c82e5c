package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/**
 * What has become, weeks later, of what was begun between reviews. A start that was stopped in the
 * middle goes on from what is there.
 */
public final class LaterChapter {

  private static final String OPPORTUNITIES = "/v1/opportunities";
  private static final String APPLICATIONS = "/v1/opportunity-applications";
  private static final String ASSESS = "assessOpportunityApplication";
  private static final String CHOSEN = "fatima";
  private static final List<String> NOT_CHOSEN = List.of("rose", "june");
  private static final List<String> CRITERIA = List.of("craft", "together");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The last day to apply ends everywhere by then. */
  private static final int DAYS_UNTIL_CLOSED = 2;

  /** Fifteen working days more, over the turn of a year too. */
  private static final int DAYS_UNTIL_DECIDED = DAYS_UNTIL_CLOSED + 30;

  private final Scene scene;
  private final Story story;

  public LaterChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("Weeks later");
    if (state(niamh()).equals("POSTED")) {
      story.step(
          "The clock of the stack is moved: the days in which people could apply are over, and the"
              + " round is closed",
          this::passUntilClosed);
      story.step(
          "Łukasz Wiśniewski reads what his team has said of his leading, by question and in no"
              + " order; whoever asked reads it too",
          this::readRound);
    }
    if (state(niamh()).equals("CLOSED")) {
      story.step(
          "Niamh O'Brien and he assess each application, neither seeing what the other found",
          this::assessAll);
      story.step(
          "Niamh decides, with a reason for each criterion; nobody learns it before the day on"
              + " which all do",
          this::decideAll);
      story.step("The clock is moved to that day", this::passUntilDecided);
    }
    story.step("Those who weren't chosen read why, criterion by criterion", this::readReasons);
    story.step(
        "Fatima al-Zahrani, who was, accepts; only now does her manager know, and can't refuse",
        this::accept);
  }

  private void passUntilClosed() {
    passUntil(DAYS_UNTIL_CLOSED);
    await("CLOSED");
  }

  private void passUntilDecided() {
    passUntil(DAYS_UNTIL_DECIDED);
    await("DECIDED");
  }

  /** From the last day to apply; an earlier start may have come to that day already. */
  private void passUntil(int days) {
    LocalDate openUntil = LocalDate.parse(opportunity(niamh()).path("openUntil").asText());
    scene.passUntil(openUntil.plusDays(days));
  }

  private void await(String state) {
    Eventually.within(
        PATIENCE, "the opportunity to be " + state, () -> state(niamh()), state::equals);
  }

  private void readRound() {
    Api lukasz = scene.api().as("lukasz");
    Api above = scene.as(scene.employee(scene.person("lukasz").managerExternalId()));
    for (Api reader : List.of(lukasz, above)) {
      Answer round =
          Eventually.within(
              PATIENCE,
              "a closed round",
              () ->
                  reader
                      .get("/v1/upward-rounds/" + first(reader, "/v1/upward-rounds?"))
                      .send()
                      .expect(200),
              seen -> seen.json().path("shown").asBoolean());
      if (!round.text().contains(FreeText.UPWARD)) {
        throw round.failed("what the team has written");
      }
    }
  }

  private void assessAll() {
    String path = path(niamh());
    Api lukasz = scene.api().as("lukasz");
    for (String assessor : List.of("niamh", "lukasz")) {
      new Decide(niamh())
          .on(path, "assessors", Map.of("employeeId", scene.id(assessor)))
          .expect(200);
    }
    for (JsonNode application : Listing.all(niamh(), APPLICATIONS + "?")) {
      String each = APPLICATIONS + "/" + application.path("id").asText();
      assess(niamh(), each);
      Answer seen = lukasz.get(each).send().expect(200);
      if (seen.offers(ASSESS) && seen.text().contains(FreeText.ASSESSED)) {
        throw seen.failed("nothing of what another found");
      }
      assess(lukasz, each);
    }
  }

  private static void assess(Api who, String application) {
    if (!who.get(application).send().expect(200).offers(ASSESS)) {
      return;
    }
    new Decide(who)
        .on(
            application,
            "assessments",
            Map.of(
                "findings",
                CRITERIA.stream()
                    .map(
                        each ->
                            Map.of("criterion", each, "fit", "PARTLY", "note", FreeText.ASSESSED))
                    .toList()))
        .expect(200);
  }

  private void decideAll() {
    NOT_CHOSEN.forEach(who -> decide(who, false, FreeText.NOT_CHOSEN));
    decide(CHOSEN, true, FreeText.CHOSEN);
    Answer still = application(CHOSEN);
    if (still.text().contains(FreeText.CHOSEN)) {
      throw still.failed("nothing of the decision");
    }
  }

  private void decide(String username, boolean selected, String reason) {
    new Decide(niamh())
        .on(
            APPLICATIONS + "/" + application(username).at("/id"),
            "verdict",
            Map.of(
                "selected",
                selected,
                "reasons",
                CRITERIA.stream().map(each -> Map.of("criterion", each, "text", reason)).toList()))
        .expect(200);
  }

  private void readReasons() {
    for (String username : NOT_CHOSEN) {
      Answer told = application(username).expect("/state", "NOT_SELECTED");
      told.json()
          .path("reasons")
          .forEach(
              reason ->
                  story.tell(
                      "  %-6s %-9s %s"
                          .formatted(
                              username,
                              reason.path("criterion").asText(),
                              reason.path("text").asText())));
      if (told.json().path("reasons").size() != CRITERIA.size()) {
        throw told.failed("a reason for each criterion");
      }
    }
  }

  private void accept() {
    Answer offered = application(CHOSEN);
    if (!offered.at("/state").equals("OFFERED")) {
      story.tell("  %s: the offer was not answered in time".formatted(offered.at("/state")));
      return;
    }
    String path = APPLICATIONS + "/" + offered.at("/id");
    Api manager = scene.as(scene.employee(scene.person(CHOSEN).managerExternalId()));
    manager.get(path).send().expect(200).expect("/state", "OFFERED");
    new Decide(manager).on(path, "refusal").expect(403);
    new Decide(scene.api().as(CHOSEN))
        .on(path, "acceptance")
        .expect(200)
        .expect("/state", "ACCEPTED");
  }

  private Answer application(String username) {
    Api who = scene.api().as(username);
    return who.get(APPLICATIONS + "/" + first(who, APPLICATIONS + "?")).send().expect(200);
  }

  private static String first(Api who, String list) {
    return Listing.all(who, list).stream()
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected one at " + list + ", seen none"))
        .path("id")
        .asText();
  }

  private static String state(Api reader) {
    return Listing.all(reader, OPPORTUNITIES + "?").stream()
        .findFirst()
        .map(each -> each.path("state").asText())
        .orElse("");
  }

  private static String path(Api reader) {
    return OPPORTUNITIES + "/" + first(reader, OPPORTUNITIES + "?");
  }

  private static JsonNode opportunity(Api reader) {
    return reader.get(path(reader)).send().expect(200).json();
  }

  private Api niamh() {
    return scene.api().as("niamh");
  }
}
