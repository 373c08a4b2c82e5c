package org.evenhand.review.appeal;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LogLines;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody reads all that they can after each step of an appeal, and nobody finds what isn't
 * theirs. What was written stands nowhere else: in no other table, event, log line or error.
 */
@QuarkusTest
class AppealAdversaryTest {

  private static final String STATEMENT = "heliotrope statement";
  private static final String PRECEDENT = "amaranth precedent";
  private static final String REFUSAL = "cobalt refusal";
  private static final String REFERRAL = "celadon referral";
  private static final String ADMISSION = "carmine admission";
  private static final String ANSWER = "saffron answer";
  private static final List<String> SCORES =
      List.of("vermilion score", "viridian score", "violet score");
  private static final String HEARING = "ochre hearing";
  private static final List<String> VOTES = List.of("indigo vote", "jade vote", "khaki dissent");
  private static final String REASSESSMENT = "teal reassessment";
  private static final String LAST_DISSENT = "umber dissent";
  private static final String BAD = "mauve mistake";

  private static final List<String> BLIND =
      Stream.of(SCORES, VOTES, List.of(REASSESSMENT, LAST_DISSENT)).flatMap(List::stream).toList();
  private static final List<String> SCREENED = List.of(REFUSAL, REFERRAL, ADMISSION);
  private static final List<String> ALL =
      Stream.of(List.of(STATEMENT, PRECEDENT, ANSWER, HEARING, BAD), SCREENED, BLIND)
          .flatMap(List::stream)
          .toList();

  /** States, days and whether it is late are an auditor's; what it is about is not. */
  private static final List<String> CONTENT =
      List.of(
          "rdinal",
          "level",
          "grounds",
          "filing",
          "response",
          "evidence",
          "panel",
          "hearing",
          "decision",
          "screenings",
          "reason");

  private final LogLines log = new LogLines();

  private SharedResults shared;
  private Company company;
  private Person companion;
  private LiveAppeal appeal;

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
    shared = SharedResults.of(3);
    company = shared.company();
    companion = company.staff.get(2);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void nobodyFindsWhatIsNotTheirsAtAnyStep() {
    filed();
    referred();
    convened();
    scoredOneByOne();
    remanded();
    decided();
    wordsStayWithTheAppeal();
    theNewResultIsAppealedOnceMore();
  }

  private void filed() {
    Response filed =
        LiveAppeal.file(
            shared.appellant(),
            shared.review(),
            Map.of(
                "grounds",
                List.of("CONSISTENCY", "EVIDENCE"),
                "statement",
                STATEMENT,
                "precedent",
                PRECEDENT));
    filed.then().statusCode(201);
    appeal = new LiveAppeal(filed.path("id"));
    appeal
        .put(shared.appellant(), "companion", Map.of("employeeId", LiveAppeal.idOf(companion)))
        .then()
        .statusCode(200);
    nothingTo(company.lead, ALL);
    nothingToStrangers();
  }

  private void referred() {
    screen(company.hr, false, REFUSAL);
    appeal.post(shared.appellant(), "referral", Map.of("reason", REFERRAL)).then().statusCode(200);
    nothingTo(company.lead, ALL);
    screen(company.hrLead, true, ADMISSION);
    appeal.post(company.lead, "response", Map.of("text", ANSWER)).then().statusCode(200);
    nothingTo(company.lead, SCREENED);
    nothingToStrangers();
  }

  private void screen(Person hr, boolean admitted, String reason) {
    appeal
        .post(hr, "screening", Map.of("admitted", admitted, "reason", reason))
        .then()
        .statusCode(200);
  }

  private void convened() {
    appeal.convene(company.hr, shared.panel()).then().statusCode(200);
    shared.panel().forEach(member -> nothingTo(member, ALL, whose()));
    appeal.check(company.hr, "the night shift").then().statusCode(200);
    shared.panel().forEach(member -> nothingTo(member, List.of("the night shift"), whose()));
  }

  private void scoredOneByOne() {
    for (int seat = 0; seat < Panel.SEATS; seat++) {
      for (int other = 0; other < Panel.SEATS; other++) {
        List<String> own = other < seat ? List.of(SCORES.get(other)) : List.of();
        nothingTo(shared.member(other), without(ALL, own), whose());
      }
      nothingToTheSides();
      Stream.of(company.hr, company.hrLead).forEach(hr -> nothingTo(hr, BLIND));
      mistakes(shared.member(seat));
      appeal
          .post(
              shared.member(seat),
              "score",
              Map.of("ordinal", 3 + seat % 2, "reason", SCORES.get(seat)))
          .then()
          .statusCode(200);
    }
    nothingToTheSides();
  }

  private void remanded() {
    appeal
        .put(
            shared.member(1),
            "hearing",
            Map.of("heldOn", Company.today().toString(), "note", HEARING))
        .then()
        .statusCode(200);
    List<String> choices = List.of("REMAND", "REMAND", "CONFIRM");
    for (int seat = 0; seat < Panel.SEATS; seat++) {
      vote(seat, Map.of("choice", choices.get(seat), "reason", VOTES.get(seat)));
      nothingToTheSides();
    }
    appeal
        .post(
            company.hr, "reassessor", Map.of("employeeId", LiveAppeal.idOf(company.hrLeadInChain)))
        .then()
        .statusCode(200);
    nothingTo(company.hrLeadInChain, BLIND);
    appeal
        .post(company.hrLeadInChain, "reassessment", Map.of("ordinal", 4, "reason", REASSESSMENT))
        .then()
        .statusCode(200);
    nothingToTheSides();
  }

