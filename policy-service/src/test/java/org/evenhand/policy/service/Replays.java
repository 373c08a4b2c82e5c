package org.evenhand.policy.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.policy.content.Contents;

/** Replays of one version, with review-service and analytics-service played by the test. */
final class Replays {

  static final String REQUESTS = "evenhand.internal.impact-replays";
  private static final String RESULTS = "evenhand.internal.impact-replay-results";
  private static final String FAIRNESS = "evenhand.internal.impact-replay-fairness";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final PolicyUnderTest policy;

  Replays(PolicyUnderTest policy) {
    this.policy = policy;
  }

  static String question(UUID cycle) {
    return """
    {"cycleIds": ["%s"], "levels": [1, 2, 3],
     "criteria": [{"past": "delivery", "draft": "delivery"}, {"past": "visibility"},
                  {"past": "together", "draft": "together"}]}
    """
        .formatted(cycle);
  }

  Response ask(String question) {
    return PolicyUnderTest.as(Staff.HR).body(question).post(policy.path() + "/impact-replays");
  }

  /** Asks, and answers what review-service is asked for. */
  Asked asked(UUID cycle) {
    Set<String> before =
        Events.ofTest().all(REQUESTS).stream().map(ConsumerRecord::key).collect(toSet());
    Response created = ask(question(cycle));
    created.then().statusCode(201);
    String address = created.header("Location");
    ConsumerRecord<String, String> request =
        Events.ofTest()
            .await(
                REQUESTS,
                1,
                record ->
                    !before.contains(record.key()) && record.value().contains(cycle.toString()))
            .get(0);
    return new Asked(address.substring(address.indexOf("/v1/")), request);
  }

  JsonNode read(String path) {
    return Said.by(PolicyUnderTest.as(Staff.HR).get(path));
  }

  void await(String path, String state) {
    Awaitility.await().atMost(SOON).until(() -> read(path).path("state").asText().equals(state));
  }

  /** One that was asked for. */
  record Asked(String path, ConsumerRecord<String, String> request) {

    JsonNode told() {
      return Contents.parse(request.value());
    }

    /** What review-service is told when the draft has other rules. */
    String staled() {
      var told = Events.ofTest().await(REQUESTS, 1, this::isStaled).get(0);
      EventSchemas.check(told);
      return told.value();
    }

    boolean wasStaled() {
      return Events.ofTest().all(REQUESTS).stream().anyMatch(this::isStaled);
    }

    private boolean isStaled(ConsumerRecord<String, String> told) {
      return told.key().equals(request.key()) && !told.value().contains("rules");
    }

    void runs(int percent) {
      tell(percent, "RUNNING", percent, "[]");
    }

    void done(UUID cycle) {
      isCounted(cycle);
      compared(cycle);
    }

    /** By review-service, and not yet compared by analytics-service. */
    void isCounted(UUID cycle) {
      tell(200, "DONE", 100, List.of(counted(cycle)).toString());
    }

    /** As analytics-service tells it. */
    void compared(UUID cycle) {
      isTold(
          cycle,
          """
          [{"attribute": "sex", "label": "Sex", "groups": [
            {"group": "Female", "standing": "COMPARED", "reference": "Male",
             "before": {"impactRatio": 0.9, "impactRatioInterval": {"low": 0.7, "high": 1.1},
               "cliffsDelta": -0.05, "cliffsDeltaInterval": {"low": -0.2, "high": 0.1}},
             "after": {"cliffsDelta": -0.08}},
            {"group": "Male", "standing": "REFERENCE"},
            {"group": "Other", "standing": "HIDDEN"}]}]
          """);
    }

    /** The draft moves more people than can be told of by group. */
    void folded(UUID cycle) {
      isTold(
          cycle,
          """
          [{"attribute": "sex", "label": "Sex", "groups": [
            {"group": "Female", "standing": "FOLDED", "reference": "Male",
             "before": {"impactRatio": 0.9}},
            {"group": "Male", "standing": "REFERENCE"}]}]
          """);
    }

    void hasOpenAppeals(UUID cycle) {
      isTold(cycle, "[], \"refusal\": \"APPEALS_OPEN\"");
    }

    private void isTold(UUID cycle, String attributes) {
      Events.ofTest()
          .publish(
              FAIRNESS,
              "org.evenhand.impact-replay.fairness-told.v1",
              "/analytics-service",
              UUID.nameUUIDFromBytes((request.key() + cycle).getBytes(UTF_8)).toString(),
              1,
              """
              {"replayId": "%s", "cycleId": "%s", "attributes": %s}
              """
                  .formatted(request.key(), cycle, attributes));
    }

    /** Counted by its scale, as an imported one is. */
    void importedDone(UUID cycle) {
      tell(
          200,
          "DONE",
          100,
          List.of(
                  counted(cycle)
                      .replace("LIVE", "HISTORY")
                      .replace("CALIBRATION_LEFT_OUT", "SCALE_ALONE"))
              .toString());
      compared(cycle);
    }

    /** Counted without a criterion that is weighed. */
    void doneWithoutWeights(UUID cycle) {
      tell(
          200,
          "DONE",
          100,
          List.of(counted(cycle).replace("CALIBRATION_LEFT_OUT", "NOTHING_WEIGHED")).toString());
      compared(cycle);
    }

    void failed(UUID cycle) {
      tell(
          200,
          "FAILED",
          100,
          """
          [{"cycleId": "%s", "refusal": "TOO_OLD", "notes": [], "cells": [], "refused": 0,
            "entering": 0, "leaving": 0}]
          """
              .formatted(cycle));
    }

    private static String counted(UUID cycle) {
      return """
      {"cycleId": "%s", "cycleKey": "2026", "origin": "LIVE", "notes": ["CALIBRATION_LEFT_OUT"],
       "cells": [{"before": 2, "after": 2, "people": 45}, {"before": 3, "after": 2, "people": 10}],
       "levels": {"before": 3, "after": 3}, "favourable": {"before": 10, "after": 0},
       "refused": 5, "entering": 0, "leaving": 15}
      """
          .formatted(cycle);
    }

    private void tell(int sequence, String state, int progress, String cycles) {
      Events.ofTest()
          .publish(
              RESULTS,
              "org.evenhand.impact-replay.counted.v1",
              "/review-service",
              request.key(),
              sequence,
              """
              {"replayId": "%s", "state": "%s", "progress": %d, "cycles": %s}
              """
                  .formatted(request.key(), state, progress, cycles));
    }
  }
}
