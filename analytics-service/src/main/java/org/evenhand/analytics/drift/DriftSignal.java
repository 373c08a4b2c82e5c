package org.evenhand.analytics.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;

/**
 * That the ratings of a whole cycle have moved, by one metric. Of a group nothing is told.
 *
 * @param verdict a warning or more
 * @param at when the figures were published
 */
record DriftSignal(Cycle cycle, String metric, DriftOutcome verdict, Instant at) {

  private static final String AGGREGATE = "drift";
  private static final String SIGNALLED = "org.evenhand.drift.signalled.v1";

  /** Nothing comes after it: a signal stays as it was told. */
  private static final long ONLY = 1;

  /**
   * What the last cycle of a series signals.
   *
   * @param closed the cycle that is to be the last; none where nobody has a rating in it, or too
   *     few
   */
  static List<DriftSignal> of(Cycle closed, Series series) {
    List<Point> points = series.points(DriftQuestion.ALL);
    if (points.isEmpty()) {
      return List.of();
    }
    VisibleGroups last = points.get(points.size() - 1).sight();
    return Optional.ofNullable(last.edition())
        .filter(edition -> edition.reportsOnly() && last.at().cycle().id().equals(closed.id()))
        .map(edition -> signals(closed, series, points, edition))
        .orElse(List.of());
  }

  private static List<DriftSignal> signals(
      Cycle closed, Series series, List<Point> points, Edition edition) {
    DriftVerdict drift =
        DriftJudgement.of(points, Monitoring.of(points, series.scale().favourableFrom()));
    List<JudgedShift> shifts = JudgedShift.all(series, DriftQuestion.ALL);
    Stream<DriftSignal> shift =
        shifts.stream()
            .skip(Math.max(0, shifts.size() - 1))
            .map(judged -> judged.verdict().outcome())
            .map(outcome -> new DriftSignal(closed, "cycleShift", outcome, edition.publishedAt()));
    return Stream.concat(
            Stream.of(
                new DriftSignal(closed, "ratingDrift", drift.outcome(), edition.publishedAt())),
            shift)
        .filter(signal -> signal.verdict.isWarning())
        .toList();
  }

  /** The same whenever it is told, so that nobody takes it for another one. */
  private UUID id() {
    return UUID.nameUUIDFromBytes((cycle.id() + "/" + metric).getBytes(UTF_8));
  }

  Fact fact() {
    String id = id().toString();
    return Fact.told(
        AGGREGATE,
        id(),
        "signalled",
        Map.of("cycle", cycle.id(), "metric", metric, "verdict", verdict),
        new OutboxEvent(
            FindingEvents.TOPIC,
            SIGNALLED,
            id,
            id,
            ONLY,
            new DriftSignalled(id(), cycle.id(), cycle.key(), metric, verdict, at)));
  }

  /** The payload of {@code drift.signalled}. */
  record DriftSignalled(
      UUID signalId,
      UUID cycleId,
      String cycleKey,
      String metric,
      DriftOutcome verdict,
      Instant at) {}
}
