package org.evenhand.policy.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.evenhand.kit.test.Events;
import org.jspecify.annotations.Nullable;

/** What the other services tell of a cycle, in one order. */
final class Neighbours {

  private final UUID cycle = UUID.randomUUID();
  private final Instant now;
  private final List<ProducerRecord<String, @Nullable String>> told = new ArrayList<>();
  private int decided;

  /**
   * @param now the time by which the service goes
   */
  Neighbours(Instant now) {
    this.now = now;
  }

  UUID id() {
    return cycle;
  }

  String path() {
    return "/v1/cycles/" + cycle;
  }

  Neighbours pins(String policyId, int number) {
    return ofCycles(
        "cycle.opened",
        cycle,
        1,
        """
        {"cycleId": "%s", "policyId": "%s", "policyVersion": %d}
        """
            .formatted(cycle, policyId, number));
  }

  Neighbours closes(String policyId, int number, LocalDate periodEnd) {
    return ofCycles(
        "cycle.closed",
        cycle,
        2,
        """
        {"cycleId": "%s", "policyId": "%s", "policyVersion": %d, "state": "CLOSED",
         "periodEnd": "%s"}
        """
            .formatted(cycle, policyId, number, periodEnd));
  }

  Neighbours missed(String milestone, long reviews) {
    return ofCycles(
        "milestone.missed",
        UUID.nameUUIDFromBytes((cycle + milestone).getBytes(UTF_8)),
        reviews,
        """
        {"cycleId": "%s", "milestone": "%s", "reviews": %d, "at": "%s"}
        """
            .formatted(cycle, milestone, reviews, now));
  }

  Neighbours decided(String... outcomes) {
    for (String outcome : outcomes) {
      UUID appeal = UUID.randomUUID();
      ofCycles(
          "appeal.decided",
          appeal,
          5,
          """
          {"appealId": "%s", "cycleId": "%s", "outcome": "%s",
           "late": false, "at": "%s"}
          """
              .formatted(appeal, cycle, outcome, now.plusSeconds(decided++)));
    }
    return this;
  }

  Neighbours questioned(String policyId, int number, String criterion, int ordinal) {
    UUID question = UUID.randomUUID();
    return ofCycles(
        "anchor.questioned",
        question,
        1,
        """
        {"questionId": "%s", "policyId": "%s", "policyVersion": %d, "criterion": "%s",
         "ordinal": %d, "appeals": 3, "at": "%s"}
        """
            .formatted(question, policyId, number, criterion, ordinal, now));
  }

  Neighbours revealed(int raters, int samples, double alpha, boolean piledUp) {
    UUID session = UUID.randomUUID();
    return told(
        "evenhand.internal.calibration",
        "session.revealed",
        "/calibration-service",
        session,
        4,
        """
        {"sessionId": "%s", "cycleId": "%s", "state": "REVEALED", "reviews": 12,
         "agreement": {"raters": %d, "samples": %d, "paired": %s, "alpha": %s},
         "measures": {"sampleLevels": {"none": %d, "note": 0, "warn": 0, "critical": 0},
           "piledUp": %s}}
        """
            .formatted(session, cycle, raters, samples, raters < 3, alpha, samples, piledUp));
  }

  /** A session with the scores of its raters, one array for each. */
  Neighbours scored(int scaleSize, String... ofRaters) {
    return scored(UUID.randomUUID(), "of-" + UUID.randomUUID(), scaleSize, ofRaters);
  }

  /** Nobody has countersigned what it came to. */
  Neighbours cancelled(UUID session) {
    return told(
        "evenhand.internal.calibration",
        "session.cancelled",
        "/calibration-service",
        session,
        5,
        """
        {"sessionId": "%s", "cycleId": "%s", "state": "CANCELLED", "reviews": 12}
        """
            .formatted(session, cycle));
  }

  /**
   * @param panel whose raters are the same in each of its sessions
   */
  Neighbours scored(UUID session, String panel, int scaleSize, String... ofRaters) {
    var seat = new AtomicInteger();
    return told(
        "evenhand.internal.calibration",
        "session.revealed",
        "/calibration-service",
        session,
        4,
        """
        {"sessionId": "%s", "cycleId": "%s", "state": "REVEALED", "reviews": 12,
         "agreement": {"raters": %d, "samples": 2, "paired": false, "alpha": 0.5},
         "blindScores": {"scaleSize": %d, "raters": [%s]}}
        """
            .formatted(
                session,
                cycle,
                ofRaters.length,
                scaleSize,
                Stream.of(ofRaters)
                    .map(
                        ordinals ->
                            "{\"raterId\": \"%s\", \"ordinals\": %s}"
                                .formatted(
                                    UUID.nameUUIDFromBytes(
                                        (panel + seat.getAndIncrement()).getBytes(UTF_8)),
                                    ordinals))
                    .collect(Collectors.joining(", "))));
  }

  /** A session agrees on how an anchor is read. */
  Neighbours agreed(UUID norm, String policyId, int number, String criterion, String sentence) {
    String says = ", \"sentence\": \"" + sentence + "\"";
    return norm(norm, 3, policyId, number, number, criterion, says);
  }

  /** A later version has carried it on. */
  Neighbours carried(
      UUID norm, String policyId, int agreed, int number, String criterion, String sentence) {
    String says = ", \"sentence\": \"" + sentence + "\"";
    return norm(norm, 4, policyId, agreed, number, criterion, says);
  }

  /** It says nothing any more. */
  Neighbours expired(UUID norm, String policyId, int number, String criterion) {
    return norm(norm, 5, policyId, number, number, criterion, "");
  }

  /** A tombstone. */
  Neighbours withdrawn(UUID norm) {
    return ofNorms(norm, 6, null);
  }

  private Neighbours norm(
      UUID norm,
      long sequence,
      String policyId,
      int agreed,
      int number,
      String criterion,
      String says) {
    return ofNorms(
        norm,
        sequence,
        """
        {"normId": "%s", "policyId": "%s", "agreedVersion": %d, "policyVersion": %d,
         "criterion": "%s", "ordinal": 3, "agreedAt": "%s"%s}
        """
            .formatted(norm, policyId, agreed, number, criterion, now, says));
  }

  private Neighbours ofNorms(UUID norm, long sequence, @Nullable String json) {
    return told(
        "evenhand.internal.norms", "norm.current", "/calibration-service", norm, sequence, json);
  }

  Neighbours drifted(String metric, String verdict) {
    UUID signal = UUID.nameUUIDFromBytes((cycle + metric).getBytes(UTF_8));
    return told(
        "evenhand.findings",
        "drift.signalled",
        "/analytics-service",
        signal,
        1,
        """
        {"signalId": "%s", "cycleId": "%s", "cycleKey": "2026", "metric": "%s", "verdict": "%s",
         "at": "%s"}
        """
            .formatted(signal, cycle, metric, verdict, now));
  }

  /** All of it once more, as a relay sends it that doesn't know whether it was sent. */
  void tellTwice() {
    tell();
    tell();
  }

  /** All in one partition, so that what comes last is handled last. */
  void tell() {
    Events.ofTest().publish(told);
  }

  private Neighbours ofCycles(String what, UUID subject, long sequence, String json) {
    return told("evenhand.cycles", what, "/review-service", subject, sequence, json);
  }

  private Neighbours told(
      String topic,
      String what,
      String source,
      UUID subject,
      long sequence,
      @Nullable String json) {
    told.add(
        Events.record(
            topic,
            0,
            "org.evenhand." + what + ".v1",
            source,
            subject.toString(),
            sequence,
            now,
            json));
    return this;
  }
}
