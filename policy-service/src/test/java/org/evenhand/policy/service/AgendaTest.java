package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.CharterPeople.HR;
import static org.evenhand.policy.service.GovernanceReviews.last;
import static org.evenhand.policy.service.GovernanceReviews.prepare;
import static org.evenhand.policy.service.GovernanceReviews.read;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.evenhand.kit.data.consume.Consumers;
import org.evenhand.kit.test.Events;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other services tell, on the agenda of a review of governance. */
@QuarkusTest
class AgendaTest extends ServiceTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> TOLD =
      List.of("AGREEMENT", "MISSED_MILESTONES", "APPEALS", "QUESTIONED_ANCHORS", "DRIFT");

  @Inject CharterPeople company;
  @Inject ChallengePeople employees;
  @Inject Consumers consumers;

  private String review;

  @BeforeEach
  void a_review_is_scheduled() {
    company.arrive();
    company.withoutCharter();
    CharterUnderTest.signed(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    runDue();
    review = last();
  }

  @Test
  void it_holds_how_cycles_went_and_what_comes_twice_counts_once() {
    var content = PolicyUnderTest.content();
    content.withObject("/calibration").put("targetAgreement", 0.6);
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock, content);
    Neighbours cycle = cycle();
    cycle
        .pins(policy.id(), 1)
        .missed("SELF_REVIEW", 6)
        .missed("SELF_REVIEW", 9)
        .missed("SHARE", 4)
        .decided("RATING_UNCHANGED", "RATING_CHANGED", "RATING_UNCHANGED", "RATING_UNCHANGED")
        .decided("RATING_UNCHANGED", "RATING_CHANGED")
        .questioned(policy.id(), 1, "delivery", 4)
        .revealed(3, 12, 0.61, false)
        .revealed(3, 12, 0.59, false)
        .revealed(4, 9, 0.1, false)
        .revealed(4, 12, 0.1, true)
        .revealed(2, 12, 0.1, false)
        .drifted("ratingDrift", "CRITICAL")
        .drifted("cycleShift", "WARN")
        .tellTwice();

    awaitItems(
        cycle.path(),
        "AGREEMENT null 1 of 2",
        "MISSED_MILESTONES SELF_REVIEW 9 of null",
        "APPEALS RATING_CHANGED 1 of 5",
        "APPEALS RATING_UNCHANGED 4 of 5",
        "DRIFT ratingDrift/CRITICAL 1 of null",
        "DRIFT cycleShift/WARN 1 of null");
    assertThat(items(policy.path())).containsExactly("QUESTIONED_ANCHORS delivery/4 1 of null");
  }

  @Test
  void nothing_is_told_of_so_few_that_somebody_could_be_recognised() {
    Neighbours ofTwo = cycle().missed("SELF_REVIEW", 2).decided("RATING_CHANGED");
    Neighbours ofOneOutcome =
        cycle()
            .decided("RATING_UNCHANGED", "RATING_UNCHANGED", "RATING_UNCHANGED")
            .decided("RATING_UNCHANGED", "RATING_UNCHANGED", "RATING_UNCHANGED");
    Neighbours ofFewRaters = cycle().revealed(4, 12, 0.2, false);
    Neighbours atLast = cycle().missed("SHARE", 5).revealed(5, 12, 0.9, false);

    Stream.of(ofTwo, ofOneOutcome, ofFewRaters, atLast).forEach(Neighbours::tell);

    awaitItems(atLast.path(), "AGREEMENT null 0 of 1", "MISSED_MILESTONES SHARE 5 of null");
    assertThat(items(ofTwo.path())).isEmpty();
    assertThat(items(ofOneOutcome.path())).isEmpty();
    assertThat(items(ofFewRaters.path())).isEmpty();
  }

  @Test
  void what_comes_later_changes_no_agenda_that_is_frozen() {
    Neighbours cycle = cycle().missed("SHARE", 5);
    cycle.tell();
    awaitItems(cycle.path(), "MISSED_MILESTONES SHARE 5 of null");
    Map<String, Object> frozen = read(HR, review).extract().path("agenda");

    cycle.missed("SHARE", 8).tell();
    Awaitility.await().atMost(SOON).until(() -> company.isMissed(cycle.id(), 8));

    assertThat(read(HR, review).extract().<Map<String, Object>>path("agenda")).isEqualTo(frozen);
    assertThat(items(cycle.path())).containsExactly("MISSED_MILESTONES SHARE 8 of null");
    assertThat(read(HR, review).extract().<String>path("agenda.hash"))
        .isNotEqualTo(frozen.get("hash"));
  }

  @Test
  void what_is_more_than_two_years_old_is_no_news() {
    Neighbours old =
        new Neighbours(now().minus(Duration.ofDays(740)))
            .missed("SHARE", 9)
            .decided("RATING_UNCHANGED", "RATING_CHANGED", "RATING_UNCHANGED", "RATING_UNCHANGED")
            .decided("RATING_UNCHANGED")
            .revealed(5, 12, 0.9, false)
            .drifted("ratingDrift", "CRITICAL");
    Neighbours cycle = cycle().missed("SHARE", 5);

    old.tell();
    cycle.tell();

    awaitItems(cycle.path(), "MISSED_MILESTONES SHARE 5 of null");
    Awaitility.await().atMost(SOON).until(() -> company.isMeasured(old.id()));
    Awaitility.await().atMost(SOON).until(() -> company.isDrifted(old.id()));
    assertThat(items(old.path())).isEmpty();
  }

  @Test
  void an_agenda_made_from_topics_that_are_read_anew_is_the_same() {
    Neighbours cycle =
        cycle()
            .missed("CALIBRATION", 7)
            .missed("CALIBRATION", 11)
            .decided("RATING_UNCHANGED", "RATING_CHANGED", "RATING_UNCHANGED", "RATING_UNCHANGED")
            .decided("RATING_UNCHANGED", "RATING_UNCHANGED")
            .questioned(UUID.randomUUID().toString(), 2, "impact", 3)
            .revealed(6, 15, 0.7, false)
            .drifted("ratingDrift", "WARN");
    cycle.tellTwice();
    awaitItems(
        cycle.path(),
        "AGREEMENT null 1 of 1",
        "MISSED_MILESTONES CALIBRATION 11 of null",
        "APPEALS RATING_CHANGED 1 of 5",
        "APPEALS RATING_UNCHANGED 4 of 5",
        "DRIFT ratingDrift/WARN 1 of null");
    List<Map<String, Object>> before = told();

    anew("evenhand.cycles", "pinned_version, missed_milestone, decided_appeal, questioned_anchor");
    anew("evenhand.internal.calibration", "session_agreement");
    anew("evenhand.findings", "signalled_drift");

    Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(told()).isEqualTo(before));
  }

  @Test
  void it_says_how_many_challenges_wait() {
    employees.arrive();
    employees.withoutChallenges();
    Challenges.raised(ChallengePeople.EMPLOYEE, Challenges.ofSession());
    assertThat(items("/v1/challenges")).containsExactly("OPEN_CHALLENGES null 1 of null");

    employees.withoutChallenges();

    assertThat(items("/v1/challenges")).isEmpty();
  }

  @Test
  void an_event_that_says_nothing_goes_to_the_dead_letters() {
    for (String type : List.of("cycle.opened", "milestone.missed", "appeal.decided")) {
      isSetAside("evenhand.cycles", type, "/review-service");
    }
    isSetAside("evenhand.findings", "drift.signalled", "/analytics-service");
  }

  private static void isSetAside(String topic, String type, String source) {
    String broken = UUID.randomUUID().toString();
    Events.ofTest().publish(topic, "org.evenhand." + type + ".v1", source, broken, 1, "{}");

    assertThat(Events.ofTest().await(topic + ".policy-service.dlq", 1, r -> broken.equals(r.key())))
        .hasSize(1);
  }

  private Neighbours cycle() {
    return new Neighbours(now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void awaitItems(String subject, String... expected) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items(subject)).containsExactlyInAnyOrder(expected));
  }

  /** Prepares the agenda anew. */
  private List<String> items(String subject) {
    return agenda().stream()
        .filter(item -> subject.equals(item.get("subject")))
        .map(
            item ->
                "%s %s %s of %s"
                    .formatted(
                        item.get("topic"),
                        item.get("aspect"),
                        item.get("count"),
                        item.get("total")))
        .toList();
  }

  /** What other services have told, of all cycles. */
  private List<Map<String, Object>> told() {
    return agenda().stream().filter(item -> TOLD.contains(item.get("topic"))).toList();
  }

  private List<Map<String, Object>> agenda() {
    return prepare(review).then().statusCode(200).extract().path("agenda.items");
  }

  private void anew(String topic, String tables) {
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> consumers.rewind(topic, session -> clear(session, tables)));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static Uni<Void> clear(Mutiny.Session session, String tables) {
    return session.createNativeQuery("truncate " + tables).executeUpdate().replaceWithVoid();
  }
}
