package org.evenhand.review.appeal;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Death;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two at once, and a process that is killed in the middle: nothing is half done. */
@QuarkusTest
class AppealFaultsTest {

  private SharedResults shared;

  @BeforeEach
  void share() {
    shared = SharedResults.of(2);
  }

  @Test
  void ofTwoFilingsAtOnceOneCounts() throws Exception {
    List<Response> answers =
        AtOnce.answers(
            () -> LiveAppeal.file(shared.appellant(), shared.review(), Map.of()),
            () -> LiveAppeal.file(shared.appellant(), shared.review(), Map.of()));

    assertEquals(201, AtOnce.statuses(answers).get(0));
    assertTrue(List.of(409, 412).contains(AtOnce.statuses(answers).get(1)));
    assertEquals(1, appeals());
    assertEquals(
        List.of("rating.shared", "rating.appealed"),
        new Told(shared.cycle()).of(Told.RATINGS, shared.review().id(), 2));
  }

  @Test
  void ofTwoLastVotesAtOnceOneDecides() throws Exception {
    LiveAppeal appeal = judged();
    appeal.voteFor(shared.member(0), 4).then().statusCode(200);
    List<Response> answers =
        AtOnce.answers(
            () -> appeal.voteFor(shared.member(1), 4), () -> appeal.voteFor(shared.member(2), 4));
    if (AtOnce.statuses(answers).contains(412)) {
      int again = answers.get(0).statusCode() == 412 ? 1 : 2;
      appeal.voteFor(shared.member(again), 4).then().statusCode(200);
    }

    appeal.read(shared.appellant()).then().body("state", equalTo("RATING_CHANGED"));
    shared.review().read(shared.appellant()).then().body("revision", equalTo(2));
  }

  @Test
  void aFilingThatIsKilledLeavesNothing() {
    try (Death death = Death.at("published_rating", 1, "new.under_appeal")) {
      LiveAppeal.file(shared.appellant(), shared.review(), Map.of()).then().statusCode(503);
      assertTrue(death.happened());
    }
    assertEquals(0, appeals());
    assertEquals(
        0,
        Tables.count(
            "review where id = '%s' and appeal_id is not null".formatted(shared.review().id())));
    LiveAppeal.filed(shared.appellant(), shared.review());
  }

  @Test
  void aDecisionThatIsKilledIsNotTaken() {
    LiveAppeal appeal = judged();
    appeal.voteFor(shared.member(0), 4).then().statusCode(200);
    appeal.voteFor(shared.member(1), 4).then().statusCode(200);
    try (Death death = Death.at("published_rating", 1, "new.status = 'REVISED'")) {
      appeal.voteFor(shared.member(2), 4).then().statusCode(503);
      assertTrue(death.happened());
    }
    appeal.read(shared.appellant()).then().body("state", equalTo("PANEL"));
    shared
        .review()
        .read(shared.appellant())
        .then()
        .body("revision", equalTo(1))
        .body("underAppeal", equalTo(true));

    appeal.voteFor(shared.member(2), 4).then().statusCode(200);
    shared.review().read(shared.appellant()).then().body("ordinal", equalTo(4));
  }

  private LiveAppeal judged() {
    LiveAppeal appeal =
        LiveAppeal.before(shared.company(), shared.appellant(), shared.review(), shared.panel());
    appeal.judge(shared.panel());
    return appeal;
  }

  private long appeals() {
    return Tables.count("appeal where review_id = '%s'".formatted(shared.review().id()));
  }
}
