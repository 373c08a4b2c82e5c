package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.norm.Norm;
import org.evenhand.policy.norm.NormRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** What sessions agree on, as the next version hears it. */
@QuarkusTest
class NormCommentsTest extends ServiceTest {

  private static final String EARLY = "What was agreed anew in the open counts as agreed.";
  private static final String LATE = "Help that was asked for counts for both.";

  @Inject NormRepository repository;
  @Inject Mutiny.SessionFactory sessions;

  @Test
  void a_norm_is_a_comment_of_the_next_consultation_once_however_late_and_often_it_is_told() {
    PolicyUnderTest policy = inForce();
    UUID early = UUID.randomUUID();
    tell(policy, early, "delivery", EARLY);
    soon(() -> assertThat(norms(policy, 1)).containsExactly(EARLY));

    policy.nextVersion().inConsultation();
    JsonNode said = comments(policy, Staff.HR).path(0);
    assertThat(said.path("text").asText()).isEqualTo(EARLY);
    assertThat(said.path("pointer").asText()).isEqualTo("/anchors/2");
    assertThat(said.path("normId").asText()).isEqualTo(early.toString());
    assertThat(said.path("mine").asBoolean()).isFalse();
    assertThat(said.path("author").isMissingNode()).as("nobody's own words").isTrue();

    tell(policy, early, "delivery", EARLY);
    tell(policy, UUID.randomUUID(), "together", LATE);
    soon(() -> assertThat(texts(policy, Staff.EMPLOYEE)).containsExactly(EARLY, LATE));
    assertThat(norms(policy, 2)).containsExactlyInAnyOrder(EARLY, LATE);

    assertThat(policy.openSignOff().statusCode()).as("HR has not answered").isEqualTo(409);
    dispose(policy);
    assertThat(policy.openSignOff().statusCode()).isEqualTo(200);
    takesEffect(policy);
    policy.nextVersion().inConsultation();
    assertThat(texts(policy, Staff.HR)).as("carried on, and answered before").isEmpty();
  }

  @Test
  void a_norm_waits_for_a_version_that_comes_into_force_and_says_nothing_once_it_has_expired() {
    PolicyUnderTest policy = inForce();
    UUID goes = UUID.randomUUID();
    tell(policy, UUID.randomUUID(), "delivery", EARLY);
    tell(policy, goes, "together", LATE);
    soon(() -> assertThat(norms(policy, 1)).hasSize(2));
    policy.nextVersion().inConsultation();
    assertThat(texts(policy, Staff.HR)).hasSize(2);
    policy.withdraw().then().statusCode(200);

    new Neighbours(clock.instant()).expired(goes, policy.id(), 1, "together").tell();
    soon(() -> assertThat(norms(policy, 1)).containsExactly(EARLY));
    policy.nextVersion().inConsultation();

    assertThat(texts(policy, Staff.HR)).containsExactly(EARLY);
  }

  @Test
  void a_norm_that_is_withdrawn_is_said_nowhere_any_more() {
    PolicyUnderTest policy = inForce();
    UUID gone = UUID.randomUUID();
    tell(policy, gone, "delivery", EARLY);
    soon(() -> assertThat(norms(policy, 1)).hasSize(1));
    policy.nextVersion().inConsultation();
    assertThat(texts(policy, Staff.HR)).containsExactly(EARLY);

    new Neighbours(clock.instant()).withdrawn(gone).tell();
    soon(() -> assertThat(texts(policy, Staff.HR)).containsExactly("[Removed]"));
    assertThat(norms(policy, 1)).isEmpty();

    UUID next = UUID.randomUUID();
    tell(policy, gone, "delivery", EARLY);
    tell(policy, next, "together", LATE);
    soon(() -> assertThat(norms(policy, 1)).containsExactly(LATE));
    policy.withdraw().then().statusCode(200);
    policy.nextVersion().inConsultation();
    assertThat(texts(policy, Staff.HR)).as("told anew from before").containsExactly(LATE);
  }

  @Test
  void a_norm_is_shown_from_the_version_on_in_whose_words_it_was_agreed_on_though_read_later() {
    PolicyUnderTest policy = inForce();
    policy.nextVersion().inConsultation();
    UUID carried = UUID.randomUUID();
    UUID over = UUID.randomUUID();
    new Neighbours(clock.instant())
        .carried(carried, policy.id(), 1, 2, "delivery", EARLY)
        .expired(over, policy.id(), 1, "together")
        .tellTwice();

    soon(() -> assertThat(texts(policy, Staff.HR)).containsExactly(EARLY));
    assertThat(norms(policy, 1)).containsExactly(EARLY);
    assertThat(norms(policy, 2)).containsExactly(EARLY);
  }