  private void decided() {
    vote(0, Map.of("choice", "CHANGE", "ordinal", 4, "reason", VOTES.get(0)));
    vote(1, Map.of("choice", "CHANGE", "ordinal", 4, "reason", VOTES.get(1)));
    vote(2, Map.of("choice", "CONFIRM", "reason", LAST_DISSENT));
    appeal.read(shared.appellant()).then().body("state", equalTo("RATING_CHANGED"));
    nothingTo(company.lead, SCREENED, List.of(HEARING), BLIND);
    for (Person side : List.of(shared.appellant(), companion)) {
      nothingTo(side, SCORES);
    }
    nothingToStrangers();
  }

  private void vote(int seat, Map<String, Object> vote) {
    appeal.put(shared.member(seat), "vote", vote).then().statusCode(200);
  }

  /** What is refused tells nothing, of its own words neither. */
  private void mistakes(Person member) {
    for (Response refused :
        List.of(
            appeal.post(member, "score", Map.of("ordinal", 99, "reason", BAD)),
            appeal.post(member, "score", Map.of("ordinal", "four", "reason", BAD)),
            appeal.post(member, "score", Map.of("ordinal", 3, "reason", BAD, "why", BAD)),
            appeal.put(member, "vote", Map.of("choice", BAD, "reason", BAD)),
            appeal.put(member, "hearing", Map.of("heldOn", "2020-01-01", "note", BAD)),
            appeal.post(member, "response", Map.of("text", BAD)),
            appeal.check(company.hr, BAD))) {
      assertEquals(4, refused.statusCode() / 100, refused.asString());
      holdsNone("an error", refused.asString(), ALL);
    }
  }

  private void nothingToTheSides() {
    Stream.of(shared.appellant(), companion).forEach(side -> nothingTo(side, BLIND));
    nothingTo(company.lead, SCREENED, List.of(HEARING), BLIND);
    nothingToStrangers();
  }

  private void nothingToStrangers() {
    nothingTo(company.chief, ALL);
    nothingTo(company.staff.get(0), ALL);
    nothingTo(company.auditor, ALL);
    for (String path : List.of(appeal.path(), "/v1/appeals?limit=200")) {
      Response read = company.auditor.ask().get(path);
      read.then().statusCode(200);
      holdsNone("the auditor in " + path, read.asString(), CONTENT);
      holdsNone("the auditor in " + path, read.asString(), names());
      holdsNone("the auditor in " + path, read.asString(), whose());
    }
  }

  private List<String> whose() {
    return List.of(
        shared.appellant().familyName(),
        shared.appellant().externalId(),
        LiveAppeal.idOf(shared.appellant()),
        shared.review().id());
  }

  /** Whoever took part: an auditor reads of none of them. */
  private List<String> names() {
    return Stream.concat(
            Stream.of(shared.appellant(), companion, company.lead, company.hr),
            shared.panel().stream())
        .map(Person::familyName)
        .toList();
  }

  @SafeVarargs
  private void nothingTo(Person reader, List<String>... hidden) {
    for (String path :
        List.of(
            appeal.path(),
            "/v1/appeals?limit=200",
            "/v1/tasks?limit=200",
            "/v1/calendar",
            "/v1/reviews?limit=200",
            shared.review().path(),
            shared.review().path() + "/trail",
            shared.cycle().path(),
            shared.cycle().path() + "/exceptions")) {
      String answer = reader.ask().get(path).asString();
      for (List<String> words : hidden) {
        holdsNone(reader.externalId() + " in " + path, answer, words);
      }
    }
  }

  private static void holdsNone(String what, String text, List<String> words) {
    words.forEach(word -> assertFalse(text.contains(word), () -> what + ": " + word));
  }

  private static List<String> without(List<String> all, List<String> known) {
    return all.stream().filter(word -> !known.contains(word)).toList();
  }

  private void wordsStayWithTheAppeal() {
    for (String topic :
        List.of(
            Told.INTERNAL,
            Told.RATINGS,
            Told.CURRENT,
            Told.CYCLES,
            "evenhand.internal.duties",
            "evenhand.internal.directory")) {
      Events.ofTest().all(topic).stream()
          .filter(event -> event.value() != null)
          .forEach(event -> holdsNone(topic, event.value(), ALL));
    }
    for (String word : ALL) {
      assertEquals(0, tablesWith(word), word);
    }
    holdsNone("the log", log.text(), ALL);
  }

  private static long tablesWith(String word) {
    return Tables.count(
        "information_schema.tables where table_schema = current_schema()"
            + " and table_type = 'BASE TABLE' and table_name <> 'appeal'"
            + " and cast(query_to_xml(format('select 1 from %I x where cast(x as text) like %L',"
            + " table_name, '%"
            + word
            + "%'), true, false, '') as text) like '%<row%'");
  }

  /** Once for each revision: the level that an appeal set is one. */
  private void theNewResultIsAppealedOnceMore() {
    LiveAppeal again = LiveAppeal.filed(shared.appellant(), shared.review());
    again.post(shared.appellant(), "withdrawal", Map.of()).then().statusCode(200);
    LiveAppeal.file(shared.appellant(), shared.review(), Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_APPEALED"));
  }
}
