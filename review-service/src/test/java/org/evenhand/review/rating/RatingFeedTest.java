package org.evenhand.review.rating;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RatingFeedTest {

  @Inject PublishedRatings published;
  @Inject CycleKeys cycles;
  @Inject Transactions transactions;

  private UUID employee;
  private UUID cycle;

  @BeforeEach
  void cycle() {
    takeIn(hire("T1", "", "board"));
    employee = UUID.fromString(asHris().get("/v1/employees?q=T1").path("items[0].id"));
    cycle = Ids.next();
    transactions.run(
        session ->
            cycles.register(
                session, new CycleKeys.Registered("feed-" + cycle, cycle, Origin.LIVE)));
  }

  @Test
  void followsPageAfterPageAndThenWhatIsNew() {
    List<UUID> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      written.add(publish(Ids.next(), 2));
    }

    pageOf(5, "limit=10");
    Response first = page("limit=2");
    Response second = page("limit=2&cursor=" + first.<String>path("next"));
    Response third = page("limit=2&cursor=" + second.<String>path("next"));

    List<String> read = new ArrayList<>(first.path("items.reviewId"));
    read.addAll(second.path("items.reviewId"));
    read.addAll(third.path("items.reviewId"));
    assertEquals(written.stream().map(UUID::toString).toList(), read);
    assertNull(third.<String>path("next"));
    String token = third.path("updatedSince");
    page("updatedSince=" + token).then().body("items.size()", equalTo(0));

    publish(written.get(1), 3);
    Response changed = pageOf(1, "updatedSince=" + token);
    assertEquals(List.of(written.get(1).toString()), changed.path("items.reviewId"));
    assertEquals(List.of(3), changed.path("items.ordinal"));
    assertNotNull(changed.path("updatedSince"));
  }

  @Test
  void passesOverNothingThatCommitsLate() throws Exception {
    UUID early = Ids.next();
    CompletableFuture<Void> mayCommit = new CompletableFuture<>();
    CompletableFuture<Void> written = new CompletableFuture<>();
    // The early one writes first, and commits only after a later one has been read.
    CompletableFuture<Void> transaction =
        CompletableFuture.runAsync(
            () ->
                transactions.run(
                    session ->
                        published
                            .put(session, List.of(rating(early, 1)))
                            .invoke(() -> written.complete(null))
                            .chain(() -> onThisEventLoop(mayCommit))));
    written.get();
    UUID late = publish(Ids.next(), 2);

    Response before = page("limit=10");
    assertEquals(List.of(), before.path("items.reviewId"), "the late one has to wait");
    mayCommit.complete(null);
    transaction.get();

    Response after = pageOf(2, "updatedSince=" + before.<String>path("updatedSince"));
    assertEquals(
        List.of(early.toString(), late.toString()),
        after.path("items.reviewId"),
        "in the order of their transactions");
  }

  @Test
  void refusesATokenThatNoPageGave() {
    asHris()
        .get("/v1/ratings?updatedSince=2026-11-22T12:00:00Z")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("updatedSince"));
    asHris().get("/v1/ratings?cursor=zzz").then().statusCode(400);
    asHris().get("/v1/ratings?cycle=none").then().statusCode(404);
  }

  /** A session is used on the event loop that opened it, whoever completes the stage. */
  private static Uni<Void> onThisEventLoop(CompletableFuture<Void> stage) {
    var context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(stage)
        .emitOn(command -> context.runOnContext(ignored -> command.run()));
  }

  private UUID publish(UUID review, int ordinal) {
    transactions.run(session -> published.put(session, List.of(rating(review, ordinal))));
    return review;
  }

  private Response page(String query) {
    Response page = asHris().get("/v1/ratings?cycle=" + cycle + "&" + query);
    page.then().statusCode(200);
    return page;
  }

  /** Any older transaction of the service, the relay's too, holds the feed back for a moment. */
  private Response pageOf(int items, String query) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> page(query), page -> page.<List<String>>path("items").size() == items);
  }

  private PublishedRating rating(UUID review, int ordinal) {
    return new PublishedRating(
        review,
        Origin.LIVE,
        cycle,
        "feed-" + cycle,
        employee,
        "T1",
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 6, 30),
        new Scale(5, 4),
        2,
        ordinal,
        "Level " + ordinal,
        true,
        false,
        false,
        PublishedRating.Status.SHARED,
        Instant.parse("2026-07-01T00:00:00Z"),
        Instant.parse("2026-07-01T00:00:00Z"));
  }
}