  @Test
  void a_norm_that_is_withdrawn_while_a_consultation_hears_it_waits_for_what_it_says()
      throws Exception {
    PolicyUnderTest policy = inForce();
    UUID gone = UUID.randomUUID();
    tell(policy, gone, "delivery", EARLY);
    soon(() -> assertThat(norms(policy, 1)).hasSize(1));
    policy.nextVersion();
    var heard = new CompletableFuture<List<Norm>>();
    var said = new CompletableFuture<Void>();
    var hearing = CompletableFuture.runAsync(() -> hear(policy, heard, said));
    assertThat(heard.get(30, TimeUnit.SECONDS)).extracting(Norm::id).containsExactly(gone);

    new Neighbours(clock.instant()).withdrawn(gone).tell();
    soon(() -> assertThat(waiting()).as("whoever forgets it").isPositive());
    assertThat(norms(policy, 1)).containsExactly(EARLY);
    said.complete(null);
    hearing.get(30, TimeUnit.SECONDS);
    soon(() -> assertThat(norms(policy, 1)).isEmpty());
  }

  /** As a consultation does that opens, up to its commit. */
  private void hear(
      PolicyUnderTest policy, CompletableFuture<List<Norm>> heard, CompletableFuture<Void> said) {
    inTransaction(
        db ->
            db.createSelectionQuery(
                    "from PolicyVersion where policyId = :policy and number = 2",
                    PolicyVersion.class)
                .setParameter("policy", UUID.fromString(policy.id()))
                .getSingleResult()
                .chain(version -> repository.unheard(db, version))
                .invoke(heard::complete)
                .chain(() -> after(said)));
  }

  private static Uni<Void> after(CompletableFuture<Void> said) {
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(said)
        .emitOn(command -> context.runOnContext(ignored -> command.run()));
  }

  private long waiting() {
    return inTransaction(
            db ->
                Rows.of(
                        db,
                        """
                        select count(*) as waiting from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'delete from norm%'
                        """)
                    .atMostOne(row -> row.bigint("waiting")))
        .orElseThrow();
  }

  private <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(work));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_is_agreed_on_while_its_anchor_is_signed_anew_is_heard_once_though_it_expires() {
    PolicyUnderTest policy = inForce();
    policy.nextVersion().inConsultation();
    assertThat(policy.openSignOff().statusCode()).isEqualTo(200);
    UUID between = UUID.randomUUID();
    tell(policy, between, "delivery", EARLY);
    soon(() -> assertThat(norms(policy, 1)).containsExactly(EARLY));
    takesEffect(policy);
    new Neighbours(clock.instant()).expired(between, policy.id(), 1, "delivery").tell();
    soon(() -> assertThat(norms(policy, 2)).isEmpty());

    policy.nextVersion().inConsultation();
    assertThat(texts(policy, Staff.HR)).containsExactly(EARLY);
    policy.withdraw().then().statusCode(200);
    policy.nextVersion().inConsultation();
    assertThat(texts(policy, Staff.HR)).as("one consultation has heard it").isEmpty();
  }

  private PolicyUnderTest inForce() {
    var content = PolicyUnderTest.content().put("noticeDays", 0).put("consultationDays", 0);
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock, content).announced();
    clock.advance(Duration.ofDays(5));
    runDue();
    assertThat(policy.state()).isEqualTo("EFFECTIVE");
    return policy;
  }

  private void takesEffect(PolicyUnderTest policy) {
    for (Tokens signer : List.of(Staff.MANAGER, Staff.SECOND_MANAGER, Staff.APPROVER)) {
      policy.sign(signer).then().statusCode(200);
    }
    policy.announce(policy.today()).then().statusCode(200);
    runDue();
    assertThat(policy.state()).isEqualTo("EFFECTIVE");
  }

  private void tell(PolicyUnderTest policy, UUID norm, String criterion, String sentence) {
    new Neighbours(clock.instant())
        .agreed(norm, policy.id(), 1, criterion, sentence)
        .agreed(norm, policy.id(), 1, criterion, sentence)
        .tellTwice();
  }

  private static void dispose(PolicyUnderTest policy) {
    for (JsonNode comment : comments(policy, Staff.HR)) {
      String path = policy.path() + "/comments/" + comment.path("id").asText() + "/disposition";
      as(Staff.HR)
          .header("If-Match", "*")
          .body(Map.of("outcome", "TAKEN_UP", "reason", "The anchor says so now"))
          .post(path)
          .then()
          .statusCode(200);
    }
  }

  private static JsonNode comments(PolicyUnderTest policy, Tokens reader) {
    return Said.by(as(reader).get(policy.path() + "/comments")).path("items");
  }

  private static List<String> texts(PolicyUnderTest policy, Tokens reader) {
    return said(comments(policy, reader), "text");
  }

  /** The sentences beside the anchors of a version. */
  private static List<String> norms(PolicyUnderTest policy, int version) {
    JsonNode levels =
        Said.by(as(Staff.HR).get(policy.version(version).path() + "/anchor-notes")).path("items");
    return StreamSupport.stream(levels.spliterator(), false)
        .flatMap(level -> said(level.path("norms"), "sentence").stream())
        .toList();
  }

  private static List<String> said(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  private static void soon(ThrowingRunnable holds) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
  }
}
