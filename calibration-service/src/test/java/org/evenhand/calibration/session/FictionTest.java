package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that never were: written by one side, checked by the other, read by all. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class FictionTest extends PrecedentScene {

  @BeforeEach
  void a_policy() {
    inForce(1);
  }

  @Test
  void one_side_writes_the_other_checks_and_then_all_read_it_and_nobody_who_wrote_it() {
    var id = written(co);
    assertEquals(404, read(raters.get(0), id).statusCode());
    assertEquals(404, as("CHIEF" + mark, "hr-lead").get(PRECEDENTS + "/" + id).statusCode());
    assertEquals(List.of("PRECEDENT_CHECK"), tasks(co, "manager"));
    assertEquals(List.of(), tasks(hr, "hr"));
    refused(doing(hr, "hr", id, "check"), 403, "FORBIDDEN");

    Said.expect(doing(co, "manager", id, "check"), 200, "CHECKED");
    assertEquals(List.of(), tasks(co, "manager"));
    run();
    assertEquals(404, read(raters.get(0), id).statusCode(), "as long as one of a review");
    clock.advance(Duration.ofDays(20));
    run();
    Response seen = read(raters.get(0), id);
    Said.expect(seen, 200, "PUBLISHED");
    says_nothing(seen, "author", "checker", "passage", "objectableUntil", "withdrawal");
    assertEquals(List.of(), texts(Said.by(seen).path("actions"), ""));
    assertEquals(company.id(hr).toString(), Said.text(read(co, id), "/author/id"));
  }

  @Test
  void the_side_that_wrote_it_does_not_check_it_and_nobody_checks_their_own() {
    company.serves("HR2" + mark, "CHIEF" + mark, "unit");
    awaitStatus("HR2" + mark, "ACTIVE");
    var id = written("HR2" + mark);
    refused(doing("HR2" + mark, "hr", id, "check"), 422, "SECOND_PERSON_REQUIRED");
    refused(write(hr, "hr", fiction(hr)), 422, "SECOND_PERSON_REQUIRED");
    refused(write(hr, "hr", fiction("NOBODY" + mark)), 422, "UNKNOWN_PERSON");
  }

  @Test
  void what_tells_of_somebody_is_taken_out_before_it_is_checked() {
    var id = written(co);
    refused(
        doing(co, "manager", id, "return", Map.of("passage", "Ann Lee")), 422, "PASSAGE_NOT_FOUND");
    Said.expect(
        doing(co, "manager", id, "return", Map.of("passage", "Madame Holt")), 200, "PROPOSED");
    assertEquals(List.of("PRECEDENT_REDACTION"), tasks(hr, "hr"));
    assertEquals(List.of(), tasks(co, "manager"));
    refused(doing(co, "manager", id, "check"), 409, "STATE_CONFLICT");

    Said.expect(
        doing(
            hr,
            "hr",
            id,
            "redaction",
            Map.of("passage", "Madame Holt", "placeholder", "[Colleague A]")),
        200,
        "PROPOSED");
    assertEquals(List.of("PRECEDENT_CHECK"), tasks(co, "manager"));
    assertFalse(read(co, id).asString().contains("Holt"));
    Said.expect(doing(co, "manager", id, "check"), 200, "CHECKED");
  }

  @Test
  void what_is_out_goes_by_both_sides_and_its_words_go_everywhere() {
    var id = published();
    refused(
        doing(raters.get(0), "employee", id, "withdrawal", Map.of("cause", "MISLEADING")),
        403,
        "FORBIDDEN");
    var key = UUID.randomUUID().toString();
    Response asked = wantsGone(id, key);
    Said.expect(asked, 200, "PUBLISHED");
    assertTrue(asked.asString().contains("openly"));
    refused(
        doing("CHIEF" + mark, "hr-lead", id, "withdrawal", Map.of("cause", "MISLEADING")),
        422,
        "SECOND_PERSON_REQUIRED");
    says_nothing(read(raters.get(1), id), "withdrawal");
    Said.expect(
        doing(raters.get(0), "manager", id, "withdrawal", Map.of("cause", "MISLEADING")),
        200,
        "WITHDRAWN");

    Response left = read(raters.get(1), id);
    Said.expect(left, 200, "WITHDRAWN");
    says_nothing(left, "parts", "reason", "dissent");
    Response again = wantsGone(id, key);
    assertEquals(200, again.statusCode());
    assertFalse(again.asString().contains("openly"));
    assertEquals(List.of("published", "withdrawn"), told(id));
  }

  @Test
  void what_was_never_out_is_withdrawn_by_either_of_the_two_and_leaves_no_trace_for_others() {
    var id = written(co);
    Said.expect(
        doing(co, "manager", id, "withdrawal", Map.of("cause", "OUTDATED")), 200, "WITHDRAWN");
    assertEquals(404, read(raters.get(0), id).statusCode());
    assertEquals(
        List.of(), ids(as(raters.get(0), "manager").get(PRECEDENTS + "?state=WITHDRAWN" + mine())));
    assertEquals(List.of(), tasks(co, "manager"));
  }

  @Test
  void a_precedent_ends_with_its_version_and_a_draft_of_one_is_gone() {
    var out = published();
    var draft = written(co);
    inForce(2);
    soon(
        () -> {
          Said.expect(read(raters.get(0), out), 200, "SUPERSEDED");
          Said.expect(read(hr, draft), 200, "WITHDRAWN");
        });
    assertEquals(List.of("published", "superseded"), told(out));
    says_nothing(read(hr, draft), "parts", "reason");
    assertEquals(2, Said.by(read(hr, written(co))).path("policyVersion").asInt());
  }

  @Test
  void precedents_are_found_by_criterion_level_and_tag_the_latest_first() {
    var one = published();
    var two = published();
    var reader = raters.get(0);
    assertEquals(List.of(two, one), ids(search(reader, "criterion=delivery&ordinal=3")));
    assertEquals(List.of(two, one), ids(search(reader, "tag=WORKLOAD")));
    assertEquals(List.of(), ids(search(reader, "tag=REMOTE")));
    assertEquals(List.of(), ids(search(reader, "criterion=craft")));
    assertEquals(List.of(), ids(search(reader, "ordinal=4")));
    Response first = search(reader, "limit=1");
    assertEquals(List.of(two), ids(first));
    assertEquals(List.of(one), ids(search(reader, "limit=1&cursor=" + Said.text(first, "/next"))));
    refused(search(reader, "tag=UNHEARD_OF"), 400, "INVALID_PARAMETER");
    refused(search(reader, "ordinal=many"), 400, "INVALID_PARAMETER");
  }

  @Test
  void a_case_speaks_of_what_the_policy_in_force_has() {
    refused(wrong("criterion", "charm"), 422, "UNKNOWN_CRITERION");
    refused(wrong("ordinal", 6), 422, "LEVEL_NOT_ON_SCALE");
    refused(wrong("policyId", UUID.randomUUID()), 422, "POLICY_NOT_IN_FORCE");
    refused(wrong("observations", List.of()), 400, "MALFORMED_REQUEST");
    refused(wrong("tags", List.of("UNHEARD_OF")), 400, "MALFORMED_REQUEST");
    assertTrue(wrong("criterion", "charm").asString().contains("/criterion"));
  }

  private Response wantsGone(String id, String key) {
    return as(hr, "hr")
        .header("If-Match", "*")
        .header("Idempotency-Key", key)
        .body(Map.of("cause", "MISLEADING"))
        .post(PRECEDENTS + "/" + id + "/withdrawal");
  }

  /** What our other services hear, in this order; nothing of a side that asks. */
  private static List<String> told(String id) {
    return Events.ofTest().await(INTERNAL, 2, record -> record.key().equals(id)).stream()
        .peek(EventSchemas::check)
        .peek(record -> assertFalse(record.value().contains("openly")))
        .map(record -> Events.header(record, "ce_type").split("\\.")[3])
        .toList();
  }

  private Response wrong(String field, Object value) {
    var body = fiction(co);
    body.put(field, value);
    return write(hr, "hr", body);
  }

  private Response search(String who, String query) {
    return as(who, "employee").get(PRECEDENTS + "?" + query + mine());
  }

  private String mine() {
    return "&policyId=" + company.policy;
  }
}
