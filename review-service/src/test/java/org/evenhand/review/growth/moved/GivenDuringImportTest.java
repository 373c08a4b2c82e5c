package org.evenhand.review.growth.moved;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is given to people while an import is just telling that they leave. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenDuringImportTest {

  private Company company;

  /** The look that follows from founding the company waits for imports, too. */
  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(2);
      Hris.followed();
    }
  }

  @Test
  void whoeverIsJustLeavingOffersThemselfAsAMentorNoMore() throws Exception {
    Person mentor = company.staff.get(0);

    Response offered =
        whileLeaving(
            mentor,
            () ->
                mentor
                    .ask()
                    .body(
                        Map.of(
                            "skills", List.of("planning"),
                            "languages", List.of("nl"),
                            "capacity", 2))
                    .put("/v1/mentors/me"));

    assertEquals(403, offered.statusCode(), offered::asString);
    assertEquals(0, Tables.count("mentor_profile where employee_id = '%s'".formatted(id(mentor))));
  }

  @Test
  void nobodyIsAskedForFeedbackWhoIsJustLeaving() throws Exception {
    Person asked = company.staff.get(1);

    Response asking =
        whileLeaving(asked, () -> LiveFeedbackRequest.ask(company.lead, asked, Map.of()));

    assertEquals(422, asking.statusCode(), asking::asString);
    assertEquals(0, Tables.count("feedback_request where asked_id = '%s'".formatted(id(asked))));
  }

  private static Response whileLeaving(Person person, Supplier<Response> step) throws Exception {
    CompletableFuture<Response> taken;
    try (Connection importing = Tables.transaction();
        Statement change = importing.createStatement()) {
      change.execute(
          "select pg_advisory_xact_lock(hashtextextended('what imports change: org', 0))");
      change.execute(
          """
          update employee set status = 'TERMINATED', terminated_on = current_date
          where id = '%1$s';
          insert into status_change (employee_id, status, changed_on)
          values ('%1$s', 'TERMINATED', current_date)
          """
              .formatted(id(person)));
      taken = CompletableFuture.supplyAsync(step);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Tables.count("pg_locks where locktype = 'advisory' and not granted") == 1);
      importing.commit();
    }
    return taken.get(30, TimeUnit.SECONDS);
  }

  private static String id(Person person) {
    return LiveAppeal.idOf(person);
  }
}
