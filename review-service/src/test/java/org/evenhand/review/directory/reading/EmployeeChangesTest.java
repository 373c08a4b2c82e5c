package org.evenhand.review.directory.reading;

import static org.evenhand.review.Hris.as;
import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.review.Transactions;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.reading.VisibleEmployees.Cards;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Each test has people of its own, whom {@code q} tells apart. */
@QuarkusTest
class EmployeeChangesTest {

  private static final String START = ChangePosition.START.token();

  @Inject Transactions transactions;

  @Test
  void tellsWhatChangedSinceTheListWasBegun() {
    takeIn(hire("CA1", "", "c-a"), hire("CA2", "CA1", "c-a"), hire("CA3", "CA1", "c-a"));
    changed(3, "q=CA", START);

    Response first = page("q=CA&limit=2");
    takeIn(change("CA1", "c-moved"));
    Response second = page("q=CA&limit=2&cursor=" + first.<String>path("next"));

    assertEquals(List.of("CA1", "CA2"), first.path("items.externalId"));
    assertEquals(List.of("CA3"), second.path("items.externalId"));
    assertNull(second.<String>path("next"));
    String token = second.path("updatedSince");
    Response since = changed(1, "q=CA", token);
    since.then().body("items[0].orgUnit", equalTo("c-moved"));
  }

  @Test
  void tellsEachOnceAsTheyAreNowAndThoseWhoLeftToo() {
    takeIn(hire("CB1", "", "c-b"), hire("CB2", "CB1", "c-b"), hire("CB3", "CB1", "c-b"));
    String token = changed(3, "q=CB", START).path("updatedSince");

    takeIn(row("CB3", "TERMINATE", "2026-01-01"));
    takeIn(change("CB2", "c-once"));
    takeIn(change("CB2", "c-twice"));

    Response since = changed(2, "q=CB", token);
    assertEquals(List.of("CB3", "CB2"), since.path("items.externalId"));
    since.then().body("items[0].status", equalTo("TERMINATED"));
    since.then().body("items[1].orgUnit", equalTo("c-twice"));
    page("q=CB&updatedSince=" + since.<String>path("updatedSince"))
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void followsPageAfterPage() {
    String begun = page("q=CC").path("updatedSince");
    takeIn(hire("CC1", "", "c-c"));
    takeIn(hire("CC3", "CC1", "c-c"));
    takeIn(hire("CC2", "CC1", "c-c"));
    changed(3, "q=CC", begun);

    List<String> read = new ArrayList<>();
    Response page = page("q=CC&limit=1&updatedSince=" + begun);
    read.addAll(page.path("items.externalId"));
    while (page.<String>path("next") != null) {
      page = page("q=CC&limit=1&cursor=" + page.<String>path("next"));
      read.addAll(page.path("items.externalId"));
    }
    assertEquals(List.of("CC1", "CC3", "CC2"), read);
  }

  @Test
  void passesOverNobodyWhoseChangeCommitsLate() throws Exception {
    takeIn(hire("CD1", "", "c-d"), hire("CD2", "CD1", "c-d"));
    String token = changed(2, "q=CD", START).path("updatedSince");
    CompletableFuture<Void> mayCommit = new CompletableFuture<>();
    CompletableFuture<Void> written = new CompletableFuture<>();
    CompletableFuture<Void> transaction =
        CompletableFuture.runAsync(
            () ->
                transactions.run(
                    session ->
                        touch(session, "CD1")
                            .invoke(() -> written.complete(null))
                            .chain(() -> onThisEventLoop(mayCommit))));
    written.get();
    takeIn(change("CD2", "c-late"));

    Response before = page("q=CD&updatedSince=" + token);
    before.then().body("items", hasSize(0));
    String listed = page("q=CD").path("updatedSince");
    mayCommit.complete(null);
    transaction.get();

    Response after = changed(2, "q=CD", before.path("updatedSince"));
    assertEquals(List.of("CD1", "CD2"), after.path("items.externalId"));
    changed(2, "q=CD", listed);
  }

  @Test
  void tellsNobodyOfWhomTheySeeNoMoreThanACard() {
    takeIn(hire("CE1", "", "c-e"), hire("CE2", "CE1", "c-e"), hire("CE3", "CE1", "c-e"));
    Tokens employee = Tokens.forEmployee("CE2", "employee");
    changed(3, "q=CE", START);

    assertEquals(
        List.of("CE2"),
        as(employee).get("/v1/employees?q=CE&updatedSince=" + START).path("items.externalId"));
  }

  @Test
  void refusesATokenThatNoPageGave() {
    for (String query : List.of("updatedSince=2026-11-22T12:00:00Z", "updatedSince=zzz")) {
      asHris()
          .get("/v1/employees?" + query)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("updatedSince"));
    }
    String token = page("q=CF").path("updatedSince");
    asHris()
        .get("/v1/employees?updatedSince=" + token + "&cursor=" + token)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("INCONSISTENT"));
    asHris().get("/v1/employees?cursor=zzz").then().statusCode(400);
  }

  @Test
  void readsAnIndexWhereThereAreManyPeople() {
    EmployeeOrder order = new EmployeeOrder.ByChange(ChangePosition.START);
    Viewer hris =
        new Viewer(Viewer.NOBODY, "evenhand-hris", Set.of("hris"), Set.of(), LocalDate.now());

    String plan =
        new ManyPeople(transactions)
            .plan(
                VisibleEmployees.sql(hris, Cards.HIDDEN, order.clauses(), order.columns())
                    + " limit 51",
                Map.of(
                    "viewer",
                    Viewer.NOBODY,
                    "today",
                    LocalDate.now(),
                    "changedIn",
                    "0",
                    "changedId",
                    new UUID(0, 0)));

    assertTrue(plan.contains("using employee_position"), plan);
    assertFalse(plan.contains("Sort"), plan);
  }

  private static Response page(String query) {
    Response page = asHris().get("/v1/employees?" + query);
    page.then().statusCode(200);
    return page;
  }

  /** Any older transaction of the service, the relay's too, holds the list back for a moment. */
  private static Response changed(int items, String filter, String token) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> page(filter + "&updatedSince=" + token),
            page -> page.<List<String>>path("items").size() == items);
  }

  private static String change(String externalId, String orgUnit) {
    return externalId + ",,,,,," + orgUnit + ",".repeat(9) + "2026-01-02,CHANGE";
  }

  private static Uni<Integer> touch(Mutiny.Session session, String externalId) {
    return session
        .createNativeQuery("update employee set version = version + 1 where external_id = :id")
        .setParameter("id", externalId)
        .executeUpdate();
  }

  /** A session is used on the event loop that opened it, whoever completes the stage. */
  private static Uni<Void> onThisEventLoop(CompletableFuture<Void> stage) {
    var context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(stage)
        .emitOn(command -> context.runOnContext(ignored -> command.run()));
  }
}
