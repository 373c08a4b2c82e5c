package org.evenhand.review.growth.feedback;

import static org.awaitility.Awaitility.await;
import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.OpenTransaction;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that are taken away while an answer that says them is being remembered for repeats. */
@QuarkusTest
class ForgottenWordsTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String WORDS = "siskin-in-the-alder";

  private Company company;
  private Person first;

  @BeforeEach
  void found() {
    company = Company.of(1);
    first = company.staff.get(0);
  }

  @Test
  void anAnswerThatIsBeingRememberedWhileHrHidesKeepsNoWord() {
    LiveFeedback given = given(company.stranger, critique(Map.of("behaviour", WORDS), first));
    given.open(first, "HR").then().statusCode(200);

    Response hidden =
        meanwhile(
            held("feedback", given.id()),
            remembering("openFeedback " + given.id()),
            () -> given.hide(company.hr));

    hidden.then().statusCode(200);
    assertEquals(0, remembered());
  }

  @Test
  void anAnswerOfAReviewThatIsBeingRememberedWhileItsCopyIsTakenOutKeepsNoWord() {
    LiveReview review = LiveCycle.open(company).reviewOf(first);
    LiveFeedback given = given(company.stranger, critique(Map.of("behaviour", WORDS), first));
    given.cite(first, review, Map.of("criterion", "delivery")).then().statusCode(200);

    Response retracted =
        meanwhile(
            held("review", review.id()),
            remembering("recordObservation " + review.id()),
            () -> given.retract(company.stranger));

    retracted.then().statusCode(200);
    assertEquals(0, remembered());
  }

  @Test
  void whoeverAnswersWithTheWordsWaitsForThoseWhoTakeThemAway() {
    LiveFeedback given = given(company.stranger, critique(Map.of("behaviour", WORDS), first));
    given.open(first, "MANAGER").then().statusCode(200);

    Response again =
        meanwhile(
            "update feedback set state = 'RETRACTED', words = null, version = version + 1,"
                + " removal = jsonb_build_object('at', '2026-11-02T10:00:00Z') where id = '"
                + given.id()
                + "'",
            "select 1",
            () -> again(given));

    again.then().statusCode(412);
    assertEquals(0, remembered());
  }

  @Test
  void anAnswerThatIsBeingRememberedWhileAnObservationIsWithdrawnKeepsNoWord() {
    LiveCycle.open(company);
    LiveObservation seen =
        LiveObservation.told(company.stranger, first, Map.of("behaviour", WORDS));

    Response withdrawn =
        meanwhile(
            held("observation", seen.id()),
            remembering("tellObservation " + seen.id()),
            () -> seen.withdraw(company.stranger));

    withdrawn.then().statusCode(200);
    assertEquals(0, remembered());
  }

  @Test
  void noRememberedAnswerOfACancelledReviewSaysWhatItRestedOn() {
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(first);
    LiveObservation seen =
        LiveObservation.told(company.stranger, first, Map.of("behaviour", WORDS));
    seen.cite(company.lead, review).then().statusCode(200);
    company
        .lead
        .ask()
        .header("If-Match", review.etag(company.lead))
        .header("Idempotency-Key", "more-" + company.mark())
        .body(LiveReview.observation("together", "A release was at risk", 9))
        .post(review.path() + "/observations")
        .then()
        .statusCode(200);
    assertEquals(1, remembered());

    cycle.step(company.hr, "cancellation", Map.of("reason", "Reorganised")).then().statusCode(200);
    cycle.step(company.lead, "cancellation/countersignature").then().statusCode(200);
    await().atMost(SOON).until(() -> seen.read(first).path("state").equals("KEPT"));

    assertEquals(0, remembered());
  }

  /** Opens to whom it is open already: nothing changes, and the answer says the words. */
  private Response again(LiveFeedback given) {
    return first
        .ask()
        .header("If-Match", given.read(first).header("ETag"))
        .header("Idempotency-Key", "again-" + company.mark())
        .body(Map.of("to", "MANAGER"))
        .post(given.path() + "/opening");
  }

  private static Response meanwhile(String first, String second, Supplier<Response> step) {
    try (OpenTransaction other = OpenTransaction.of(first, second)) {
      CompletableFuture<Response> taken = CompletableFuture.supplyAsync(step);
      await().atMost(SOON).until(other::isWaitedFor);
      other.commit();
      return taken.join();
    }
  }

  private static String held(String table, String id) {
    return "select 1 from %s where id = '%s' for update".formatted(table, id);
  }

  private String remembering(String operation) {
    return """
    insert into idempotency (command, operation, request_hash, created_at, status, body)
    values ('%s', '%s', '', now(), 200, '{"behaviour": "%s"}')
    """
        .formatted(company.mark(), operation, WORDS);
  }

  private static long remembered() {
    return Tables.count("idempotency i where i.body like '%" + WORDS + "%'");
  }
}
