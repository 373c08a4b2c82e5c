package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.policy.content.Contents;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LifeCycleTest extends ServiceTest {

  @Inject Mutiny.SessionFactory sessions;

  @Test
  void a_policy_goes_from_draft_to_force_and_is_superseded_by_its_next_version() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    clock.advance(Duration.ofDays(5));
    runDue();
    assertThat(policy.state()).isEqualTo("EFFECTIVE");

    policy.nextVersion();
    policy.edit("{\"name\": \"Fairer ratings\"}").then().statusCode(200);
    policy.inConsultation();
    clock.advance(Duration.ofDays(14));
    policy.openSignOff().then().statusCode(200);
    policy.sign(Staff.MANAGER).then().statusCode(200);
    policy.sign(Staff.SECOND_MANAGER).then().statusCode(200);
    policy.sign(Staff.APPROVER).then().body("state", equalTo("APPROVED"));
    policy.announce(policy.today().plusDays(30)).then().statusCode(200);
    clock.advance(Duration.ofDays(30));
    runDue();

    assertThat(policy.version(1).state()).isEqualTo("SUPERSEDED");
    assertThat(policy.version(2).state()).isEqualTo("EFFECTIVE");
    as(Staff.EMPLOYEE)
        .get("/v1/policies/" + policy.id())
        .then()
        .statusCode(200)
        .body("name", equalTo("Fairer ratings"))
        .body("inForce", equalTo(2))
        .body("announced", nullValue());
    var handover = eventsOf(policy, 18);
    var superseded = handover.get(handover.size() - 2);
    var effective = handover.get(handover.size() - 1);
    assertThat(Events.header(superseded, "ce_type")).endsWith("superseded.v1");
    assertThat(Events.header(effective, "ce_type")).endsWith("effective.v1");
    assertThat(field(superseded, "version")).isEqualTo("1");
    assertThat(field(effective, "version")).isEqualTo("2");
    assertThat(field(superseded, "at")).isEqualTo(field(effective, "at"));
    assertThat(handover).allSatisfy(EventSchemas::check);
  }

  @Test
  void every_transition_stands_in_the_audit_trail_with_who_did_it() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    clock.advance(Duration.ofDays(5));
    runDue();

    var trail = trail(UUID.fromString(policy.id()));

    assertThat(trail)
        .extracting(Done::action)
        .containsExactly(
            "drafted",
            "consultation-opened",
            "sign-off-opened",
            "signed",
            "signed",
            "approved",
            "announced",
            "effective");
    assertThat(trail.get(0).actor()).isEqualTo(Staff.id("H1").toString());
    assertThat(trail.get(3).actor()).isEqualTo(Staff.id("M1").toString());
    assertThat(trail.get(7).actor()).isEqualTo("policy-service");
  }

  @Test
  void every_transition_is_one_event_in_order_and_as_its_schema_says() {
    var policy = PolicyUnderTest.drafted(clock);
    policy.edit("{\"noticeDays\": 31}").then().statusCode(200);
    policy.announced();
    clock.advance(Duration.ofDays(5));
    runDue();
    policy.ended().then().body("state", equalTo("RETIRED"));

    var events = eventsOf(policy, 11);

    assertThat(events)
        .extracting(e -> Events.header(e, "ce_type"))
        .containsExactly(
            "org.evenhand.policy.drafted.v1",
            "org.evenhand.policy.edited.v1",
            "org.evenhand.policy.consultation-opened.v1",
            "org.evenhand.policy.sign-off-opened.v1",
            "org.evenhand.policy.signed.v1",
            "org.evenhand.policy.signed.v1",
            "org.evenhand.policy.approved.v1",
            "org.evenhand.policy.announced.v1",
            "org.evenhand.policy.effective.v1",
            "org.evenhand.policy.ending-proposed.v1",
            "org.evenhand.policy.retired.v1");
    assertThat(events)
        .extracting(e -> Long.valueOf(Events.header(e, "ce_sequence")))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(events)
        .allSatisfy(EventSchemas::check)
        .allSatisfy(e -> assertThat(Events.header(e, "ce_source")).isEqualTo("/policy-service"))
        .allSatisfy(e -> assertThat(Events.header(e, "ce_subject")).isEqualTo(policy.id()));
    assertThat(Contents.parse(events.get(7).value()).at("/content/criteria/0/key").asText())
        .isEqualTo("delivery");
    assertThat(Contents.parse(events.get(8).value()).at("/content/noticeDays").asInt())
        .isEqualTo(31);
  }

  @Test
  void a_rejection_and_a_withdrawal_are_told_without_words_or_people() {
    var policy = PolicyUnderTest.drafted(clock).inSignOff();
    String hash = policy.read(Staff.MANAGER).path("contentHash");
    policy
        .command(
            Staff.MANAGER,
            "sign-offs",
            Map.of("decision", "REJECT", "reason", "Not ready", "contentHash", hash))
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"));
    policy.withdraw().then().statusCode(200).body("ending.reason", equalTo("Not wanted any more"));

    var events = eventsOf(policy, 5);
    assertThat(events)
        .allSatisfy(EventSchemas::check)
        .extracting(e -> Events.header(e, "ce_type"))
        .endsWith("org.evenhand.policy.rejected.v1", "org.evenhand.policy.withdrawn.v1");
    assertThat(events)
        .extracting(ConsumerRecord::value)
        .noneMatch(text -> text.contains("Not ready") || text.contains("Not wanted"))
        .noneMatch(text -> text.contains(Staff.id("M1").toString()));
  }

  @Test
  void a_refused_transition_names_those_that_are_allowed() {
    var policy = PolicyUnderTest.drafted(clock);

    policy
        .announce(policy.today().plusDays(50))
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/transition-refused"))
        .body(
            "allowed",
            contains(
                "editVersion",
                "requestImpactReplay",
                "waiveImpactReplay",
                "openConsultation",
                "withdrawVersion"));
  }

  @Test
  void sign_off_opens_once_every_comment_has_a_disposition_and_the_days_have_passed() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String comment =
        as(Staff.EMPLOYEE)
            .body(Map.of("kind", "PITFALL", "pointer", "/criteria/1", "text", "Loud people win"))
            .post(policy.path() + "/comments")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    clock.advance(Duration.ofDays(3));
    policy
        .openSignOff()
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/dispositions-missing"));

    as(Staff.HR)
        .header("If-Match", as(Staff.HR).get(comment).header("ETag"))
        .body(Map.of("outcome", "TAKEN_UP", "reason", "The anchor names listening"))
        .post(comment + "/disposition")
        .then()
        .statusCode(200)
        .body("disposition.outcome", equalTo("TAKEN_UP"));
    clock.advance(Duration.ofSeconds(-1));
    policy
        .openSignOff()
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/consultation-too-short"));

    clock.advance(Duration.ofSeconds(1));
    policy.openSignOff().then().statusCode(200).body("state", equalTo("SIGN_OFF"));
  }

  @Test
  void the_chain_of_signatures_is_public_and_an_edit_voids_it() {
    var policy = PolicyUnderTest.drafted(clock).inSignOff();
    policy.sign(Staff.MANAGER).then().statusCode(200);
    as(Staff.EMPLOYEE)
        .get(policy.path() + "/sign-offs")
        .then()
        .statusCode(200)
        .body("rounds[0].signatures[0].signer.id", equalTo(Staff.id("M1").toString()))
        .body("rounds[0].signatures[0].approves", equalTo(true))
        .body("rounds[0].managersMissing", equalTo(1))
        .body("rounds[0].hrMissing", equalTo(true));

    String hash = policy.read(Staff.HR).path("contentHash");
    policy
        .command(
            Staff.APPROVER,
            "sign-offs",
            Map.of("decision", "REJECT", "reason", "A typing error", "contentHash", hash))
        .then()
        .statusCode(200);
    policy.edit("{\"name\": \"Fair ratings, corrected\"}").then().statusCode(200);

    as(Staff.HR)
        .get(policy.path() + "/sign-offs")
        .then()
        .body("contentHash", not(equalTo(hash)))
        .body("rounds[0].signatures.approves", contains(false, false))
        .body("rounds[0].signatures.voidedAt", hasSize(2));
  }

  @Test
  void a_signature_over_other_content_is_refused() {
    var policy = PolicyUnderTest.drafted(clock).inSignOff();

    policy
        .command(
            Staff.MANAGER, "sign-offs", Map.of("decision", "SIGN", "contentHash", "0".repeat(64)))
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/content-changed"))
        .body("errors[0].pointer", equalTo("/contentHash"));
  }

  @Test
  void only_managers_who_are_at_work_can_be_named_and_no_author() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    clock.advance(Duration.ofDays(3));

    policy
        .command(
            Staff.HR,
            "sign-off-opening",
            Map.of("managers", List.of("M1", "X1", "L1", "M1", "M4", "E1"), "quorum", 7))
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/managers/1",
                "/managers/2",
                "/managers/3",
                "/managers/4",
                "/managers/5",
                "/quorum"));
    policy
        .command(Staff.HR, "sign-off-opening", Map.of("managers", List.of("H1", "M1"), "quorum", 1))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/managers/0"));
  }

  @Test
  void a_rejection_without_a_reason_is_refused() {
    var policy = PolicyUnderTest.drafted(clock).inSignOff();
    String hash = policy.read(Staff.MANAGER).path("contentHash");

    policy
        .command(Staff.MANAGER, "sign-offs", Map.of("decision", "REJECT", "contentHash", hash))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
  }

  @Test
  void a_next_version_waits_until_the_present_one_is_done() {
    var policy = PolicyUnderTest.drafted(clock);

    as(Staff.HR)
        .post("/v1/policies/" + policy.id() + "/versions")
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/version-under-way"));

    policy.withdraw().then().statusCode(200);
    policy.nextVersion();
    policy
        .read(Staff.HR)
        .then()
        .body("version", equalTo(2))
        .body("content.criteria[0].key", equalTo("delivery"))
        .body("actions", hasItem("openConsultation"));
  }

  @Test
  void the_difference_between_two_versions_reads_in_words() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    policy.withdraw().then().statusCode(200);
    policy.nextVersion();
    policy.edit("{\"noticeDays\": 7}").then().statusCode(200);

    as(Staff.HR)
        .queryParam("from", 1)
        .get(policy.path() + "/difference")
        .then()
        .statusCode(200)
        .body("changes", hasSize(1))
        .body("changes[0].path", equalTo("Days of notice for the next version"))
        .body("changes[0].kind", equalTo("CHANGED"))
        .body("changes[0].before", equalTo(30))
        .body("changes[0].after", equalTo(7));
    as(Staff.EMPLOYEE).get(policy.path() + "/difference").then().statusCode(404);
    as(Staff.HR).get(policy.version(1).path() + "/difference").then().statusCode(404);
  }

  @Test
  void a_signer_who_cannot_sign_is_replaced_in_the_public_chain() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    clock.advance(Duration.ofDays(3));
    policy
        .command(Staff.HR, "sign-off-opening", Map.of("managers", List.of("M1", "M2"), "quorum", 2))
        .then()
        .statusCode(200)
        .body("actions", hasItem("replaceSigner"));

    replaceSigner(policy, "M2", "M4")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/successor"));
    replaceSigner(policy, "Nobody", "L1")
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/replaced", "/successor"));
    replaceSigner(policy, "M2", "M3").then().statusCode(200);

    policy.sign(Staff.SECOND_MANAGER).then().statusCode(403);
    policy.sign(Staff.MANAGER).then().statusCode(200);
    policy.sign(Staff.APPROVER).then().statusCode(200);
    policy.sign(Staff.OTHER_MANAGER).then().statusCode(200).body("state", equalTo("APPROVED"));
    as(Staff.EMPLOYEE)
        .get(policy.path() + "/sign-offs")
        .then()
        .body("rounds[0].replacements[0].replaced.id", equalTo(Staff.id("M2").toString()))
        .body("rounds[0].replacements[0].successor.id", equalTo(Staff.id("M3").toString()))
        .body("rounds[0].replacements[0].reason", equalTo("Has left"));
  }

  @Test
  void an_incomplete_version_says_what_it_lacks_and_is_not_signed() {
    var content = PolicyUnderTest.content();
    content.withArray("exemplars").remove(1);
    content.withObject("/outcomes").remove("rewards");
    var policy = PolicyUnderTest.drafted(clock, content);
    as(Staff.HR)
        .get(policy.path() + "/readiness")
        .then()
        .statusCode(200)
        .body("ready", equalTo(false))
        .body("missing.pointer", contains("/outcomes/rewards", "/exemplars"));
    as(Staff.EMPLOYEE).get(policy.path() + "/readiness").then().statusCode(404);

    policy.inConsultation();
    clock.advance(Duration.ofDays(3));
    policy.read(Staff.HR).then().body("actions", not(hasItem("openSignOff")));
    policy
        .openSignOff()
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/policy-incomplete"))
        .body("errors.pointer", contains("/outcomes/rewards", "/exemplars"));

    policy
        .edit(
            """
            {"outcomes": {"rewards": "none"},
             "exemplars": [{"ordinal": 1, "text": "a"}, {"ordinal": 2, "text": "b"},
                           {"ordinal": 3, "text": "c"}]}
            """)
        .then()
        .statusCode(200);
    as(Staff.EMPLOYEE)
        .get(policy.path() + "/readiness")
        .then()
        .body("ready", equalTo(true))
        .body("missing", hasSize(0));
    policy.openSignOff().then().statusCode(200);
  }

  @Test
  void one_side_alone_ends_nothing_that_both_have_agreed_to() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    policy.withdraw().then().statusCode(409).body("allowed", hasItem("proposeEnding"));
    clock.advance(Duration.ofDays(5));
    runDue();
    policy
        .command(Staff.HR, "ending/countersignature", null)
        .then()
        .statusCode(409)
        .body("allowed", hasItem("proposeEnding"));
    policy.command(Staff.HR, "ending", Map.of()).then().statusCode(400);

    policy
        .command(Staff.HR, "ending", Map.of("reason", "We pay by the hour now"))
        .then()
        .statusCode(200)
        .body("state", equalTo("EFFECTIVE"))
        .body("endingProposal.side", equalTo("HR"))
        .body("endingProposal.consequences.peopleUnbound", equalTo(0))
        .body("actions", hasItem("withdrawEndingProposal"))
        .body("actions", not(hasItem("countersignEnding")));
    policy
        .command(Staff.APPROVER, "ending/countersignature", null)
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/same-side-twice"));
    policy.read(Staff.MANAGER).then().body("actions", hasItem("countersignEnding"));
    policy
        .command(Staff.MANAGER, "ending/withdrawal", null)
        .then()
        .statusCode(200)
        .body("endingProposal", nullValue());

    policy
        .command(Staff.MANAGER, "ending", Map.of("reason", "Nobody keeps to it"))
        .then()
        .statusCode(200);
    policy
        .command(Staff.SECOND_MANAGER, "ending/countersignature", null)
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/same-side-twice"));
    policy
        .command(Staff.HR, "ending/countersignature", null)
        .then()
        .statusCode(200)
        .body("state", equalTo("RETIRED"))
        .body("ending.reason", equalTo("Nobody keeps to it"));
  }

  @Test
  void a_proposal_to_end_says_whom_it_leaves_without_a_policy_and_what_comes_next() {
    var content = PolicyUnderTest.content();
    String entity = content.at("/scope/legalEntities/0").asText();
    var policy = PolicyUnderTest.drafted(clock, content).announced();
    clock.advance(Duration.ofDays(5));
    runDue();
    staff.joins("J-" + entity, entity, "GB", "EMPLOYEE");
    staff.joins("K-" + entity, entity, "GB", "CONTRACTOR");
    policy.nextVersion();
    policy.inConsultation();
    clock.advance(Duration.ofDays(14));
    policy.openSignOff().then().statusCode(200);
    policy.sign(Staff.MANAGER).then().statusCode(200);
    policy.sign(Staff.SECOND_MANAGER).then().statusCode(200);
    policy.sign(Staff.APPROVER).then().statusCode(200);
    policy.announce(policy.today().plusDays(30)).then().statusCode(200);

    policy
        .version(1)
        .command(Staff.HR, "ending", Map.of("reason", "Early"))
        .then()
        .body("endingProposal.consequences.peopleUnbound", equalTo(1))
        .body("endingProposal.consequences.announced", equalTo(2));
    policy
        .command(Staff.HR, "ending", Map.of("reason", "Too early"))
        .then()
        .body("endingProposal.consequences.peopleUnbound", equalTo(0))
        .body("endingProposal.consequences.inForce", equalTo(1));
  }

  private static Response replaceSigner(PolicyUnderTest policy, String replaced, String by) {
    return policy.command(
        Staff.HR,
        "signer-replacement",
        Map.of("replaced", replaced, "successor", by, "reason", "Has left"));
  }

  private record Done(String action, String actor) {}

  private List<Done> trail(UUID policy) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () ->
              sessions.withTransaction(
                  session ->
                      Rows.of(
                              session,
                              "select action, actor from audit where aggregate_type = 'policy'"
                                  + " and aggregate_id = :policy order by sequence")
                          .bind("policy", policy)
                          .list(row -> new Done(row.text("action"), row.text("actor")))));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static String field(ConsumerRecord<String, String> event, String name) {
    return Contents.parse(event.value()).path(name).asText();
  }

  @Test
  void an_event_belongs_to_the_trace_of_the_request_that_caused_it() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String policy =
        as(Staff.HR)
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .body(PolicyUnderTest.content().toString())
            .post("/v1/policies")
            .then()
            .statusCode(201)
            .extract()
            .path("policyId");

    var drafted =
        Events.ofTest().await("evenhand.policies", 1, event -> event.key().equals(policy));

    assertThat(Events.header(drafted.get(0), "traceparent"))
        .matches("00-" + trace + "-[0-9a-f]{16}-01");
  }

  private static List<ConsumerRecord<String, String>> eventsOf(PolicyUnderTest policy, int count) {
    return Events.ofTest()
        .await("evenhand.policies", count, event -> event.key().equals(policy.id()));
  }
}
