package org.evenhand.analytics.duty;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DutySummaryTest {

  private static final String QUARTER = "2031-Q1";
  private static final Tokens MANAGER = Tokens.forEmployee("DUTY-MANAGER", "employee", "manager");
  private static final Tokens MAY = Tokens.forEmployee("DUTY-MAY", "employee");

  @Test
  void sidesStandSideBySideAndNoSingleDutyIsShownToEverybody() {
    Api.connect();
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(
          Stream.concat(
                  Stream.of(
                      Company.employee("DUTY-MANAGER", Map.of()),
                      Company.employee("DUTY-MAY", Map.of())),
                  duties())
              .toList());
    }
    Api.until(
        () -> Api.as(MANAGER).get("/v1/duties/summary?quarter=" + QUARTER),
        answer -> answer.statusCode() == 200 && answer.jsonPath().getInt("lines.size()") == 2);

    String review = "lines.find { it.kind == 'REVIEW' }.";
    summary(MANAGER)
        .body("lines.quarter", contains(QUARTER, QUARTER))
        .body("lines.side", contains("HR", "MANAGER"))
        .body(review + "duties", equalTo(7))
        .body(review + "open", equalTo(3))
        .body(review + "openLate", equalTo(2))
        .body(review + "escalated", equalTo(1))
        .body(review + "done", equalTo(2))
        .body(review + "doneLate", equalTo(1))
        .body(review + "waived", equalTo(1))
        .body(review + "lapsed", equalTo(1));
    summary(MAY).body("lines.kind", contains("REVIEW")).body("least", equalTo(5));
  }

  @Test
  void aQuarterIsWrittenAsOne() {
    Api.as(Api.INSIGHT)
        .get("/v1/duties/summary?quarter=2031-5")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("quarter"));
    Api.as(Api.INSIGHT).get("/v1/duties/summary").then().statusCode(200);
  }

  private static ValidatableResponse summary(Tokens who) {
    return Api.as(who).get("/v1/duties/summary?quarter=" + QUARTER).then().statusCode(200);
  }

  /** The last of each counts; one of HR's alone, and one of another quarter. */
  private static Stream<Sent> duties() {
    List<String> reviews =
        List.of("DUE", "OVERDUE", "ESCALATED", "DONE", "DONE late", "LAPSED", "WAIVED late");
    return Stream.concat(
        IntStream.range(0, reviews.size())
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        duty("review " + i, "REVIEW", "MANAGER", "2031-03-31", "DUE", 0),
                        duty("review " + i, "REVIEW", "MANAGER", "2031-03-31", reviews.get(i), 1))),
        Stream.of(
            duty("disposition", "DISPOSITION", "HR", "2031-01-01", "DUE", 0),
            duty("later", "REVIEW", "MANAGER", "2031-04-01", "DUE", 0)));
  }

  private static Sent duty(
      String name, String kind, String side, String dueOn, String how, long sequence) {
    UUID id = Company.id("duty " + name);
    String state = how.split(" ")[0];
    Map<String, Object> data = new HashMap<>();
    data.put("id", id);
    data.put("kind", kind);
    data.put("side", side);
    data.put("dueOn", dueOn);
    data.put("state", state);
    data.put("step", 0);
    data.put("late", how.endsWith("late") || List.of("OVERDUE", "ESCALATED").contains(state));
    data.put("changedAt", "2031-01-01T00:00:00Z");
    return new Sent(
        "evenhand.internal.duties",
        "org.evenhand.duty.changed.v1",
        "/review-service",
        id,
        sequence,
        data);
  }
}
