package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** What a check is, what is none, and what its note says. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class CheckTest extends CheckScene {

  @Test
  void a_seat_in_a_session_counts_and_half_of_the_checks_at_most_look_at_an_own_review() {
    company.cycleBecame("CALIBRATING", LocalDate.now(clock).plusDays(30));
    inForce(1);
    var precedent = published();
    var rater = raters.get(0);
    leads(rater, "T" + mark);
    var own = company.submittedReview("T" + mark, rater, rater);
    var other = company.submittedReview("T" + mark, rater, rater);
    var unwritten = company.openedReview("T" + mark, rater, rater);
    var session = scored();
    awaitPool(4);
    var id = obligation(rater);

    refused(begin(rater, id, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");
    refused(begin(rater, id, Map.of("kind", "BLIND_SCORE")), 422, "RULE_VIOLATED");
    assertEquals(List.of("PRECEDENT"), open(rater, id));
    assertTrue(exerciseWanted(rater));
    var sample = sampleIds(rater, "manager", session).get(0);
    var blind = Map.<String, Object>of("kind", "BLIND_SCORE", "sampleId", sample);
    refused(begin(rater, id, blind), 422, "CHECK_NOT_POSSIBLE");
    step(hr, "hr", session, "reveal").statusCode(200);
    assertEquals(List.of("BLIND_SCORE", "PRECEDENT"), open(rater, id));
    assertFalse(exerciseWanted(rater));
    refused(begin(rater, id, beside(own, session)), 422, "CHECK_NOT_POSSIBLE");
    refused(begin(rater, id, beside(unwritten, precedent)), 422, "CHECK_NOT_POSSIBLE");
    assertEquals(403, begin(hr, "hr", id, blind).statusCode());
    assertEquals(404, begin(co, id, blind).statusCode());
    var written = Said.id(begin(rater, id, beside(own, precedent)), 201, "BEGUN");
    refused(begin(rater, id, beside(other, precedent)), 422, "TOO_MANY_OWN_REVIEWS");
    assertEquals(List.of("BLIND_SCORE"), open(rater, id));
    var scored = Said.id(begin(rater, "employee", id, blind), 201, "BEGUN");
    refused(begin(rater, id, blind), 409, "STATE_CONFLICT");
    stands(rater, "DUE", 2);

    var today = LocalDate.now(clock);
    refused(note(rater, written, said("charm", 3, today)), 422, "UNKNOWN_CRITERION");
    refused(note(rater, written, said("craft", 6, today)), 422, "LEVEL_NOT_ON_SCALE");
    refused(note(rater, written, said("craft", 3, today.plusDays(2))), 422, "RULE_VIOLATED");
    refused(note(rater, written, said("craft", 3, today.minusDays(1))), 422, "RULE_VIOLATED");
    refused(
        note(rater, written, Map.of("criterion", "craft", "ordinal", 3, "changed", "NOTHING")),
        400,
        "MALFORMED_REQUEST");
    Said.expect(note(rater, written, said("craft", 3, today.plusDays(1))), 200, "NOTED");
    refused(note(rater, written, said("craft", 3, today.plusDays(1))), 409, "STATE_CONFLICT");
    stands(rater, "DUE", 2);
    Said.expect(note(rater, scored, said("craft", 3, today.plusDays(1))), 200, "NOTED");
    stands(rater, "DONE", 2);
    assertEquals(List.of(), checksToDo(rater, "manager"));
    only_the_manager_reads_what_was_looked_at(rater, id, written, own);
  }

  private void only_the_manager_reads_what_was_looked_at(
      String manager, String obligation, String check, UUID review) {
    var path = CHECKS + "/" + check;
    var list = CHECKS + "?obligationId=" + obligation;
    var own = see(manager, "employee", path);
    assertEquals(404, see(co, "employee", path).statusCode());
    assertEquals(review.toString(), Said.text(own, "/reviewId"));
    var told = see(hr, "hr", path);
    assertEquals("EVIDENCE_ADDED", Said.text(told, "/note/changed"));
    says_nothing(told, "reviewId", "sampleId", "precedentId", "text");
    assertEquals(2, items(see(hr, "hr", list)).size());
    assertEquals(2, items(see(manager, "manager", list)).size());
    assertEquals(404, see("CHIEF" + mark, "hr-lead", path).statusCode());
    assertEquals(404, see(co, "manager", path).statusCode());
    assertEquals(0, items(see("CHIEF" + mark, "hr-lead", list)).size());
    refused(note(hr, check, said("craft", 3, LocalDate.now(clock))), 404, "NOT_FOUND");
  }

  @Test
  void a_manager_reads_a_text_of_others_of_their_family_once_and_never_of_their_own_team() {
    company.cycleBecame("CALIBRATING", LocalDate.now(clock).plusDays(30));
    inForce(1);
    var reader = "READER" + mark;
    leads(reader, "T" + mark);
    leads("BOSS" + mark, "E0" + mark);
    var reviews = submitted(1);
    decided();
    company.submittedReview("T" + mark, reader, reader);
    company.submittedReview("T3" + mark, "BOSS" + mark, "BOSS" + mark);
    var id = obligation(reader);
    var boss = obligation("BOSS" + mark);
    refused(begin(reader, id, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");
    company.cycleBecame("CLOSED", LocalDate.now(clock));
    soon(() -> assertEquals("CLOSED", PoolProbe.cycleState(company.cycle)));
    stands(reviews.get(0));
    refused(begin(reader, id, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");
    oneOfMany(4);
    refused(begin("BOSS" + mark, boss, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");
    leads(raters.get(0), "T2" + mark);
    company.submittedReview("T2" + mark, raters.get(0), raters.get(0));
    var known = obligation(raters.get(0));
    refused(begin(raters.get(0), known, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");

    awaitPool(8);
    assertEquals(List.of("PEER"), open(reader, id));
    assertEquals(List.of(), open("BOSS" + mark, boss));
    var begun = begin(reader, id, Map.of("kind", "PEER"));
    var check = Said.id(begun, 201, "BEGUN");
    says_nothing(begun, "text");
    var read = see(reader, "manager", CHECKS + "/" + check);
    assertEquals(3, Said.by(read).at("/text/ordinal").asInt());
    assertEquals(2, Said.by(read).at("/text/parts").size());
    assertFalse(read.asString().contains(reviews.get(0).toString()));
    says_nothing(see(hr, "hr", CHECKS + "/" + check), "text");
    refused(begin(reader, id, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");

    var noted = note(reader, check, said("delivery", 3, LocalDate.now(clock)));
    Said.expect(noted, 200, "NOTED");
    says_nothing(see(reader, "manager", CHECKS + "/" + check), "text");
    assertTrue(PoolProbe.hasRead(company.id(reader), reviews.get(0)));
  }

  @Test
  void nobody_reads_a_text_of_a_family_where_nearly_all_are_theirs() {
    company.cycleBecame("CALIBRATING", LocalDate.now(clock).plusDays(30));
    inForce(1);
    var reviews = submitted(1);
    decided();
    company.cycleBecame("CLOSED", LocalDate.now(clock));
    stands(reviews.get(0));
    onDay(40);
    var most = "MOST" + mark;
    company.employs(most, "CHIEF" + mark);
    for (int at = 0; at < 5; at++) {
      company.employs("T" + at + mark, most).submittedReview("T" + at + mark, most, most);
    }
    awaitPool(6);
    var id = obligation(most);
    refused(begin(most, id, Map.of("kind", "PEER")), 422, "CHECK_NOT_POSSIBLE");

    oneOfMany(4);
    awaitPool(10);
    var check = Said.id(begin(most, id, Map.of("kind", "PEER")), 201, "BEGUN");
    a_text_whose_result_is_looked_at_again_is_given_back(most, id, check, reviews.get(0));
  }

  private void a_text_whose_result_is_looked_at_again_is_given_back(
      String manager, String obligation, String check, UUID review) {
    var path = CHECKS + "/" + check;
    var peer = Map.<String, Object>of("kind", "PEER");
    refused(begin(manager, obligation, peer), 409, "STATE_CONFLICT");
    refused(giveBack(manager, check), 409, "STATE_CONFLICT");
    assertEquals(List.of("noteCalibrationCheck"), actions(manager, path));
    company.reopened(review, "E0" + mark, "BOSS" + mark, "BOSS" + mark);
    soon(() -> assertEquals("IN_PROGRESS", PoolProbe.reviewState(review)));

    says_nothing(see(manager, "manager", path), "text");
    assertEquals(List.of("noteCalibrationCheck", "returnCalibrationCheck"), actions(manager, path));
    refused(giveBack(co, check), 404, "NOT_FOUND");
    refused(giveBack(hr, check), 404, "NOT_FOUND");
    Said.expect(giveBack(manager, check), 200, "RETURNED");
    refused(giveBack(manager, check), 409, "STATE_CONFLICT");
    refused(begin(manager, obligation, peer), 422, "CHECK_NOT_POSSIBLE");
    stands(manager, "DUE", 1);
  }

  @Test
  void a_text_is_read_as_long_as_it_is_of_others_and_owed() {
    company.cycleBecame("CALIBRATING", LocalDate.now(clock).plusDays(30));
    inForce(1);
    var reader = "READER" + mark;
    leads(reader, "T" + mark);
    var reviews = submitted(1);
    decided();
    company.submittedReview("T" + mark, reader, reader);
    company.cycleBecame("CLOSED", LocalDate.now(clock));
    stands(reviews.get(0));
    oneOfMany(4);
    awaitPool(6);
    var path =
        CHECKS
            + "/"
            + Said.id(begin(reader, obligation(reader), Map.of("kind", "PEER")), 201, "BEGUN");
    company.employs("E0" + mark, reader);
    soon(() -> says_nothing(see(reader, "manager", path), "text"));
    company.employs("E0" + mark, "BOSS" + mark);
    soon(() -> assertFalse(Said.by(see(reader, "manager", path)).path("text").isMissingNode()));

    company.turns(reader, "CHIEF" + mark, "TERMINATED");
    soon(() -> assertEquals("LAPSED", PoolProbe.duty(company.id(reader))));
    onDay(100);
    company.employs(reader, "CHIEF" + mark);
    awaitStatus(reader, "ACTIVE");
    run();
    says_nothing(see(reader, "manager", path), "text");
    assertEquals(List.of(), actions(reader, path));
    var note = said("delivery", 3, LocalDate.now(clock));
    refused(note(reader, path.substring(CHECKS.length() + 1), note), 409, "STATE_CONFLICT");
    stands(reader, "LAPSED", 2);
  }

  /** What the manager can begin; of the other kinds they read why not. */
  private static List<String> open(String manager, String obligation) {
    var kinds = Said.by(see(manager, "manager", OBLIGATIONS + "/" + obligation)).path("kinds");
    assertEquals(3, kinds.size());
    kinds.forEach(
        kind -> assertEquals(kind.path("open").asBoolean(), kind.path("reason").isMissingNode()));
    return kinds
        .valueStream()
        .filter(kind -> kind.path("open").asBoolean())
        .map(kind -> kind.path("kind").asText())
        .toList();
  }

  /** As HR reads it, and nobody else. */
  private boolean exerciseWanted(String manager) {
    var read = see(hr, "hr", OBLIGATIONS + "?limit=200&quarter=" + name());
    assertFalse(read.asString().contains("\"kinds\""));
    owedBy(manager).forEach(own -> assertTrue(own.path("exerciseWanted").isMissingNode()));
    return items(read).stream()
        .filter(each -> each.at("/manager/id").asText().equals(company.id(manager).toString()))
        .findFirst()
        .orElseThrow()
        .path("exerciseWanted")
        .asBoolean();
  }

  private static List<String> actions(String who, String path) {
    return Said.by(see(who, "manager", path))
        .path("actions")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  private static Response giveBack(String who, String check) {
    return as(who, "employee").header("If-Match", "*").post(CHECKS + "/" + check + "/return");
  }

  /** Nobody can appeal against its result any more. */
  private void stands(UUID review) {
    company.finalized(review, "E0" + mark, "BOSS" + mark, "BOSS" + mark);
    soon(() -> assertEquals("FINAL", PoolProbe.reviewState(review)));
  }

  /** So many others of the family, whom somebody else leads. */
  private void oneOfMany(int others) {
    for (int at = 0; at < others; at++) {
      company.submittedReview("O" + at + mark, "FAR" + mark, "FAR" + mark);
    }
  }

  private String scored() {
    submitted(1);
    var session = scoring();
    allScore(session, 3);
    return session;
  }

  private void decided() {
    var reviews = new ArrayList<UUID>();
    var session = scoring();
    allScore(session, 3);
    Said.by(as(hr, "hr").get(SESSIONS + "/" + session + "/samples"))
        .path("items")
        .forEach(item -> reviews.add(UUID.fromString(item.path("reviewId").asText())));
    decided(session, reviews);
    step(co, "manager", session, "lock").statusCode(200);
    company.sessionApplied(UUID.fromString(session));
    awaitState(session, "PUBLISHED");
  }

  /** Whoever leads somebody since before the quarter began. */
  private void leads(String manager, String report) {
    company.at(quarter.minusDays(30).atStartOfDay().toInstant(ZoneOffset.UTC));
    company.employs(manager, "CHIEF" + mark).employs(report, manager).at(clock.instant());
    awaitStatus(report, "ACTIVE");
  }

  private static Map<String, Object> beside(UUID review, String precedent) {
    return Map.of("kind", "PRECEDENT", "reviewId", review, "precedentId", precedent);
  }

  private static Map<String, Object> said(String criterion, int level, LocalDate talkedOn) {
    return Map.of(
        "criterion",
        criterion,
        "ordinal",
        level,
        "changed",
        "EVIDENCE_ADDED",
        "talkedOn",
        talkedOn.toString());
  }

  private static Response begin(String who, String obligation, Map<String, Object> check) {
    return begin(who, "manager", obligation, check);
  }

  private static Response begin(
      String who, String role, String obligation, Map<String, Object> check) {
    return as(who, role).body(check).post(OBLIGATIONS + "/" + obligation + "/checks");
  }

  private static Response note(String who, String check, Map<String, Object> note) {
    return as(who, "manager")
        .header("If-Match", "*")
        .body(note)
        .post(CHECKS + "/" + check + "/note");
  }
}
