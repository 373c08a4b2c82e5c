package org.evenhand.review.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.Test;

/** Several people, or one person several times, at one review. */
@QuarkusTest
class TwoPeopleTest {

  private static final Map<String, Object> OBSERVATION =
      LiveReview.observation("delivery", "A release was at risk", 9);

  @Test
  void nobodyOverwritesWhatTheyHaveNotReadAndNothingHappensTwice() throws Exception {
    Company company = Company.of(1);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));

    ofTwoAtOnceOneIsToldToReadAgain(review, company.lead, company.staff.get(0));
    oneKeyHasOneEffectAndOneAnswer(review, company.lead);
    aChangeNamesTheVersionThatItIsAbout(review, company.lead);
    aStateNamesWhatItAllowsInstead(review, company.lead);
  }

  private static void ofTwoAtOnceOneIsToldToReadAgain(
      LiveReview review, Person reviewer, Person reviewee) throws Exception {
    String etag = review.etag(reviewer);
    Map<String, Object> answers =
        Map.of("answers", List.of(Map.of("question", "proud", "text", "The new store")));

    List<Response> both =
        AtOnce.answers(
            () ->
                reviewer
                    .ask()
                    .header("If-Match", etag)
                    .body(OBSERVATION)
                    .post(review.path() + "/observations"),
            () ->
                reviewee
                    .ask()
                    .header("If-Match", etag)
                    .body(answers)
                    .put(review.path() + "/contributions/SELF"));

    assertEquals(List.of(200, 412), AtOnce.statuses(both));
    boolean observed = both.get(0).statusCode() == 200;
    review
        .read(reviewer)
        .then()
        .body("observations", hasSize(observed ? 1 : 0))
        .body("contributions", hasSize(observed ? 0 : 1));
  }

  private static void oneKeyHasOneEffectAndOneAnswer(LiveReview review, Person reviewer)
      throws Exception {
    String etag = review.etag(reviewer);
    int before = review.read(reviewer).<List<Object>>path("observations").size();
    String key = UUID.randomUUID().toString();
    Callable<Response> observing = () -> keyed(review, reviewer, etag, key, OBSERVATION);

    List<Response> all = AtOnce.answers(observing, observing, observing, observing);

    for (Response answer : all) {
      assertEquals(200, answer.statusCode(), answer::asString);
      assertEquals(all.get(0).asString(), answer.asString());
      assertEquals(all.get(0).header("ETag"), answer.header("ETag"));
    }
    review.read(reviewer).then().body("observations", hasSize(before + 1));
    keyed(review, reviewer, etag, key, LiveReview.observation("together", "Something else", 9))
        .then()
        .statusCode(422)
        .body("type", containsString("/idempotency-key-reused"));
  }

  private static void aChangeNamesTheVersionThatItIsAbout(LiveReview review, Person reviewer) {
    reviewer
        .ask()
        .body(OBSERVATION)
        .post(review.path() + "/observations")
        .then()
        .statusCode(428)
        .body("type", containsString("/precondition-required"));
    reviewer
        .ask()
        .header("If-Match", "\"0\"")
        .body(OBSERVATION)
        .post(review.path() + "/observations")
        .then()
        .statusCode(412);
  }

  private static void aStateNamesWhatItAllowsInstead(LiveReview review, Person reviewer) {
    review.conclude(reviewer, 3);
    review
        .rate(reviewer, "delivery", 4)
        .then()
        .statusCode(409)
        .body("type", containsString("/state-conflict"))
        .body("allowed", hasItems("putContribution", "putContextNote", "proposeReopening"));
    review.read(reviewer).then().body("actions", contains("putContribution", "putContextNote"));
    review.read(reviewer).then().body("ordinal", equalTo(3));
  }

  private static Response keyed(
      LiveReview review, Person reviewer, String etag, String key, Map<String, Object> body) {
    return reviewer
        .ask()
        .header("If-Match", etag)
        .header("Idempotency-Key", key)
        .body(body)
        .post(review.path() + "/observations");
  }
}
