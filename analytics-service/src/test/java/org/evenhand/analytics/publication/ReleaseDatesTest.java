package org.evenhand.analytics.publication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** When figures are published, as it stands in everybody's calendar. */
@QuarkusTest
class ReleaseDatesTest {

  private static final Tokens ANYONE = Tokens.forEmployee("ANYONE", "employee");
  private static final List<String> DAYS = List.of("2031-02-14", "2031-03-14", "2031-04-14");

  private final String cycle = "released " + UUID.randomUUID();

  @Test
  void the_days_are_known_beforehand_and_the_moment_once_it_has_come() throws SQLException {
    Releases.send(told("scheduled", "SCHEDULED", 1, 2));
    Api.until(this::dates, answer -> answer.path(of("first")).equals(DAYS))
        .then()
        .body(of("sequence"), everyItem(is(0)));

    publish("2031-02-10T09:00:00Z");
    dates()
        .then()
        .body(of("start"), contains("2031-02-10T09:00:00Z"))
        .body(of("sequence"), contains(1, 0, 0));
  }

  @Test
  void what_is_given_up_publishes_nothing() {
    Releases.send(told("scheduled", "SCHEDULED", 1, 2));
    Api.until(this::dates, answer -> answer.path(of("first")).equals(DAYS));

    Releases.send(told("cancelled", "CANCELLED", 2, 2));
    Api.until(
        this::dates,
        answer -> answer.path(of("state")).equals(List.of("CANCELLED", "CANCELLED", "CANCELLED")));
  }

  @Test
  void days_that_move_are_the_same_entries() {
    Releases.send(told("scheduled", "SCHEDULED", 1, 2));
    Response first = Api.until(this::dates, answer -> answer.path(of("first")).equals(DAYS));

    Releases.send(told("opened", "OPEN", 2, 3));
    Api.until(this::dates, answer -> answer.path(of("sequence")).equals(List.of(1, 1, 1)))
        .then()
        .body(of("id"), is(first.<List<String>>path(of("id"))))
        .body(of("first"), contains("2031-03-14", "2031-04-14", "2031-05-14"));
  }

  private Response dates() {
    return Api.as(ANYONE).get("/v1/calendar?from=2031-01-01&to=2031-12-31&kind=FIGURES_PUBLISHED");
  }

  private String of(String field) {
    return "items.findAll { it.subject == '/v1/cycles/%s' }.%s.findAll { it != null }"
        .formatted(Company.id("cycle " + cycle), field);
  }

  private Sent told(String happening, String state, int sequence, int month) {
    UUID id = Company.id("cycle " + cycle);
    Map<String, Object> milestones = new HashMap<>();
    milestones.put("managerReview", "2031-0%d-14".formatted(month));
    milestones.put("share", "2031-0%d-14".formatted(month + 1));
    milestones.put("appealWindow", "2031-0%d-14".formatted(month + 2));
    return new Sent(
        "evenhand.cycles",
        "org.evenhand.cycle." + happening + ".v1",
        "/review-service",
        id,
        sequence,
        Map.of("cycleId", id, "key", cycle, "state", state, "milestones", milestones));
  }

  /** As an edition at that moment leaves it. */
  private void publish(String moment) throws SQLException {
    try (Connection database = Database.connect()) {
      database
          .createStatement()
          .execute(
              """
              insert into edition (cycle_id, number, moment, published_at, scale_size,
                favourable_from, phases, fingerprint, shared)
              values ('%s', 1, 'CALIBRATION_STARTED', '%s', 5, 4, '{}', '', false)
              """
                  .formatted(Company.id("cycle " + cycle), moment));
    }
  }
}
