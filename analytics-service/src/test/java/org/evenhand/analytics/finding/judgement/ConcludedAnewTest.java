package org.evenhand.analytics.finding.judgement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.data.due.DueRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A review was reopened and concluded anew just before the proposal, which is heard of first. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcludedAnewTest {

  private static final int TOP = 5;

  /** Two of the North, who were not at the top. */
  private static final int ONE = 8;

  private static final int ANOTHER = 10;

  @Inject DueRunner dueWork;

  /** A review of a cycle as it was told; null is a revision that was not. */
  private record Told(String cycle, int person, Integer revision, String state, int level) {

    static Told first(String cycle, int person) {
      return new Told(cycle, person, 1, "SUBMITTED", firstLevel(person));
    }

    /** Two of the North are at the top, and twenty of the South. */
    private static int firstLevel(int person) {
      boolean top = TwoTeams.isNorth(person) ? person < 4 : person < 40;
      return top ? TOP : 2 + person / 2 % 2;
    }

    Told anew() {
      return new Told(cycle, person, 2, state, TOP);
    }

    Told in(String other) {
      return new Told(cycle, person, revision, other, level);
    }

    Told untold() {
      return new Told(cycle, person, null, state, level);
    }

    Sent event() {
      Sent event =
          TwoTeams.review(cycle, person, state, level, level, revision == null ? 1 : revision);
      if (revision != null) {
        event.data().put("revision", revision);
      }
      return event;
    }

    /** As the fingerprint of results lists it. */
    String listed() {
      return "%s %d %s".formatted(event().subject(), revision, state);
    }
  }

  @BeforeAll
  static void two_teams_exist() {
    TwoTeams.exist();
  }

  @Test
  void is_judged_on_its_new_level_and_what_changes_later_does_not_make_up_for_it()
      throws Throwable {
    String cycle = "concluded anew";
    List<Told> reviews = submitted(cycle);
    send(reviews);
    Told one = reviews.get(ONE).anew();
    reviews.set(ONE, one);
    propose(cycle, 1, reviews);
    notJudged(cycle);

    Told another = reviews.get(ANOTHER).anew();
    send(List.of(another));
    notJudged(cycle);
    reviews.set(ANOTHER, another);
    propose(cycle, 2, reviews);
    notJudged(cycle);

    send(List.of(one));
    judged(cycle, 2);
    Api.fairness(cycle, TwoTeams.DIMENSION, "AFTER")
        .then()
        .body("groups.find { it.value == 'North' }.selected", equalTo(4));
  }

  /** Who hears of it late finds that it has been shared, and one is concluded anew since. */
  @Test
  void what_is_shared_already_is_not_waited_for() {
    String cycle = "shared long ago";
    List<Told> proposed = submitted(cycle);
    List<Told> shared =
        proposed.stream().map(review -> review.in("SHARED")).collect(Collectors.toList());
    shared.set(ONE, proposed.get(ONE).anew());
    send(shared);
    propose(cycle, 1, proposed);
    judged(cycle, 1);
  }

  /** Facts are kept as long as the topic is: some are from before a revision was told. */
  @Test
  void what_told_no_revision_is_judged_by_numbers() {
    String cycle = "from before";
    List<Told> reviews = submitted(cycle);
    send(
        reviews.stream().map(review -> review.person() == ONE ? review.untold() : review).toList());
    propose(cycle, 1, reviews);
    judged(cycle, 1);
  }

  private static List<Told> submitted(String cycle) {
    return IntStream.range(0, TwoTeams.PEOPLE)
        .mapToObj(person -> Told.first(cycle, person))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Sends them and waits until the last of them is counted. */
  private static void send(List<Told> reviews) {
    TwoTeams.send(reviews.stream().map(Told::event).toList());
    String cycle = reviews.get(0).cycle();
    String counted =
        "select count(*) from inbox where topic = '%s' and (subject, sequence) in (%s)"
            .formatted(
                Company.RATINGS,
                reviews.stream()
                    .map(Told::event)
                    .map(event -> "('%s', %d)".formatted(event.subject(), event.sequence()))
                    .collect(Collectors.joining(", ")));
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> Database.number(counted) == reviews.size());
  }

  private static void propose(String cycle, int edition, List<Told> results) {
    Sent proposal =
        TwoTeams.sharingProposed(
            cycle, results.size(), 0, edition, fingerprint(results), 10 * edition);
    TwoTeams.send(List.of(proposal));
    String proposed =
        "select coalesce(max(sequence), 0) from inbox where topic = '%s' and subject = '%s'"
            .formatted(proposal.topic(), proposal.subject());
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> Database.number(proposed) == proposal.sequence());
  }

  private static String fingerprint(List<Told> results) {
    String listed = results.stream().map(Told::listed).sorted().collect(Collectors.joining(","));
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(listed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void notJudged(String cycle) throws Throwable {
    VertxContextSupport.subscribeAndAwait(dueWork::runDue);
    assertEquals(List.of(), judgements(cycle));
  }

  private static void judged(String cycle, int edition) {
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> judgements(cycle).equals(List.of(String.valueOf(edition))));
  }

  /** The editions that have been judged. */
  private static List<String> judgements(String cycle) {
    return Database.column(
        "select edition from judgement where cycle_key = '%s' order by number".formatted(cycle));
  }
}
